"""Inline codes: links, code, images and emphasis are those of the source."""

import re
from collections import Counter
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import Content, Kind, Placeholder, placeholders, well_nested

_LINK = re.compile(r"\]\(\s*(?P<target><[^>]*>|[^\s)]*(?:\([^\s)]*\)[^\s)]*)*)")
Code = tuple[Kind, str]


def same_placeholders(pair: Pair) -> Iterator[Finding]:
    """Codes that are missing, new or wrongly nested; a link or code that changed is told as one."""
    expected, found = _codes(pair.source), _codes(pair.target)
    missing, extra = expected - found, found - expected
    for was, became in _changes(missing, extra):
        message = f"{_start(_name(was))} became {_name(became)}."
        yield Finding(
            "placeholder-changed",
            Severity.ERROR,
            message,
            fix=f"Put {_name(was)} back.",
            span=_place(became, pair),
        )
    for code in _told(missing - Counter(was for was, _ in _changes(missing, extra))):
        message = f"{_start(_name(code))} is missing in the translation."
        yield Finding("placeholder-missing", Severity.ERROR, message, fix="Copy it from the source.")
    for code in _told(extra - Counter(became for _, became in _changes(missing, extra))):
        message = f"{_start(_name(code))} is not in the source."
        span = _place(code, pair)
        yield Finding("placeholder-added", Severity.ERROR, message, fix="Take it out.", span=span)
    if expected == found and well_nested(pair.source) and not well_nested(pair.target):
        message = "Openings and ends of links, emphasis or tags don't belong together."
        yield Finding("placeholder-order", Severity.ERROR, message, fix="Put each end behind its opening.")


def _codes(content: Content) -> Counter[Code]:
    return Counter((code.kind, _same_meaning(code)) for code in placeholders(content))


def _same_meaning(code: Placeholder) -> str:
    """The code without what may differ: the sign for emphasis, a link's title, the kind of line break."""
    written = code.in_translation
    if link := _LINK.match(written):
        return f"]({link['target']})"
    if set(written) == {"_"}:
        return written.replace("_", "*")
    return "\\\n" if re.fullmatch(r" {2,}\n\s*|\\\n\s*", written) else written


def _changes(missing: Counter[Code], extra: Counter[Code]) -> list[tuple[Code, Code]]:
    """A missing code and a new one of the same sort: one that was altered."""
    return [
        (was, became)
        for was in missing
        for became in extra
        if _sort(was) == _sort(became) and len(missing) == len(extra) == 1
    ]


def _sort(code: Code) -> str:
    return f"{code[0]}{code[1][:2]}" if code[1].startswith("](") else f"{code[0]}{code[1][:1]}"


def _place(code: Code, pair: Pair) -> tuple[int, int] | None:
    """Where such a code stands in the translation's Markdown."""
    at = 0
    for part in pair.target:
        width = len(part if isinstance(part, str) else part.in_translation)
        if not isinstance(part, str) and (part.kind, _same_meaning(part)) == code:
            return at, at + width
        at += width
    return None


def _told(codes: Counter[Code]) -> list[Code]:
    """One of each pair: the end tells more than the opening of a link, and the two go together."""
    opens = sum(count for (kind, _), count in codes.items() if kind is Kind.OPEN)
    closes = sum(count for (kind, _), count in codes.items() if kind is Kind.CLOSE)
    return [code for code in codes if code[0] is not Kind.OPEN or opens != closes]


def _name(code: Code) -> str:
    text = code[1]
    if link := _LINK.match(text):
        return f"the link to {link['target'] or 'nothing'}"
    if text.startswith("`"):
        return f"the code {text}"
    if text.startswith("<"):
        return f"the tag {text}"
    if text.startswith("!["):
        return f"the image {text}"
    if set(text) <= set("*_~"):
        return f"the emphasis {text}"
    return "the line break" if text == "\\\n" else f"the code {text}"


def _start(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
