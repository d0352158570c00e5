"""The set that measures the checks: good translations, and defects by hand and by mutation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline.checks import Pair, check
from i18n_pipeline.formats import markdown
from i18n_pipeline.model.finding import Finding
from tests.golden.checks_mutators import MUTATORS, Text

_FOLDER = Path(__file__).with_name("checks")
_LABEL = re.compile(r"\]\[([^]]+)\]")

BY_HAND: Mapping[str, frozenset[str]] = {
    "false friend": frozenset({"false-friend"}),
    "abbreviation": frozenset({"dutch-abbreviation"}),
    "spelling": frozenset({"other-spelling"}),
    "-ize": frozenset({"oxford-spelling"}),
    "date": frozenset({"number-changed", "number-missing", "number-added"}),
    "time": frozenset({"number-changed", "number-missing", "number-added"}),
    "negation added": frozenset({"negation-added"}),
}
"""The kinds that are made by hand alone, and the codes of which one has to come."""


@dataclass(frozen=True, slots=True)
class Example:
    """A source and a translation; a defect's kind and its codes, or neither."""

    source: str
    target: str
    title: bool = False
    kind: str = ""
    codes: frozenset[str] = frozenset()

    def findings(self) -> tuple[Finding, ...]:
        """What the checks say of it."""
        return check(pair(self.source, self.target, title=self.title))

    @property
    def found(self) -> bool:
        """Whether a finding of its kind comes."""
        return any(finding.code in self.codes for finding in self.findings())


def pair(source: str, target: str, *, title: bool = False) -> Pair:
    """Two Markdown texts as a segment and its translation."""
    definitions = "".join(f"\n[{label}]: https://example.org/{label}" for label in _LABEL.findall(source))
    _, segments = markdown.parse(f"{source}\n{definitions}\n", split=lambda text: [text], repair=str)
    content = segments[0].content
    return Pair(content, markdown.aligned(target, content), title=title)


def good() -> list[Example]:
    """The good translations."""
    return [Example(source, target, rest == ["title"]) for source, target, *rest in _rows("good.tsv")]


def defects() -> list[Example]:
    """The defects: those by hand, and each kind made of every good translation that allows it."""
    by_hand = [
        Example(source, target, kind=kind, codes=_codes(kind))
        for kind, source, target in _rows("defects.tsv")
    ]
    return [*by_hand, *seeded(good())]


def _codes(kind: str) -> frozenset[str]:
    return MUTATORS[kind][1] if kind in MUTATORS else BY_HAND[kind]


def seeded(examples: Sequence[Example]) -> Iterator[Example]:
    """Each kind of defect that can be made, in every one of the good translations that allows it."""
    for kind, (mutate, codes) in MUTATORS.items():
        for example in examples:
            if (target := mutate(Text(example.source, example.target, example.title))) is not None:
                yield Example(example.source, target, example.title, kind, codes)


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]
