"""How long the steps of an article's way take, each beside a plain parse of the same text.

Prints a Markdown table: medians over rounds of one run, and their ratio to pulldown-cmark's events
alone, so that figures of different machines can be compared.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from i18n_pipeline.backends import make
from i18n_pipeline.formats import gettext, markdown, srx
from i18n_pipeline.formats.markdown.events import events
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import Content, target_markdown
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.leverage import leverage
from i18n_pipeline.stages.segment import Reading, segment
from i18n_pipeline.stages.verify import verify

ROUNDS = 15
SOURCE = Path(__file__).parents[1] / "content" / "nl"


def median(step: Callable[[], object]) -> float:
    """Median seconds of a step."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> None:
    """Measure and print."""
    texts = [path.read_bytes().decode() for path in sorted(SOURCE.rglob("*.md"))]
    kilobytes = sum(len(text.encode()) for text in texts) / 1000
    reading = Reading(srx.splitter("nl"))
    documents = [segment(text, reading) for text in texts]
    pseudo = make("pseudo", {})

    def change(content: Content) -> Content:
        (answer,) = pseudo.translate(Batch((Query(content),), "nl", "en-GB"))
        return answer.content or ()

    changed = [
        {n: target_markdown(change(each.content)) for n, each in enumerate(document.segments)}
        for document in documents
    ]
    catalogues = [
        Catalogue(
            tuple(Entry(each.source, each.source, each.context, state=State.REVIEWED) for each in d.segments)
        )
        for d in documents
    ]
    files = [gettext.write(catalogue) for catalogue in catalogues]
    steps: dict[str, Callable[[], object]] = {
        "pulldown-cmark's events (baseline)": lambda: [list(events(d.body)) for d in documents],
        "cut into sentences": lambda: [reading.split(d.body) for d in documents],
        "segment": lambda: [segment(text, reading) for text in texts],
        "structure": lambda: [markdown.structure(d.body) for d in documents],
        "fill and prove the structure": lambda: [
            guarded(d, each) for d, each in zip(documents, changed, strict=True)
        ],
        "verify": lambda: [verify(text.encode(), reading, change) for text in texts],
        "leverage": lambda: [leverage(d, c) for d, c in zip(documents, catalogues, strict=True)],
        "read the PO files": lambda: [gettext.read(file) for file in files],
        "write the PO files": lambda: [gettext.write(catalogue) for catalogue in catalogues],
    }
    baseline = median(next(iter(steps.values())))
    print(f"{len(texts)} articles, {kilobytes:.0f} kB, medians of {ROUNDS} rounds\n")
    print("| step | ms per 10 kB | ratio |\n|---|--:|--:|")
    for name, step in steps.items():
        seconds = median(step)
        print(f"| {name} | {seconds * 1000 / kilobytes * 10:.2f} | {seconds / baseline:.1f} |")


if __name__ == "__main__":
    main()
