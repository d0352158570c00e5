"""Scores the local engine on sentence pairs: chrF2 and BLEU (sacrebleu), and how fast it wrote.

    python benchmarks/eval_local.py [--quality best] [--limit 0] [FILE ...]

A line of a file is a Dutch sentence, a tab, its English reference; further columns are left alone.
A PO file serves too: its reviewed texts without inline codes. Without files the project's own
catalogues are taken. A sentence that got no draft counts as an empty text.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu

from i18n_pipeline.backends.local import LocalBackend, LocalSettings
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.engine import Backend, Batch, Query
from i18n_pipeline.model.inline import plain, target_markdown
from i18n_pipeline.model.translation import State

CATALOGUES = Path(__file__).parents[1] / "po" / "en"
MARKUP = re.compile(r"[*_`\[\]{}<>|\\\n]")
HEADER = """\
| pairs | sentences | chrF2 | BLEU | without a draft | tokens/s | sentences/s |
|---|---:|---:|---:|---:|---:|---:|"""


@dataclass(frozen=True, slots=True)
class Pair:
    """A Dutch sentence and its English reference."""

    source: str
    reference: str


@dataclass(frozen=True, slots=True)
class Written:
    """What the engine made of the sentences, empty where it made nothing, and the tokens it took."""

    texts: list[str]
    tokens: int
    seconds: float


def read(path: Path, limit: int) -> list[Pair]:
    """The pairs of a file, the first `limit` of them (0: all)."""
    pairs = _reviewed(path) if path.suffix == ".po" else _tabulated(path)
    return pairs[:limit] if limit else pairs


def _tabulated(path: Path) -> list[Pair]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return [Pair(row[0], row[1]) for row in rows]


def _reviewed(path: Path) -> list[Pair]:
    return [
        Pair(entry.source, entry.target)
        for entry in gettext.read(path.read_bytes()).entries
        if entry.state is State.REVIEWED and not entry.obsolete and not MARKUP.search(entry.source)
    ]


def write(backend: Backend, sources: Sequence[str]) -> Written:
    """The engine's texts, in batches as large as it likes."""
    started = time.monotonic()
    texts, tokens = [], 0
    for part in _parts(sources, backend.capabilities.batch_texts):
        queries = tuple(Query(plain(source)) for source in part)
        for answer in backend.translate(Batch(queries, "nl", "en")):
            texts.append(target_markdown(answer.content or ()))
            tokens += answer.tokens
    return Written(texts, tokens, time.monotonic() - started)


def row(name: str, pairs: Sequence[Pair], written: Written) -> str:
    """A line of the table."""
    references = [[pair.reference for pair in pairs]]
    cells = (
        name,
        len(pairs),
        f"{sacrebleu.corpus_chrf(written.texts, references).score:.1f}",
        f"{sacrebleu.corpus_bleu(written.texts, references).score:.1f}",
        sum(not text for text in written.texts),
        f"{written.tokens / written.seconds:.0f}",
        f"{len(pairs) / written.seconds:.2f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _parts(sources: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(sources), size):
        yield sources[start : start + size]


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--quality", choices=["best", "fast"], default="best")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as the library likes")
    parser.add_argument("--slots", type=int, default=0, help="sequences at once; 0: as the quality needs")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each file; 0: all")
    parser.add_argument("--show", action="store_true", help="print every sentence with its draft")
    return parser.parse_args(arguments)


def _shown(pairs: Iterable[Pair], written: Written) -> Iterator[str]:
    for pair, text in zip(pairs, written.texts, strict=True):
        yield f"nl   {pair.source}\nen   {pair.reference}\nhere {text}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where there is nothing to score or no engine."""
    options = _arguments(arguments)
    files = options.files or [path for path in sorted(CATALOGUES.glob("*.po")) if _reviewed(path)]
    if not files:
        print("No pairs: name a TSV or PO file, or review a catalogue.", file=sys.stderr)
        return 2
    settings = LocalSettings(quality=options.quality, threads=options.threads, slots=options.slots)
    backend = LocalBackend(settings)
    try:
        backend.translate(Batch((Query(plain("Hallo.")),), "nl", "en"))  # loading is not measured
        print(HEADER)
        for path in files:
            pairs = read(path, options.limit)
            written = write(backend, [pair.source for pair in pairs])
            print(row(path.stem, pairs, written), flush=True)
            if options.show:
                print(*_shown(pairs, written), sep="\n")
    except (PipelineError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        backend.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
