"""XLIFF 2.1 (OASIS Standard, 13 February 2018), and 2.0, which has the same core namespace."""

from i18n_pipeline.formats.xliff.document import (
    Base,
    Candidate,
    Code,
    File,
    Note,
    Parts,
    Returned,
    ReturnedFile,
    SegmentState,
    Unit,
)
from i18n_pipeline.formats.xliff.read import Document, read
from i18n_pipeline.formats.xliff.write import write

__all__ = [
    "Base",
    "Candidate",
    "Code",
    "Document",
    "File",
    "Note",
    "Parts",
    "Returned",
    "ReturnedFile",
    "SegmentState",
    "Unit",
    "read",
    "write",
]
