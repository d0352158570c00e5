"""Document and texts to the translated article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n_pipeline.formats import front_matter, markdown
from i18n_pipeline.model.document import Document, Path
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.segment import dotted


@dataclass(frozen=True, slots=True)
class Rendered:
    """An article in the target language, and what was found on the way."""

    text: str
    findings: tuple[Finding, ...] = ()


def render(
    document: Document,
    texts: Mapping[int, str],
    *,
    rules: FrontMatterRules,
    status: str = "",
    parameters: Sequence[str] = (),
) -> Rendered:
    """The article with these texts (Markdown by segment number); without any, its own text.

    `status` goes under the rules' `status_key`; empty writes none.
    """
    body = guarded(document, texts, parameters)
    head = front_matter.write(document.head, _edits(document, texts, rules, status))
    return Rendered(head + body.body, body.findings)


def _edits(
    document: Document, texts: Mapping[int, str], rules: FrontMatterRules, status: str
) -> dict[Path, str | None]:
    """New front matter values; inserted keys come in the order derive, set, status."""
    if not document.head:
        return {}
    edits: dict[Path, str | None] = {
        field.path: markdown.fill(field.skeleton, document.segments, texts) for field in document.fields
    }
    by_name = {dotted(path): text for path, text in edits.items()}
    for key, origin in rules.derive.items():
        if text := by_name.get(origin):
            edits[tuple(key.split("."))] = text
    edits |= {tuple(key.split(".")): value for key, value in rules.set.items()}
    if status and rules.status_key:
        edits[tuple(rules.status_key.split("."))] = status
    return edits | {tuple(key.split(".")): None for key in rules.drop}
