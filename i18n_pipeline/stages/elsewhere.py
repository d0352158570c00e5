"""What other articles have for the same source."""

from collections.abc import Iterable, Mapping

from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.article import Analysed


def elsewhere(articles: Iterable[Analysed]) -> Mapping[Key, Mapping[str, str]]:
    """For each text with several translations: each of them with an article that has it.

    Where a person signed off some of them, the others are left out.
    """
    found: dict[Key, list[tuple[Entry, str]]] = {}
    for article in articles:
        for key, entry in article.leverage.kept.items():
            if entry.target:
                found.setdefault(key, []).append((entry, article.job.article))
    return {key: _texts(entries) for key, entries in found.items() if _differ(entries)}


def _differ(entries: list[tuple[Entry, str]]) -> bool:
    return any(entry.target != entries[0][0].target for entry, _ in entries)


def _texts(entries: list[tuple[Entry, str]]) -> dict[str, str]:
    reviewed = [each for each in entries if each[0].state is State.REVIEWED]
    return {entry.target: article for entry, article in reversed(reviewed or entries)}
