"""A text as a YAML scalar, in the style of the value that it replaces where it fits into it."""

import re
from collections.abc import Iterator

from yaml import SafeLoader

from i18n_pipeline.formats.front_matter.slot import Slot
from i18n_pipeline.formats.front_matter.yaml_block import in_block

_PRINTABLE = re.compile(
    "[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)
_UNPLAIN = re.compile(
    r"""[?:,\[\]{}\#&*!|>'"%@`-]|\.\.\.|[ ]   # in front
    |.*(?::[ ]|[ ]\#|[: ]\Z
    |\t)                                   # PyYAML without libyaml ends a plain value there""",
    re.VERBOSE | re.DOTALL,
)
# YAML 1.2's core schema, and what Ruby's Psych reads as a number or date
_OTHER_SCHEMAS = re.compile(
    r"[-+]?(?:\d[\d_,]*)?\.?\d*(?:[eE][-+]?\d+)?|0o?[0-7_]+|0x[\dA-Fa-f_]+|\d{4}-\d\d?-\d\d?|y|n|yes|no|on|off",
    re.IGNORECASE,
)
_ESCAPES = {
    "\\": r"\\", '"': r"\"", "\0": r"\0", "\a": r"\a", "\b": r"\b", "\t": r"\t", "\n": r"\n", "\v": r"\v",
    "\f": r"\f", "\r": r"\r", "\x1b": r"\e", "\x85": r"\N", "\u2028": r"\L", "\u2029": r"\P",
}  # fmt: skip
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_BREAK = re.compile(r"\r\n|[\r\n]")


def written(text: str, raw: str, slot: Slot, newline: str) -> Iterator[str]:
    """The text as a value in place of `raw`, in its style first, then in double quotes."""
    styled = _in_style(text, raw, slot, newline)
    if styled is not None:
        yield styled
    yield double_quoted(text)


def plain_or_quoted(text: str, *, flow: bool = False) -> str:
    """The text as a value or key of one line, quoted only where it must be."""
    return text if _fits_plain(text, flow=flow) and "\n" not in text else double_quoted(text)


def double_quoted(text: str) -> str:
    """The text in double quotes, on one line, with escapes for what isn't printable."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04x}"


def _in_style(text: str, raw: str, slot: Slot, newline: str) -> str | None:
    if not _PRINTABLE.fullmatch(text) or raw.startswith('"'):
        return None
    if raw.startswith(("|", ">")):
        return in_block(text, raw, slot, newline)
    quoted = raw.startswith("'")
    if not quoted and not _fits_plain(text, flow=slot.flow):
        return None
    lines = _folded(text, raw, slot.indent, newline) if "\n" in text else text
    return "'" + lines.replace("'", "''") + "'" if quoted and lines is not None else lines


def _fits_plain(text: str, *, flow: bool) -> bool:
    return (
        _PRINTABLE.fullmatch(text) is not None
        and not _UNPLAIN.match(text)
        and not (flow and re.search(r"[,\[\]{}]", text))
        and not _read_otherwise(text)
    )


def _read_otherwise(text: str) -> bool:
    """Whether a reader takes the plain text for a null, boolean, number or date."""
    resolvers = SafeLoader.yaml_implicit_resolvers
    typed = (*resolvers.get(text[:1], ()), *resolvers.get(None, ()))
    return any(pattern.match(text) for _, pattern in typed) or _OTHER_SCHEMAS.fullmatch(text) is not None


def _folded(text: str, raw: str, indent: int, newline: str) -> str | None:
    """The text over several lines, as a value is that was so before; a break is an empty line."""
    if not _BREAK.search(raw) or re.search(r"^[ \t]|[ \t]$", text, re.MULTILINE):
        return None
    continued = re.search(r"[\r\n]([ \t]+)\S", raw)
    margin = continued.group(1) if continued else " " * (indent + 2)
    return re.sub(r"\n+", lambda breaks: newline * (len(breaks.group()) + 1) + margin, text)
