"""Which characters XML can hold (XML 1.0, 2.2 "Characters")."""

import re

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text without what no XML file can hold: control characters, half surrogate pairs, U+FFFE."""
    return FORBIDDEN.sub("", text)
