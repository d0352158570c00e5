"""How long a pass takes that has nothing to do, or one article, beside `git status` on the same tree.

    python benchmarks/sync.py [ARTICLES [FOLDER]]

Makes a tree of seeded small articles in the folder (kept for the next time), translates it with the
`echo` engine, and prints medians over rounds of one run, with their ratio to `git status`.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 7
WORDS = ("werk", "baan", "brief", "vraag", "netwerk", "gesprek", "plan", "team", "dag", "stap", "loon")
TRANSLATE = [str(Path(sys.executable).with_name("translate"))]


def make(folder: Path, articles: int) -> None:
    """Write the articles and a project of their own, a hundred to a folder."""
    chance = random.Random(7)  # noqa: S311 - texts
    for number in range(articles):
        sentences = (" ".join(chance.choices(WORDS, k=7)).capitalize() + "." for _ in range(2))
        path = folder / "content" / "nl" / f"{number // 100:03}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Artikel {number}\n---\n\n{' '.join(sentences)}\n", encoding="utf-8")
    (folder / "i18n.toml").write_text('[backend]\nname = "echo"\n', encoding="utf-8")
    (folder / ".gitignore").write_text(".i18n/\n", encoding="utf-8")


def run(command: Sequence[str], folder: Path) -> float:
    """Wall seconds of a command; Python keeps its bytecode, as for an installed program."""
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}-bytecode"}
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        env={**os.environ, **bytecode},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def sync(folder: Path) -> float:
    """Seconds of a pass."""
    return run([*TRANSLATE, "sync"], folder)


def settle(folder: Path) -> None:
    """Pass until the folders are sealed: hints of what was written just now don't count yet."""
    time.sleep(2.5)
    sync(folder)
    sync(folder)


def one_article(folder: Path) -> float:
    """Seconds of a pass after an edit of one article."""
    article = folder / "content" / "nl" / "000" / "0.md"
    article.write_text(
        article.read_text(encoding="utf-8") + f"\nNieuw is {os.urandom(4).hex()}.\n", encoding="utf-8"
    )
    return sync(folder)


def medians(steps: Sequence[Callable[[], float]]) -> list[float]:
    """Each step's median; the steps take turns, so that a busy machine slows all of them."""
    rounds = [[step() for step in steps] for _ in range(ROUNDS)]
    return [statistics.median(seconds) for seconds in zip(*rounds, strict=True)]


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="i18n-bench-"))
    if not (folder / "content").exists():
        make(folder, articles)
        print(f"made in {folder}; first pass: {sync(folder):.0f} s")
        for command in (["init", "-q"], ["add", "-A"]):
            run(["git", *command], folder)
    settle(folder)
    run(["git", "status", "--short"], folder)
    status, nothing = medians([lambda: run(["git", "status", "--short"], folder), lambda: sync(folder)])
    start = medians([lambda: run([sys.executable, "-c", "import i18n_pipeline.cli.sync"], folder)])[0]
    changed = medians([lambda: one_article(folder)])[0]
    print(f"\n{articles:,} articles, medians of {ROUNDS} rounds\n")
    print("| step | seconds | ratio to git status |\n|---|--:|--:|")
    for name, seconds in (
        ("git status", status),
        ("sync, nothing to do", nothing),
        ("importing what a pass needs", start),
        ("sync, one article changed", changed),
    ):
        print(f"| {name} | {seconds:.3f} | {seconds / status:.1f} |")


if __name__ == "__main__":
    main()
