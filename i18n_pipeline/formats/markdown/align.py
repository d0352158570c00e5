"""A translation's Markdown read against its source: which codes are there, and which are its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from i18n_pipeline.formats.markdown.scan import Run, scan
from i18n_pipeline.formats.markdown.tokens import CLOSE, OPEN, TEXTUAL
from i18n_pipeline.model.inline import Content, Kind, Placeholder, merged, placeholders

_FOREIGN = 1000
"""Codes that the source does not have are numbered from here."""


def aligned(text: str, source: Content) -> Content:
    """The text as content with the source's placeholders; codes of its own get new numbers.

    Codes are recognised by how they are written; pairs may come in another order than in the source.
    """
    parts: list[str | Placeholder] = []
    for part in matched(text, source):
        parts += _with_own_codes(part) if isinstance(part, str) else [part]
    return merged(tuple(parts))


def matched(text: str, source: Content) -> Content:
    """The text with the source's placeholders where they are written in it; all else is text."""
    return merged(tuple(_Matcher(source).parts(text)))


class _Matcher:
    def __init__(self, source: Content) -> None:
        codes = placeholders(source)
        self._left = {kind: [code for code in codes if code.kind is kind] for kind in Kind}
        self._beginnings = {(code.id, code.source) for code in codes if code.kind is Kind.OPEN}
        forms = {form for code in codes for form in (code.target, code.source) if form}
        self._pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)")

    def parts(self, text: str) -> Iterator[str | Placeholder]:
        result: list[str | Placeholder] = []
        opened: list[tuple[int, Placeholder]] = []
        at = 0
        for match in self._pattern.finditer(text):
            code = self._code(match.group(), result, opened)
            if code is None:
                continue
            result += [text[at : match.start()], code]
            at = match.end()
            if code.kind is Kind.OPEN:
                opened.append((len(result) - 1, code))
        yield from result
        yield text[at:]

    def _code(
        self, written: str, result: list[str | Placeholder], opened: list[tuple[int, Placeholder]]
    ) -> Placeholder | None:
        if opened and (close := self._end_of(opened[-1][1], written)):
            number, opener = opened.pop()
            result[number] = replace(opener, id=close.id)
            self._left[Kind.CLOSE].remove(close)
            return close
        for kind in (Kind.OPEN, Kind.STANDALONE):
            if code := next(self._left_as(kind, written), None):
                self._left[kind].remove(code)
                return code
        return None

    def _end_of(self, opener: Placeholder, written: str) -> Placeholder | None:
        """The end of a pair that begins as `opener` is written."""
        ends = self._left_as(Kind.CLOSE, written)
        return next((code for code in ends if (code.id, opener.source) in self._beginnings), None)

    def _left_as(self, kind: Kind, written: str) -> Iterator[Placeholder]:
        return (code for code in self._left[kind] if written in {code.source, code.target})


def _with_own_codes(text: str) -> Iterator[str | Placeholder]:
    """The codes in a text that the source has none of."""
    at = 0
    for number, item in enumerate(scan(text)):
        for token in item.tokens if isinstance(item, Run) else ():
            if token.sort in TEXTUAL or not token.key:
                continue
            yield text[at : token.start]
            yield Placeholder(
                _FOREIGN + number, _KINDS.get(token.sort, Kind.STANDALONE), text[token.start : token.end]
            )
            at = token.end
    yield text[at:]


_KINDS = {OPEN: Kind.OPEN, CLOSE: Kind.CLOSE}
