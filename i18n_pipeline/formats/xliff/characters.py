"""Text in XML (XML 1.0, 2.2 "Characters"): what it can't hold becomes <cp>, or goes where none may stand."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Inline text; a carriage return as a reference, for a parser takes one that is written out away."""
    return _FORBIDDEN.sub(lambda match: f'<cp hex="{ord(match.group()):04X}"/>', _escaped(value))


def plain(value: str) -> str:
    """The text of a note or a term, where <cp> may not stand."""
    return _escaped(_FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """An attribute's value in its quotes."""
    return quoteattr(_FORBIDDEN.sub("", value))


def _escaped(value: str) -> str:
    return escape(value, {"\r": "&#13;"})
