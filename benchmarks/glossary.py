"""How long the terms of an article take to find, by the glossary's size: CPU time, medians of one run.

    python benchmarks/glossary.py

The article is content/nl/netwerken.md. A glossary has the project's own terms and, where these are
too few, phrases made of two of them. Warm: each word's dictionary form is known from an earlier
text. Cold: the first article of a process whose word list is loaded.
"""

import statistics
import time
from collections.abc import Callable
from itertools import islice, product
from multiprocessing import get_context
from pathlib import Path

from i18n_pipeline.formats import glossary_csv
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.glossary import TAG, Glossary, Term

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "content" / "nl" / "netwerken.md").read_bytes().decode()
ROUNDS, PROCESSES = 21, 5
SIZES = (10, 1_000, 10_000)


def terms(count: int) -> list[Term]:
    """So many terms, each source once."""
    rows = glossary_csv.read((ROOT / "glossary" / "nl-en.csv").read_bytes().decode())
    own = list({term.source: term for term in rows if term.part_of_speech != TAG}.values())
    phrases = (Term(f"{one.source} {other.source}", one.target) for one, other in product(own, own))
    return [*own[:count], *islice(phrases, max(0, count - len(own)))]


def milliseconds(step: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median CPU milliseconds of a step."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        step()
        spent.append(1000 * (time.process_time() - start))
    return statistics.median(spent)


def cold(size: int) -> float:
    """Milliseconds of a process's first article."""
    glossary = Glossary(terms(size), lemmatiser("nl"))
    return milliseconds(lambda: list(glossary.find(TEXT)), rounds=1)


def warm(size: int) -> tuple[float, float, float]:
    """Milliseconds to build the glossary, to find its terms, to find compounds of them."""
    chosen, lemmatise, is_word = terms(size), lemmatiser("nl"), vocabulary("nl")
    glossary = Glossary(chosen, lemmatise)
    return (
        milliseconds(lambda: Glossary(chosen, lemmatise)),
        milliseconds(lambda: list(glossary.find(TEXT))),
        milliseconds(lambda: list(glossary.near(TEXT, is_word))),
    )


def main() -> None:
    """Measure and print a Markdown table."""
    lemmatiser("nl")("woord")
    with get_context("fork").Pool(1, maxtasksperchild=1) as processes:
        firsts = {size: statistics.median(processes.map(cold, [size] * PROCESSES, 1)) for size in SIZES}
    print(f"{len(TEXT.encode()):,} bytes of text; milliseconds of CPU; the ratio is to {SIZES[0]} terms\n")
    print("| terms | find, cold | find, warm | ratio | compounds | build |")
    print("|---:|---:|---:|---:|---:|---:|")
    least = 0.0
    for size in SIZES:
        build, find, near = warm(size)
        least = least or find
        numbers = (firsts[size], find, find / least, near, build)
        print(f"| {size:,} | {' | '.join(f'{number:.2f}' for number in numbers)} |")


if __name__ == "__main__":
    main()
