"""How fast the memory takes units in and finds them, how large it is, and what its index misses.

Prints a Markdown table for 10,000 and 100,000 units (`--million`: 1,000,000 too) of a seeded corpus:
Dutch-like sentences from templates, their nouns compounds with Zipf's distribution. The queries are
sentences of the corpus with one to three words replaced, put in or taken out. `recall` compares the
index with a look at every unit: how often it finds a match as good, of 100 queries that have one.

Seconds are those of the processor: other work on the machine doesn't count, waiting for the disk neither.
"""

import gc
import io
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from rapidfuzz import fuzz, process

from i18n_pipeline.formats import tmx
from i18n_pipeline.model.memory import LEAST, Languages, Unit, Wanted
from i18n_pipeline.storage.memory import SqliteMemory
from i18n_pipeline.storage.memory.score import score

PAIR = Languages("nl", "en-GB")
LOOK_UPS, COMPARED = 500, 100
NOUNS = """
sollicitatie loopbaan vacature werk salaris netwerk carrière bedrijf opleiding stage kennis ervaring leiding
project team klant markt verkoop beroep arbeid contract functie rooster verlof pensioen motivatie beoordeling
uitzend mantel detachering zorg bouw haven school jongeren talent cultuur
; gesprek brief plan advies bureau dag week jaar traject kans vraag doel lijst map site dienst kaart rol keuze
stap ronde groep leider coach overzicht regeling vergoeding voorwaarde toets profiel
; - begeleider formulier verslag planning afspraak commissie training
"""
FIRST, SECOND, THIRD = (part.split() for part in NOUNS.split(";"))
FUNCTION = ("de", "het", "een", "ook", "nog", "wel", "dan", "heel", "soms", "vaak", "altijd", "meer", "eerst")
TEMPLATES = (
    "Een goed {} begint met een {} over je {}.",
    "Bereid je {} voor met een {}.",
    "Wie een {} schrijft, vergeet vaak de {} en het {}.",
    "Vraag je {} om een {} voordat je aan een {} of {} begint.",
    "Het {} is belangrijker dan de {}.",
    "In de {} lees je hoe een {} van het {} werkt, en wat de {} daarvan vindt.",
    "Neem voor het {} de tijd.",
    "Met een {} op zak vind je sneller een {}, een {} of zelfs een {} bij een {}.",
    "Waarom zou je een {} doen als de {} nog loopt?",
    "Praat met een {} over {}, {} en {}.",
)


class Corpus:
    """Sentences, and queries that are edited ones."""

    def __init__(self, size: int) -> None:
        self._random = random.Random(size)  # noqa: S311 (a corpus, no secret)
        self._nouns = [f"{a}{b}{c.strip('-')}" for a in FIRST for b in SECOND for c in THIRD]
        self._random.shuffle(self._nouns)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._nouns))))
        self.sentences = [self._sentence() for _ in range(size)]

    def _sentence(self) -> str:
        template = self._random.choice(TEMPLATES)
        return template.format(*self._words(template.count("{}")))

    def _words(self, count: int) -> list[str]:
        return self._random.choices(self._nouns, cum_weights=self._weights, k=count)

    def query(self) -> str:
        """A sentence with one to three edits."""
        words = self._random.choice(self.sentences).split()
        for _ in range(self._random.randint(1, 3)):
            at = self._random.randrange(len(words))
            edit = self._random.choice(("replace", "replace", "insert", "delete"))
            if edit == "replace":
                words[at] = self._words(1)[0]
            elif edit == "insert":
                words.insert(at, self._random.choice(FUNCTION))
            elif len(words) > 4:
                del words[at]
        return " ".join(words)

    def units(self) -> Iterator[Unit]:
        """A unit for each sentence, in context."""
        around = ["", *self.sentences, ""]
        for text, before, after in zip(self.sentences, around, around[2:], strict=False):
            yield Unit(text, f"({text})", PAIR, "bench.tmx", None, before, after, changed="20261124T120000Z")


def main() -> None:
    """Measure and print."""
    sizes = [10_000, 100_000, *([1_000_000] if "--million" in sys.argv else [])]
    print("| units | units/s | of TMX, units/s | MB | median ms | p95 ms | recall |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    gc.disable()  # the corpus itself, kept as objects, would be searched for garbage again and again
    for size in sizes:
        print(row(Corpus(size)), flush=True)


def row(corpus: Corpus) -> str:
    """One line of the table."""
    size = len(corpus.sentences)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite3"
        memory = SqliteMemory(path)
        units = list(corpus.units())
        start = time.process_time()
        memory.replace("bench.tmx", "", units)
        memory.close()
        seconds = time.process_time() - start
        megabytes = path.stat().st_size / 1e6
        queries = [corpus.query() for _ in range(LOOK_UPS)]
        times = sorted(look_up(memory, query) for query in queries)
        found = recall(memory, corpus.sentences, queries)
        memory.close()
        of_tmx = size / of_tmx_seconds(Path(folder) / "other.sqlite3", units)
    return (
        f"| {size:,} | {size / seconds:,.0f} | {of_tmx:,.0f} | {megabytes:.0f}"
        f" | {statistics.median(times):.1f} | {times[len(times) * 95 // 100]:.1f} | {found} |"
    )


def look_up(memory: SqliteMemory, query: str) -> float:
    """Milliseconds that a look-up takes."""
    start = time.process_time()
    memory.recall([Wanted(query)], PAIR)
    return (time.process_time() - start) * 1000


def recall(memory: SqliteMemory, sentences: Sequence[str], queries: Sequence[str]) -> str:
    """For how many of the queries that have a match the index finds one as good."""
    good = compared = 0
    for query in queries:
        near = process.extract(query, sentences, scorer=fuzz.ratio, score_cutoff=2 * LEAST - 100, limit=200)
        best = max((score(query, text) for text, _, _ in near), default=0)
        if best >= LEAST:
            matches = memory.recall([Wanted(query)], PAIR)[0]
            compared += 1
            good += bool(matches) and matches[0].score >= best
        if compared == COMPARED:
            break
    return f"{good} of {compared}"


def of_tmx_seconds(path: Path, units: Sequence[Unit]) -> float:
    """Seconds that the same units take as a TMX file."""
    text = "".join(tmx.write(units, source_language="nl", version="", created="20261124T120000Z"))
    stream = io.BytesIO(text.encode())
    memory = SqliteMemory(path)
    start = time.process_time()
    memory.replace("bench.tmx", "", tmx.read(stream, [PAIR]))
    memory.close()
    return time.process_time() - start


if __name__ == "__main__":
    main()
