"""The form in which texts are compared: quotes and spaces made alike, codes as numbered signs."""

import unicodedata

from i18n_pipeline.formats import markdown
from i18n_pipeline.formats.markdown.plain import has_markup
from i18n_pipeline.model.inline import Content, Kind

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " "})
# Private use: one character for each code, so that a code weighs as much as a letter.
_FIRST = {Kind.OPEN: 0xE000, Kind.CLOSE: 0xE400, Kind.STANDALONE: 0xE800}
_NUMBERS = 0x400


def comparable(text: str) -> str:
    """A Markdown text for comparison."""
    if has_markup(text):
        text = _numbered(markdown.aligned(text, ()))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_ALIKE))
    return " ".join(text.split())


def _numbered(content: Content) -> str:
    """The text with its codes numbered by kind, in order."""
    counts = dict.fromkeys(Kind, 0)
    parts: list[str] = []
    for part in content:
        if isinstance(part, str):
            parts.append(part)
        else:
            parts.append(chr(_FIRST[part.kind] + counts[part.kind] % _NUMBERS))
            counts[part.kind] += 1
    return "".join(parts)
