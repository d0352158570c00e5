"""Character references (`&euml;`, `&#8217;`), which an engine reads as odd words."""

import html
import re

from i18n_pipeline.model.inline import Content

REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""CommonMark 0.31.2, 2.5 "Entity and numeric character references"."""


def readable(content: Content) -> Content:
    """Content with the characters that its references stand for.

    Those for ASCII stay as they are: `&lt;` and `&#42;` are written so because the character itself
    would be markup.
    """
    return tuple(REFERENCE.sub(_decoded, part) if isinstance(part, str) else part for part in content)


def _decoded(reference: re.Match[str]) -> str:
    char = html.unescape(reference[0])
    # A name that HTML does not know may begin with one that it does: `&notit;` is not "¬it;".
    return reference[0] if char.isascii() or char.endswith(";") else char
