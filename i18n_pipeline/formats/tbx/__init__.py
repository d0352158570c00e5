"""Glossaries as TBX-Basic (ISO 30042:2019, and its first edition's `martif`)."""

from i18n_pipeline.formats.tbx.reading import read
from i18n_pipeline.formats.tbx.writing import write

__all__ = ["read", "write"]
