"""How right `translate import` is about pairs, band by band, and how long it takes.

`python benchmarks/alignment.py` takes the golden pairs and the project's own articles, whose PO files
say what is right, and prints Markdown. It also measures what i18n_pipeline/stages/align/lengths.py takes
from Gale and Church, on reviewed entries alone.
"""

import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from i18n_pipeline.formats import gettext, glossary_csv, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.align.lexicon import Lexicon, lexicon
from i18n_pipeline.stages.align.matches import matches
from i18n_pipeline.stages.segment import Reading, segment

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "imports"
ROUNDS = 4
LARGE = 50_000
"""Bytes of the Dutch side of the pair whose time is taken."""


@dataclass(frozen=True, slots=True)
class Tools:
    """How both sides are read, and what the alignment knows of words."""

    dutch: Reading
    english: Reading
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair with the catalogue that says what is right."""

    article: str
    post: str
    catalogue: Path


def tools() -> Tools:
    """The project's glossary, sentence rules and checks."""
    terms = glossary_csv.read((ROOT / "glossary/nl-en.csv").read_text(encoding="utf-8"))
    glossary, english = Glossary(terms, lemmatiser("nl")), lemmatiser("en")
    return Tools(
        Reading(srx.splitter("nl"), vocabulary=glossary.taxonomy),
        Reading(srx.splitter("en")),
        lexicon(glossary, english, "nl", "en-GB"),
    )


def golden() -> Iterator[Pair]:
    """The pairs of the tests."""
    for po in sorted(GOLDEN.glob("*.po")):
        yield Pair(_read(po.with_suffix(".nl.md")), _read(po.with_suffix(".en.md")), po)


def content() -> Iterator[Pair]:
    """The project's own articles that have a post."""
    for po in sorted((ROOT / "po/en").rglob("*.po")):
        name = po.relative_to(ROOT / "po/en").with_suffix(".md")
        if (post := ROOT / "content/en" / name).is_file():
            yield Pair(_read(ROOT / "content/nl" / name), _read(post), po)


def _read(path: Path) -> str:
    return path.read_bytes().decode()


def judged(pairs: Sequence[Pair], use: Tools) -> Counter[tuple[Band, str]]:
    """Matches by band and by whether they are right, wrong, or stand where nothing is right."""
    counts: Counter[tuple[Band, str]] = Counter()
    for pair in pairs:
        article, post = segment(pair.article, use.dutch), segment(pair.post, use.english)
        truth = gettext.read(pair.catalogue.read_bytes()).by_key()
        for match in matches(article, post, use.lexicon).matches:
            entry = truth.get(article.segments[match.segment].key)
            if entry is not None:
                right = match.text.split() == entry.target.split()
                known = "right" if right else "wrong"
                counts[match.band, known if entry.target else "nothing is right"] += 1
    return counts


def table(name: str, counts: Counter[tuple[Band, str]]) -> None:
    """Precision and share of each band."""
    translated = sum(count for (_, verdict), count in counts.items() if verdict != "nothing is right")
    print(f"\n{name}: {translated} segments with a translation, {counts.total() - translated} without\n")
    print("| band | segments | right | precision | share of those with a translation |")
    print("|---|---:|---:|---:|---:|")
    for band in Band:
        right = counts[band, "right"]
        total = sum(count for (each, _), count in counts.items() if each is band)
        precision = f"{right / total:.1%}" if total and band is not Band.LEFT else ""
        with_translation = right + counts[band, "wrong"]
        print(f"| {band} | {total} | {right} | {precision} | {with_translation / translated:.1%} |")


def lengths(pairs: Sequence[Pair], use: Tools) -> None:
    """Characters of English for one of Dutch in reviewed entries, and the variance around it."""
    found = []
    for pair in pairs:
        truth = gettext.read(pair.catalogue.read_bytes()).by_key()
        for each in segment(pair.article, use.dutch).segments:
            entry = truth.get(each.key)
            if entry and entry.state is State.REVIEWED:
                found.append((len(text_only(each.content)), len(entry.target)))
    ratio = sum(target for _, target in found) / sum(source for source, _ in found)
    variance = statistics.fmean((target - ratio * source) ** 2 / source for source, target in found)
    print(f"\nlengths: {len(found)} reviewed entries, ratio {ratio:.3f}, variance {variance:.2f}")


def timed(pairs: Sequence[Pair], use: Tools) -> None:
    """CPU seconds for a large pair: reading both sides, aligning, checking."""
    dutch, english = ("\n\n".join(map(_body, side)) for side in zip(*_texts(pairs), strict=True))
    rounds = [_round(dutch, english, use) for _ in range(ROUNDS)]
    read, align = (min(seconds) for seconds in zip(*rounds, strict=True))
    size = len(dutch.encode()) / 1000
    print(f"\ntime: {size:.0f} KB: read {read:.2f} s, align {align:.2f} s of CPU (least of {ROUNDS})")


def _round(dutch: str, english: str, use: Tools) -> tuple[float, float]:
    start = time.process_time()
    article, post = segment(dutch, use.dutch), segment(english, use.english)
    read = time.process_time()
    matches(article, post, use.lexicon)
    return read - start, time.process_time() - read


def _texts(pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Articles and posts over and over until the Dutch is large enough."""
    size = 0
    for pair in cycle(pairs):
        yield pair.article, pair.post
        size += len(pair.article.encode())
        if size >= LARGE:
            return


def _body(text: str) -> str:
    return text[text.index("---\n", 4) + 4 :]


def main() -> None:
    """Measure and print."""
    use = tools()
    ours = list(content())
    table("golden pairs", judged(list(golden()), use))
    table("content/nl with content/en", judged(ours, use))
    lengths(ours, use)
    timed(ours, use)


if __name__ == "__main__":
    main()
