"""An editor's desk: real saves, told by the operating system."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest

from i18n_pipeline.storage.lock import run_lock

PROGRAM = """\
import logging, os, signal, sys, time
from hashlib import blake2b
from pathlib import Path
from i18n_pipeline.config import load
from i18n_pipeline.storage import files
from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.storage.state import Record, Records, Seen, State, save
from i18n_pipeline.sync.desk import Desk
from i18n_pipeline.sync.places import Places
from i18n_pipeline.sync.watch import watch

signal.signal(signal.SIGTERM, signal.default_int_handler)
logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
root = Path.cwd()

def seen(path):
    return Seen(blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.exists() else "")

def one_pass():
    with run_lock(root):
        return work()

def work():
    records = {}
    for article in sorted((root / "content/nl").rglob("*.md")):
        name = article.relative_to(root / "content/nl").with_suffix("")
        text = article.read_bytes()
        was = Seen(blake2b(text, digest_size=16).hexdigest())
        if b"slow" in text:
            print("halfway", flush=True)
            while not (root / "go").exists():
                time.sleep(0.02)
        post, catalogue = root / f"content/en/{name}.md", root / f"po/en/{name}.po"
        files.write(post, text.upper())
        files.write(catalogue, b"# " + text)
        records[f"content/nl/{name}.md"] = Record("", (was, seen(post), seen(catalogue)))
    save(root, State({"en": Records(records)}))
    return 0

desk = Desk(root, lambda: Places.of(load(root)))
sys.exit(watch(one_pass, desk.saves(), desk.news))
"""


@dataclass
class Watching:
    """A process that watches, and the lines that it logs."""

    running: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)

    def collect(self) -> None:
        """Take lines as they come."""
        assert self.running.stdout
        for line in self.running.stdout:
            self.lines.append(line.strip())

    @property
    def passes(self) -> int:
        """How many passes have ended."""
        return sum("exit status" in line for line in self.lines)

    def wait_for(self, text: str, times: int = 1) -> None:
        """Until so many lines have this text."""
        self.wait_until(lambda: sum(text in line for line in self.lines) >= times)

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Until something holds."""
        deadline = time.monotonic() + 30
        while not reached():
            assert time.monotonic() < deadline, self.lines
            time.sleep(0.02)

    def wait_for_post(self, post: Path, text: str) -> None:
        """Until a post has this text."""
        self.wait_until(lambda: post.exists() and post.read_text(encoding="utf-8") == text)

    def settled(self, passes: int) -> None:
        """So many passes have ended, and no other begins."""
        self.wait_for("exit status", passes)
        time.sleep(1.2)
        assert self.passes == passes, self.lines


@contextmanager
def _watching(site: Path) -> Iterator[Watching]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=site, env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        watching = Watching(running)
        reader = Thread(target=watching.collect)
        reader.start()
        try:
            yield watching
        finally:
            running.kill()
            reader.join()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An article, a glossary, settings; no post or catalogue yet."""
    for path, text in (
        ("content/nl/a.md", "een"),
        ("glossary/nl-en.csv", "source,target\n"),
        ("i18n.toml", 'source_language = "nl"\n'),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def _save(path: Path, text: str) -> None:
    """As most editors do: into another file, which takes the place of the old one."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_saves(site: Path) -> None:
    """Each save of article, catalogue, post, glossary or settings makes one pass, whose writes make none."""
    with _watching(site) as watching:
        watching.settled(1)
        paths = ("content/nl/a.md", "po/en/a.po", "content/en/a.md", "glossary/nl-en.csv", "i18n.toml")
        for number, path in enumerate(paths, start=2):
            _save(site / path, f"# twee {number}\n")
            watching.settled(number)
        assert (site / "content/en/a.md").read_text(encoding="utf-8") == "# TWEE 2\n"
        assert any("Saved: po/en/a.po" in line for line in watching.lines)


def test_what_is_no_save(site: Path) -> None:
    """Editors' temporary files, the pipeline's own folder and other files start nothing."""
    with _watching(site) as watching:
        watching.settled(1)
        for path in ("content/nl/.a.md.swp", "content/nl/a.md~", "content/nl/4913", ".i18n/x", "README.md"):
            (site / path).write_text("x", encoding="utf-8")
        watching.settled(1)


def test_save_during_a_pass(site: Path) -> None:
    """A save that comes while a pass runs is followed by one more pass, and that has it."""
    with _watching(site) as watching:
        watching.settled(1)
        _save(site / "content/nl/a.md", "slow")
        watching.wait_for("halfway")
        _save(site / "content/nl/a.md", "drie")
        _save(site / "content/nl/b.md", "vier")
        (site / "go").touch()
        watching.settled(3)
        assert (site / "content/en/a.md").read_text(encoding="utf-8") == "DRIE"
        assert (site / "content/en/b.md").read_text(encoding="utf-8") == "VIER"


def test_folder_that_was_renamed(site: Path) -> None:
    """Articles in a folder that came, or got another name, are news."""
    with _watching(site) as watching:
        watching.settled(1)
        outside = site / "outside"
        outside.mkdir()
        (outside / "c.md").write_text("vijf", encoding="utf-8")
        outside.rename(site / "content/nl/new")
        watching.settled(2)
        assert (site / "content/en/new/c.md").exists()


def _replace(folder: Path, aside: Path) -> None:
    """A copy of the folder, another one to the operating system, takes its place."""
    shutil.copytree(folder, aside / "new")
    folder.rename(aside / "old")
    (aside / "new").rename(folder)


@pytest.mark.parametrize("replaced", ["content", "content/nl", "content/nl/deep"])
def test_folder_that_was_replaced(site: Path, replaced: str) -> None:
    """A save in a folder that took the place of the watched one makes a pass; the replacement makes none."""
    article = site / "content/nl/deep/d.md"
    article.parent.mkdir()
    article.write_text("zeven", encoding="utf-8")
    with _watching(site) as watching:
        watching.settled(1)
        _replace(site / replaced, site)
        watching.settled(1)
        _save(article, "acht")
        watching.settled(2)
        assert (site / "content/en/deep/d.md").read_text(encoding="utf-8") == "ACHT"


def test_folder_that_goes_and_comes_back(site: Path) -> None:
    """Articles that come back with other text are news, and saves after that."""
    post = site / "content/en/a.md"
    with _watching(site) as watching:
        watching.settled(1)
        (site / "content").rename(site / "away")
        time.sleep(1)
        (site / "away/nl/a.md").write_text("negen", encoding="utf-8")
        (site / "away").rename(site / "content")
        watching.wait_for_post(post, "NEGEN")
        _save(site / "content/nl/a.md", "tien")
        watching.wait_for_post(post, "TIEN")


def test_folder_that_was_made_anew(site: Path) -> None:
    """Saves are seen in a folder that got the number of the one that was deleted a moment before."""
    articles, post = site / "content/nl", site / "content/en/a.md"
    with _watching(site) as watching:
        watching.settled(1)
        for number in range(4):
            shutil.rmtree(articles)
            articles.mkdir()
            for text in (f"nieuw {number}", f"bewaard {number}"):
                time.sleep(1)
                _save(articles / "a.md", text)
                watching.wait_for_post(post, text.upper())


def test_folder_that_comes_later(site: Path) -> None:
    """A project may have its first article after watching began."""
    shutil.rmtree(site / "content")
    with _watching(site) as watching:
        watching.settled(1)
        (site / "content/nl").mkdir(parents=True)
        time.sleep(1)
        _save(site / "content/nl/a.md", "elf")
        watching.settled(2)
        assert (site / "content/en/a.md").read_text(encoding="utf-8") == "ELF"


def test_save_during_the_pass_after_a_replacement(site: Path) -> None:
    """The new folder is watched before its articles are gone through."""
    with _watching(site) as watching:
        watching.settled(1)
        (site / "new").mkdir()
        (site / "new/a.md").write_text("slow", encoding="utf-8")
        (site / "content/nl").rename(site / "old")
        (site / "new").rename(site / "content/nl")
        watching.wait_for("halfway")
        _save(site / "content/nl/b.md", "twaalf")
        (site / "go").touch()
        watching.wait_for_post(site / "content/en/b.md", "TWAALF")


def test_save_while_another_run_works(site: Path) -> None:
    """A pass that met another run is done when that has ended; that it has to wait is told once."""
    with _watching(site) as watching:
        watching.settled(1)
        with run_lock(site):
            _save(site / "content/nl/a.md", "dertien")
            watching.wait_for("exit status 5")
            _save(site / "content/nl/b.md", "veertien")
            time.sleep(1.2)
        watching.wait_for_post(site / "content/en/b.md", "VEERTIEN")
        assert (site / "content/en/a.md").read_text(encoding="utf-8") == "DERTIEN"
        assert sum("exit status 5" in line for line in watching.lines) == 1


def test_broken_settings(site: Path) -> None:
    """Settings that can't be read end nothing: the next save is seen."""
    with _watching(site) as watching:
        watching.settled(1)
        _save(site / "i18n.toml", "[[[")
        watching.settled(2)
        _save(site / "content/nl/a.md", "zes")
        watching.settled(3)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end(site: Path, how: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end it: with 0 between passes, with 130 in one."""
    with _watching(site) as watching:
        watching.settled(1)
        watching.running.send_signal(how)
        assert watching.running.wait(timeout=30) == 0
    (site / "content/nl/a.md").write_text("slow", encoding="utf-8")
    with _watching(site) as watching:
        watching.wait_for("halfway")
        watching.running.send_signal(how)
        assert watching.running.wait(timeout=30) == 130
