"""An article's text to a document: front matter by the rules, the body by Markdown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from i18n_pipeline.formats import front_matter, markdown
from i18n_pipeline.formats.repair import repair
from i18n_pipeline.model.document import Document, Field, Hole, Path, Segment
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.inline import has_letters
from i18n_pipeline.model.rules import FrontMatterRules


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: sentence rules, front matter rules, translatable shortcode parameters.

    `vocabulary` gives a taxonomy term's translation, or None where the glossary has none.
    """

    split: markdown.Split
    rules: FrontMatterRules = field(default_factory=FrontMatterRules)
    vocabulary: Callable[[str], str | None] = lambda _: None
    parameters: tuple[str, ...] = ()


def segment(text: str, reading: Reading) -> Document:
    """The document of an article's text.

    Raises ArticleError with a line for front matter that is not valid.
    """
    front = front_matter.read(text)
    repairs = _Repairs(text)
    fields, segments = _front_matter(front, reading, repairs)
    skeleton, body = markdown.parse(
        front.body,
        split=reading.split,
        repair=repairs,
        parameters=reading.parameters,
        first_line=front.head.count("\n") + 1,
        first_index=len(segments),
    )
    return Document(front.head, tuple(fields), skeleton, (*segments, *body), tuple(repairs.findings))


class _Repairs:
    """Repairs prose and keeps account of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.findings: list[Finding] = []

    def __call__(self, prose: str) -> str:
        repaired = repair(prose)
        for before, after in repaired.changes:
            line = self._text.count("\n", 0, max(0, self._text.find(before))) + 1
            self.findings.append(
                Finding(
                    "mojibake-repaired",
                    Severity.INFO,
                    f"“{before}” was read as “{after}”.",
                    line,
                    fix="Correct it in the article.",
                )
            )
        return repaired.text


def dotted(path: Path) -> str:
    """A front matter path as rules name it: list positions don't count."""
    return ".".join(part for part in path if isinstance(part, str))


def _front_matter(
    front: front_matter.FrontMatter, reading: Reading, repairs: _Repairs
) -> tuple[list[Field], list[Segment]]:
    fields: list[Field] = []
    segments: list[Segment] = []
    given = _given(front, reading.rules)
    for value in front.fields:
        if not value.is_text or value.text is None:
            continue
        name = dotted(value.path)
        if name in reading.rules.taxonomy:
            fields.append(Field(value.path, (Hole(len(segments)),)))
            segments.append(_term(value.text, name, value.line, reading))
        elif name in reading.rules.translate and has_letters((value.text,)):
            skeleton, found = _value(value, name, reading, repairs, len(segments))
            if len(found) == 1 and name in given:
                found = [replace(found[0], given=given[name])]
            fields.append(Field(value.path, skeleton))
            segments += found
    return fields, segments


def _value(
    value: front_matter.Field, name: str, reading: Reading, repairs: _Repairs, first: int
) -> tuple[tuple[str | Hole, ...], list[Segment]]:
    skeleton, found = markdown.parse(
        value.text or "",
        split=_whole if name.endswith("title") else reading.split,
        repair=repairs,
        parameters=reading.parameters,
        first_line=value.line,
        first_index=first,
    )
    several = len(found) > 1
    placed = [
        replace(
            segment,
            context=name,
            line=value.line,
            place=f"front matter, {name}" + (f", sentence {number} of {len(found)}" if several else ""),
        )
        for number, segment in enumerate(found, 1)
    ]
    return skeleton, placed


def _whole(text: str) -> list[str]:
    return [text]


def _term(text: str, name: str, line: int, reading: Reading) -> Segment:
    return Segment(
        content=(text,),
        raw=text,
        context=name,
        place=f"front matter, {name}",
        line=line,
        taxonomy=True,
        given=reading.vocabulary(text) or "",
    )


def _given(front: front_matter.FrontMatter, rules: FrontMatterRules) -> dict[str, str]:
    """Translations that an editor wrote into the source article: `english_title` for `title`."""
    written = {dotted(value.path): value.text for value in front.fields if value.is_text and value.text}
    return {origin: written[key] for key, origin in rules.derive.items() if key in written}
