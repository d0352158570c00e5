"""How far a project was at a time, and what was paid."""

from collections.abc import Iterator
from dataclasses import dataclass

from i18n_pipeline.model.report import RunReport


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How far all articles of a target language were `at` a time (ISO 8601, UTC): segments by state."""

    at: str
    target: str
    articles: int
    untranslated: int
    machine: int
    outdated: int
    reviewed: int
    words_left: int

    @property
    def segments(self) -> int:
        """All of them."""
        return self.untranslated + self.machine + self.outdated + self.reviewed


@dataclass(frozen=True, slots=True)
class Billed:
    """What an engine was paid for in a month (`2026-11`); `price` is None where no rate is known."""

    month: str
    engine: str
    characters: int
    tokens: int
    price: float | None = None
    currency: str = ""


def snapshots(report: RunReport, at: str) -> Iterator[Snapshot]:
    """A snapshot for each target language of a report of all articles."""
    for target in dict.fromkeys(article.target for article in report.articles):
        mine = [article for article in report.articles if article.target == target]
        yield Snapshot(
            at,
            target,
            len(mine),
            sum(article.failed for article in mine),
            sum(article.machine for article in mine),
            sum(article.outdated for article in mine),
            sum(article.reviewed for article in mine),
            sum(article.words_left for article in mine),
        )
