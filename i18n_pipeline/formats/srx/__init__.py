"""Sentences by SRX rules (GALA/LISA, Segmentation Rules eXchange 2.0)."""

from i18n_pipeline.formats.srx.patterns import compiled
from i18n_pipeline.formats.srx.sentences import Split, splitter

__all__ = ["Split", "compiled", "splitter"]
