"""Checks of a translation against its source: one small file each, in one visible order."""

from i18n_pipeline.checks.ignore import ignored, unknown
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.checks.registry import CHECKS, Check, check

__all__ = ["CHECKS", "Check", "Pair", "check", "ignored", "unknown"]
