"""PO files (GNU gettext manual, "The Format of PO Files"): the only place that knows polib."""

from i18n_pipeline.formats.gettext.read import read
from i18n_pipeline.formats.gettext.write import write

__all__ = ["read", "write"]
