"""A translation that needs no engine: the same every time, English to look at, never its source."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

_WORDS = {
    "de": "the", "het": "the", "een": "a", "en": "and", "of": "or", "in": "at", "is": "was", "niet": "not",
    "geen": "no", "van": "from", "voor": "for", "met": "with", "op": "on", "je": "you", "jij": "you",
    "ik": "I", "wij": "we", "werk": "work", "baan": "job", "netwerken": "networking", "ga": "go",
    "naar": "to", "huis": "home", "zie": "see", "goed": "good", "sollicitatie": "application",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def translated(text: str, terms: Mapping[str, str]) -> str:
    """Known words from a small dictionary, others with an English ending; `terms` before both."""
    if not terms:
        return _WORD.sub(lambda match: _word(match[0]), text)
    longest_first = sorted(terms, key=len, reverse=True)
    term = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b")
    pieces = term.split(text)
    return "".join(terms[piece] if at % 2 else translated(piece, {}) for at, piece in enumerate(pieces))


def _word(word: str) -> str:
    known = _WORDS.get(word.lower(), f"{word}ish")
    return known.capitalize() if word.istitle() else known


def translated_xml(fragment: str, terms: Mapping[str, str], ignored: frozenset[str]) -> tuple[str, int]:
    """The fragment with its texts translated, and how many characters outside tags it has.

    Raises ElementTree.ParseError for what is not well-formed (tag handling v2).
    """
    root = ET.fromstring(f"<root>{fragment}</root>")  # noqa: S314 - tests send it
    characters = len("".join(root.itertext()))
    _translate(root, terms, ignored)
    written = ET.tostring(root, encoding="unicode")
    return written.removeprefix("<root>").removesuffix("</root>").removesuffix("<root />"), characters


def _translate(element: ET.Element, terms: Mapping[str, str], ignored: frozenset[str]) -> None:
    if element.tag not in ignored:
        element.text = translated(element.text or "", terms)
        for child in element:
            _translate(child, terms, ignored)
    for child in element:
        child.tail = translated(child.tail or "", terms)
