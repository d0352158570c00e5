"""Text in XML (XML 1.0, 2.2 "Characters"): what it can't hold becomes <cp>, or goes where none may stand."""

from xml.sax.saxutils import escape, quoteattr

from i18n_pipeline.formats.xml_text import FORBIDDEN, allowed


def text(value: str) -> str:
    """Inline text; a carriage return as a reference, for a parser takes one that is written out away."""
    return FORBIDDEN.sub(lambda match: f'<cp hex="{ord(match.group()):04X}"/>', _escaped(value))


def plain(value: str) -> str:
    """The text of a note or a term, where <cp> may not stand."""
    return _escaped(allowed(value))


def attribute(value: str) -> str:
    """An attribute's value in its quotes."""
    return quoteattr(allowed(value))


def _escaped(value: str) -> str:
    return escape(value, {"\r": "&#13;"})
