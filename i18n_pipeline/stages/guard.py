"""Texts that keep an article's structure: what would break it is escaped, or left out by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.finding import Finding, Severity

ENOUGH = 8
"""So many texts that break the structure, each found by several parses, and the rest is escaped unseen."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """Texts by segment number that leave the structure as it is, and what was found of the others."""

    texts: Mapping[int, str]
    body: str
    findings: tuple[Finding, ...]


def guarded(document: Document, texts: Mapping[int, str], parameters: Sequence[str] = ()) -> Guarded:
    """Keep of the texts what the body's structure bears.

    One parse where all is well. Else the first text that breaks the structure is found by bisection,
    escaped, and where that does not help left out with a finding.
    """
    return _Guard(document, texts, parameters).result()


class _Guard:
    def __init__(self, document: Document, texts: Mapping[int, str], parameters: Sequence[str]) -> None:
        self._document = document
        self._parameters = parameters
        self._texts = dict(sorted(texts.items()))
        self._findings: list[Finding] = []

    def result(self) -> Guarded:
        good = bad = 0
        while not self._keeps(body := self._body(len(self._texts))):
            good = self._first_bad(good)
            good += self._mended(good)
            bad += 1
            if bad == ENOUGH:
                self._escape_from(good)
        return Guarded(self._texts, body, tuple(self._findings))

    def _body(self, count: int) -> str:
        """The body with the first `count` texts."""
        texts = dict(list(self._texts.items())[:count])
        return markdown.fill(self._document.skeleton, self._document.segments, texts)

    def _holds(self, count: int) -> bool:
        return self._keeps(self._body(count))

    def _keeps(self, body: str) -> bool:
        return body == self._document.body or markdown.structure(body, self._parameters) == self._wanted

    @cached_property
    def _wanted(self) -> markdown.Structure:
        return markdown.structure(self._document.body, self._parameters)

    def _first_bad(self, good: int) -> int:
        """How many texts hold before the first one that does not; `good` of them are known to."""
        bad = len(self._texts)
        while bad - good > 1:
            middle = (good + bad) // 2
            if self._holds(middle):
                good = middle
            else:
                bad = middle
        return bad - 1

    def _escape_from(self, number: int) -> None:
        """Escape all texts from `number` on: an engine that is wrong so often is not looked at one by one."""
        for index in list(self._texts)[number:]:
            self._texts[index] = markdown.escaped(self._texts[index], self._document.segments[index])

    def _mended(self, number: int) -> int:
        """Escape text `number`, or leave it out; returns how many texts it added to those that hold."""
        index = list(self._texts)[number]
        segment, text = self._document.segments[index], self._texts[index]
        self._texts[index] = markdown.escaped(text, segment)
        if self._holds(number + 1):
            return 1
        del self._texts[index]
        self._findings.append(
            Finding(
                "structure-broken",
                Severity.ERROR,
                f"This translation would change the article's layout and was left out: {text!r}.",
                segment.line,
                segment.source,
                "Keep the codes of the source (emphasis, links, breaks) as they are.",
            )
        )
        return 0
