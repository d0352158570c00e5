"""Front matter: read its fields, write new texts into it as span patches; nothing is re-serialised."""

from i18n_pipeline.formats.front_matter.fields import Field, FrontMatter, Notation, Path
from i18n_pipeline.formats.front_matter.reading import read
from i18n_pipeline.formats.front_matter.writing import write

__all__ = ["Field", "FrontMatter", "Notation", "Path", "read", "write"]
