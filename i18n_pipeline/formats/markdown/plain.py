"""Texts that a reader of Markdown need not look at."""

import re

_SIGN = re.compile(r"[*_`\[<{&\\~$|@:\n]")
_WORDS = ("!!!", "???", "www.", "import ", "export ")


def has_markup(text: str) -> bool:
    """Whether a segment's text might have a code in it; False is certain, True a reason to look."""
    if _SIGN.search(text):
        return True
    lowered = text.lower()
    return any(word in lowered for word in _WORDS)
