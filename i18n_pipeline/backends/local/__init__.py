"""The embedded engine: a small language model that drafts in English, without key or network."""

from i18n_pipeline.backends.local.backend import LocalBackend
from i18n_pipeline.backends.local.settings import LocalSettings

__all__ = ["LocalBackend", "LocalSettings"]
