"""Measures the checks: how many seeded defects they find, and how often they cry at a good translation.

    python -m benchmarks.checks [FILE ...]

The set is tests/golden/checks/; a defect counts as found where a finding of its own kind comes. Each
FILE is a PO file, whose reviewed texts count as good, or a TSV file (Dutch, English): defects are seeded
into them, too. Without any, the project's catalogues are taken. A last table says how often the language
of a text's first words is told.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from i18n_pipeline.checks.language import Language, guess
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.translation import State
from tests.golden.checks_set import Example, defects, good, seeded

CATALOGUES = Path(__file__).parents[1] / "po" / "en"
LENGTHS = (1, 2, 3, 4, 6, 8)


def recall(others: Sequence[Example]) -> Iterator[str]:
    """A row for each kind of defect, and the sum: in the set, and seeded into other good translations."""
    yield "| seeded defect | in the set | found | recall | in other texts | found | recall |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    ours, theirs = _counted(defects()), _counted(seeded(others))
    for kind in ours:
        yield _row(kind, *_cells(ours[kind]), *_cells(theirs.get(kind, (0, 0))))
    sums = (tuple(map(sum, zip(*counts.values(), strict=True))) for counts in (ours, theirs) if counts)
    yield _row("all", *(cell for count, found in sums for cell in _cells((count, found))))


def _counted(examples: Iterable[Example]) -> dict[str, tuple[int, int]]:
    """How many of each kind there are, and how many of them are found."""
    result: dict[str, tuple[int, int]] = {}
    for example in examples:
        count, found = result.get(example.kind, (0, 0))
        result[example.kind] = (count + 1, found + example.found)
    return result


def _cells(counts: tuple[int, int]) -> tuple[object, ...]:
    count, found = counts
    return (count, found, f"{found / count:.1%}") if count else ("", "", "")


def alarms(sets: Mapping[str, Sequence[Example]]) -> Iterator[str]:
    """A row for each set of good translations; the findings go to standard error."""
    yield "| good translations | segments | error | warning | info | per 1,000 |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, examples in sets.items():
        yield _alarms(name, examples)


def _alarms(name: str, examples: Sequence[Example]) -> str:
    found = [(example, finding) for example in examples for finding in example.findings()]
    for example, finding in found:
        print(f"{finding.severity}: {finding.message} | {example.source} | {example.target}", file=sys.stderr)
    by_severity = Counter(finding.severity for _, finding in found)
    counts = [by_severity[severity] for severity in sorted(Severity, reverse=True)]
    return _row(name, len(examples), *counts, f"{len(found) / len(examples) * 1000:.1f}")


def _catalogue(path: Path) -> Iterator[Example]:
    for entry in gettext.read(path.read_bytes()).entries:
        if entry.state is State.REVIEWED and not entry.obsolete:
            yield Example(entry.source, entry.target, title=entry.context == "title")


def _table(path: Path) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        source, target, *_ = line.split("\t")
        if source.strip():
            yield Example(source, target)


def languages() -> Iterator[str]:
    """A row for each number of words."""
    yield "| first words | texts | right | not told | wrong |\n|---:|---:|---:|---:|---:|"
    texts = [
        (text, language)
        for example in good()
        for text, language in ((example.source, Language.DUTCH), (example.target, Language.ENGLISH))
    ]
    for length in LENGTHS:
        told = [(guess(" ".join(text.split()[:length])), language) for text, language in texts]
        right, unknown = sum(one is other for one, other in told), sum(one is None for one, _ in told)
        yield _row(length, len(told), right, unknown, len(told) - right - unknown)


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def main(arguments: Iterable[str]) -> None:
    """Print the three tables."""
    files = [Path(name) for name in arguments] or sorted(CATALOGUES.glob("*.po"))
    read = {path.name: list(_catalogue(path) if path.suffix == ".po" else _table(path)) for path in files}
    others = {name: examples for name, examples in read.items() if examples}
    for table in (recall(list(chain(*others.values()))), alarms({"the set": good(), **others}), languages()):
        print(*table, sep="\n", end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
