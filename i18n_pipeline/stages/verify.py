"""Whether an article's promises hold: identity without a translation, structure with one."""

from collections.abc import Callable
from dataclasses import dataclass

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats.encoding import decode, encode
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import Content, target_markdown
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.render import render
from i18n_pipeline.stages.segment import Reading, segment

_NO_RULES = FrontMatterRules(derive={}, set={}, status_key="")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one article; `refused` says why it can't be read at all."""

    identity: bool = False
    structure: bool = False
    findings: tuple[Finding, ...] = ()
    refused: PipelineError | None = None


def verify(data: bytes, reading: Reading, change: Callable[[Content], Content]) -> Verdict:
    """Render an article without a translation, with its own texts, and with every text changed.

    `change` gives a text of which every letter differs and every code is kept.
    """
    try:
        decoded = decode(data)
        document = segment(decoded.text, reading)
    except PipelineError as error:
        return Verdict(refused=error)
    echoed = {
        number: each.source
        for number, each in enumerate(document.segments)
        if not (each.repaired or each.taxonomy)
    }
    differing = [
        _difference(
            decoded.text, render(document, texts, rules=_NO_RULES, parameters=reading.parameters).text
        )
        for texts in ({}, echoed)
    ]
    if encode(decoded.text, decoded) != data:
        differing.append(1)
    identity = tuple(_not_identical(line) for line in differing if line)
    changed = {
        n: target_markdown(change(each.content))
        for n, each in enumerate(document.segments)
        if not each.taxonomy
    }
    structure = guarded(document, changed, reading.parameters).findings
    return Verdict(not identity, not structure, (*identity, *structure))


def _difference(one: str, other: str) -> int:
    """The line of the first difference, counted from 1; 0 where there is none."""
    if one == other:
        return 0
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one.count("\n", 0, at) + 1


def _not_identical(line: int) -> Finding:
    return Finding(
        "identity-broken",
        Severity.ERROR,
        "Without a translation this article would not come out as it went in.",
        line,
        fix="Please report it with the article.",
    )
