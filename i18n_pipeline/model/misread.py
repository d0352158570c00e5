"""Text that may have been read in a wrong encoding."""

import re

_MISREAD = re.compile(r"[^\0-\x7f]{2}|[\x80-\x9f]")


def may_be_misread(text: str) -> bool:
    """Whether two of its characters may have been one, or one is a control: else ftfy has nothing to mend.

    ftfy takes long to load, and most texts have neither.
    """
    return _MISREAD.search(text) is not None
