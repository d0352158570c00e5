"""A text as a TOML string, in the style of the one that it replaces where it fits into it."""

import re
from collections.abc import Iterator

from i18n_pipeline.formats.front_matter.slot import Kind, Patch, Patches, Slot

# TOML 1.0, "String": control characters other than tab have to be escaped.
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f\ud800-\udfff\ufeff]')
_TO_ESCAPE_IN_LINES = re.compile('\\\\|"""|"\\Z|[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufeff]')
_LITERAL = re.compile("[\t\x20-\x26\x28-\x7e\x80-\ud7ff\ue000-\ufefe\uff00-\U0010ffff]*")
_LITERAL_LINES = re.compile(
    "(?!.*''')[\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufefe\uff00-\U0010ffff]*(?<!')", re.DOTALL
)
_OPENING = re.compile(r"(\"\"\"|''')((?:\r?\n)?)")
_ESCAPES = {"\\": r"\\", '"': r"\"", "\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r"}


def replacements(content: str, slot: Slot, text: str, newline: str) -> Iterator[Patches]:
    """Patches that set the value to the text, in its own style first."""
    if slot.kind is Kind.TABLE and content.startswith("[", slot.start):
        raise ValueError(f"{slot.path} is a table, a text can't be put there")
    styled = _in_style(text, content[slot.start : slot.end], newline)
    if styled is not None:
        yield (Patch(slot.start, slot.end, styled),)
    yield (Patch(slot.start, slot.end, basic(text)),)


def basic(text: str) -> str:
    """The text as a basic string on one line."""
    return f'"{_TO_ESCAPE.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    return "".join(_ESCAPES.get(char) or f"\\u{ord(char):04X}" for char in match.group())


def _in_style(text: str, raw: str, newline: str) -> str | None:
    opening = _OPENING.match(raw)
    if opening:
        return _lines(text, opening, newline)
    if raw.startswith("'") and _LITERAL.fullmatch(text):
        return f"'{text}'"
    return None


def _lines(text: str, opening: re.Match[str], newline: str) -> str | None:
    quotes, first_break = opening.groups()
    if quotes == '"""':
        text = _TO_ESCAPE_IN_LINES.sub(_escaped, text)
    elif not _LITERAL_LINES.fullmatch(text):
        return None
    # A break right behind the quotes doesn't count, so a text that begins with one needs it.
    if text.startswith("\n"):
        first_break = first_break or newline
    lines = text.replace("\n", newline)
    return f"{quotes}{first_break}{lines}{quotes}"
