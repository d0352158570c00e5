"""Texts from outside, a file's name above all, where a terminal or a line-based format must not obey them."""

import re

_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_HIDDEN_BUT_BREAKS = re.compile(r"(?!\n)" + _HIDDEN.pattern)
_RAW_IN_JSON = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BYTES = range(0xDC80, 0xDD00)  # PEP 383: bytes of a name that are no UTF-8, as surrogates


def visible(text: str, *, breaks: bool = False) -> str:
    r"""The text on one line, its control characters and stray bytes as Python writes them: `\x1b`, `\n`.

    With `breaks` its line feeds stay.
    """
    return (_HIDDEN_BUT_BREAKS if breaks else _HIDDEN).sub(_escaped, text)


def visible_json(text: str) -> str:
    """JSON that means the same, without what `json.dumps` leaves raw: C1 controls, stray bytes."""
    return _RAW_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _BYTES:
        return f"\\x{code - 0xDC00:02x}"
    return match[0].encode("unicode_escape").decode("ascii")
