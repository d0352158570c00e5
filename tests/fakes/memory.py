"""A memory of a few units."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n_pipeline.model.memory import Languages, Match, Unit, Wanted

PAIR = Languages("nl", "en-GB")


@dataclass
class FakeMemory:
    """Gives the matches that it was told of for each source text, and remembers what was wanted."""

    matches: dict[str, tuple[Match, ...]] = field(default_factory=dict)
    asked: list[Wanted] = field(default_factory=list)

    def recall(self, wanted: Sequence[Wanted], languages: Languages) -> list[tuple[Match, ...]]:
        """The matches for each text, of the language pair alone."""
        self.asked += wanted
        return [
            tuple(
                match for match in self.matches.get(each.source, ()) if match.unit.languages.serves(languages)
            )
            for each in wanted
        ]


def unit(source: str, target: str, before: str | None = None, after: str | None = None) -> Unit:
    """A reviewed unit of an article."""
    return Unit(source, target, PAIR, "po/b.po", before=before, after=after)
