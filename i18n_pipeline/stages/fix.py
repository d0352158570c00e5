"""What is certain to be wrong in a translation, mended."""

from dataclasses import dataclass, replace

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.document import Segment
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.inline import target_markdown
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.annotate import Annotator, Checks
from i18n_pipeline.stages.article import Analysed
from i18n_pipeline.stages.leverage import keyed

Span = tuple[int, int]
_ROUNDS = 5  # mending one thing may uncover another
_BY_MACHINE = {State.MACHINE}
_ALL = {State.MACHINE, State.REVIEWED, State.OUTDATED}


@dataclass(frozen=True, slots=True)
class Change:
    """A translation before and after, the line of its segment, and the codes of what was mended."""

    line: int
    before: str
    after: str
    codes: tuple[str, ...]


def fix(article: Analysed, checks: Checks, *, reviewed: bool = False) -> tuple[Catalogue, tuple[Change, ...]]:
    """An article's catalogue with the findings mended that say what has to stand there; pure.

    A person's text is left alone unless `reviewed`. Checks that are off or ignored change nothing.
    """
    segments, states = keyed(article.document), _ALL if reviewed else _BY_MACHINE
    changes: list[Change] = []
    entries = []
    for entry in article.old.entries:
        fixed = entry
        if entry.state in states and not entry.obsolete and (segment := segments.get(entry.key)):
            fixed, codes = _fixed(segment, entry, checks)
            if codes:
                changes.append(Change(segment.line, entry.target, fixed.target, codes))
        entries.append(fixed)
    return replace(article.old, entries=tuple(entries)), tuple(changes)


def _fixed(segment: Segment, entry: Entry, checks: Checks) -> tuple[Entry, tuple[str, ...]]:
    codes: dict[str, None] = {}
    fixed = entry
    for _ in range(_ROUNDS):
        certain = _certain(checks.of(segment, fixed), segment, fixed.target)
        if not certain:
            break
        fixed = replace(fixed, target=_applied(certain, fixed.target))
        codes |= dict.fromkeys(code for *_, code in certain)
    if codes:
        fixed = replace(fixed, notes=Annotator(checks)(segment, fixed))
    return fixed, tuple(codes)


def _certain(found: tuple[Finding, ...], segment: Segment, target: str) -> list[tuple[Span, str, str]]:
    """Span, replacement and code of what can be mended, from the end to the start, none overlapping."""
    if target_markdown(markdown.aligned(target, segment.content)) != target:
        return []  # a code is written in another way than it is read: the spans count other characters
    spans = sorted(
        (finding.span, finding.replacement, finding.code)
        for finding in found
        if finding.span is not None and finding.replacement is not None
    )
    result: list[tuple[Span, str, str]] = []
    for each in reversed(spans):
        if not result or each[0][1] <= result[-1][0][0]:
            result.append(each)
    return result


def _applied(certain: list[tuple[Span, str, str]], target: str) -> str:
    for (start, end), instead, _ in certain:
        target = target[:start] + instead + target[end:]
    return target
