"""TMX 1.4b (LISA OSCAR, "Translation Memory eXchange", 26 April 2005)."""

from i18n_pipeline.formats.tmx.read import read
from i18n_pipeline.formats.tmx.write import write

__all__ = ["read", "write"]
