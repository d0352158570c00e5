"""A thousand articles: as few requests as can be, each text once."""

import random
from itertools import pairwise
from math import ceil

from i18n_pipeline.model.engine import Capabilities
from tests.functional.site import Site, texts

ARTICLES = 1000
PARAGRAPHS = 5
REPEATED = 0.3
LIMIT = 50
"""Texts that one request may hold."""

_SUBJECTS = ("Een werkgever", "De recruiter", "Je begeleider", "Een stagiair", "Het bedrijf", "Je collega")
_VERBS = ("vraagt", "leest", "belooft", "bespreekt", "noemt", "zoekt", "beoordeelt", "verwacht")
_OBJECTS = ("je cv", "een motivatiebrief", "een proeftijd", "je salaris", "een diploma", "de vacature")


def _sentence(number: int, chance: random.Random) -> str:
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {chance.choice(_OBJECTS)} op dag {number}."


def _articles() -> dict[str, str]:
    """Articles with a title and five one-sentence paragraphs, three in ten of them stock phrases."""
    chance = random.Random(3)  # noqa: S311 - sample texts
    stock = [_sentence(number, chance) for number in range(40)]
    numbers = iter(range(1000, 1000 + ARTICLES * PARAGRAPHS))
    return {
        f"{article:04}": f"---\ntitle: Artikel {article}\n---\n\n"
        + "\n\n".join(
            chance.choice(stock) if chance.random() < REPEATED else _sentence(next(numbers), chance)
            for _ in range(PARAGRAPHS)
        )
        + "\n"
        for article in range(ARTICLES)
    }


def _distinct(articles: dict[str, str]) -> set[str]:
    lines = (line for text in articles.values() for line in text.split("\n"))
    return {line.removeprefix("title: ") for line in lines if line and line != "---"}


def test_a_thousand_articles() -> None:
    """As few requests as 50 texts allow, each distinct text once; a changed word costs its sentence."""
    articles = _articles()
    site = Site(articles)
    site.backend.capabilities = Capabilities(batch_texts=LIMIT, concurrency=4)
    reports = site.run()
    distinct = _distinct(articles)
    assert len(site.backend.batches) == ceil(len(distinct) / LIMIT)
    assert sorted(site.backend.texts) == sorted(distinct)
    assert sum(report.characters for report in reports) == sum(map(len, distinct))
    assert not texts(reports) & {"not-translated"}

    site.backend.batches.clear()
    old = articles["0500"].split("\n")[4]
    site.edit(old, old.replace("dag", "avond"), "nl/0500.md")
    site.run()
    assert (len(site.backend.batches), site.backend.texts) == (1, [old.replace("dag", "avond")])


def test_bytes_bound_a_request() -> None:
    """Where bytes are the limit, no request is larger and neighbours could not have been one."""
    paragraphs = [f"Dit is alinea {number} " + "x" * (number * 7 % 90) + "." for number in range(200)]
    site = Site({"a": "\n\n".join(paragraphs) + "\n"})
    site.backend.capabilities = Capabilities(batch_bytes=400)
    site.run()
    sizes = [
        sum(site.backend.capabilities.weigh(query.content) for query in batch.queries)
        for batch in site.backend.batches
    ]
    assert max(sizes) <= 400
    assert all(first + second > 400 for first, second in pairwise(sizes))
