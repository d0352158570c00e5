"""Names that other tools gave to what TMX leaves open, read and written."""

from functools import lru_cache

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

DATATYPE = "x-markdown"
"""The native code of the pipeline's own units."""

NATIVE = frozenset({DATATYPE, "html"})
"""Data types whose native codes are Markdown or may stand in it; of others the words alone are taken."""

BEFORE, AFTER = "x-context-pre", "x-context-post"
"""The neighbouring source texts, as memoQ and MateCat name them."""

BEFORE_NAMES = (BEFORE, "prev")
AFTER_NAMES = (AFTER, "next")
"""OmegaT says `prev` and `next`."""

KEY = "x-msgctxt"
"""The front matter key, gettext's context."""

STATE, UNREVIEWED = "x-state", "machine"
STATE_NAMES = frozenset({STATE, "x-ConfirmationLevel", "x-MateCAT-status"})
UNREVIEWED_STATES = frozenset({
    UNREVIEWED, "draft", "new", "unspecified", "rejectedtranslation", "rejectedsignoff",
})  # fmt: skip
"""What is no person's last word, in lower case."""


@lru_cache(maxsize=256)
def local(tag: str) -> str:
    """An element's name without its namespace; a file has few names and many elements."""
    return tag.rpartition("}")[2]
