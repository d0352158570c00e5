"""`translate sync` on a disk of its own: full, read-only, forbidden, with files that go in the middle."""

import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from i18n_pipeline import config
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.formats import gettext
from i18n_pipeline.storage.discover import Found
from tests.functional.launched import until
from tests.functional.small_disk import SmallDisk, small_disk
from tests.functional.sync_site import SyncSite

KIB = 1024
STEPS = [0, 60, 100, 130, 160, 400, 1650, *range(0, 97, 12)]
"""KiB left free: too few for the memory, for the ledger, for its reserve; then, that made, for each write."""
TO_DO = ("Make room or allow writing", "Free some and run again")

Made = tuple[SyncSite, SmallDisk]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDisk]:
    """A disk of 8 MiB."""
    with small_disk(tmp_path_factory.mktemp("disk")) as disk:
        yield disk


@pytest.fixture
def made(disk: SmallDisk) -> Made:
    """A project without articles, and its disk."""
    return disk.emptied(), disk


def _named(site: SyncSite, said: str) -> bool:
    """Whether it says what is wrong with a file of the site, and what to do; and no traceback."""
    lines = [line for line in said.splitlines() if f"{site.folder.name}/" in line and "can't" in line]
    return bool(lines) and all(any(each in line for each in TO_DO) for line in lines)


def _sources(catalogue: bytes) -> set[str]:
    return {entry.source for entry in gettext.read(catalogue).entries}


def _is_whole(name: str, now: bytes, old: bytes | None, new: bytes) -> bool:
    """A post has its old bytes or the new ones; a catalogue may lack translations, and no entry."""
    return now in {old, new} or (name.endswith(".po") and _sources(now) == _sources(new))


def _post(site: SyncSite, name: str) -> str:
    return (site.folder / "content" / "en" / f"{name}.md").read_text(encoding="utf-8")


def test_a_disk_that_fills_anywhere(made: Made) -> None:
    """Wherever the room ends: told by name, no file torn, none left over, nothing paid for twice."""
    site, disk = made
    for step, left in enumerate(STEPS):
        site.write("edited", *(f"Zin {number} van {step} is hier." for number in range(5)))
        site.write(f"n{step}", *(f"Zin {number} van de nieuwe {step}." for number in range(5)))
        before = site.translations()
        disk.fill(left * KIB)
        status, said = site.sync()
        assert status in {0, 3}, said
        assert "Traceback" not in said
        assert status == 0 or _named(site, said), said
        between = site.translations()
        assert not [path for path in site.files() if path.name.startswith(".")]
        disk.clear()
        assert site.sync()[0] == 0, site.said
        after = site.translations()
        torn = [name for name in between if not _is_whole(name, between[name], before.get(name), after[name])]
        assert not torn
        assert f"VAN DE NIEUWE {step}." in _post(site, f"n{step}")
        assert f"ZIN 4 VAN {step} IS HIER." in _post(site, "edited")
    assert set(site.answered.values()) == {1}


def test_an_answer_that_meets_a_full_disk_is_kept(made: Made) -> None:
    """The reserve gives room for what is in flight; then the pass ends by name, and asks no more."""
    site, disk = made
    for number in range(4):
        site.write(f"n{number}", *(f"Zin {sentence} van {number}." for sentence in range(20)))
    site.order(delay=0.5)
    site.start("sync")
    reserve = site.folder / ".i18n" / "reserve"
    until(lambda: reserve.exists() and reserve.stat().st_size > 0)
    disk.fill()
    assert (site.launcher.wait(), "what was paid for is kept" in site.said) == (3, True), site.said
    asked = site.answered
    assert 0 < asked.total() < 4 * 21
    disk.clear()
    site.order()
    assert site.sync()[0] == 0
    assert set(site.answered.values()) == {1}


@pytest.mark.parametrize("command", ["sync", "run"])
def test_without_room_for_answers_nothing_is_asked(made: Made, command: str) -> None:
    """A disk that is nearly full before the first question: told by name, and none is paid for."""
    site, disk = made
    site.write("a", "Een baan is leuk.")
    disk.fill(1000 * KIB)
    site.start(command)
    status, said = site.launcher.wait(), site.said
    assert (status, "there is no room for their answers" in said, _named(site, said)) == (3, True, True), said
    assert not site.answered
    disk.clear()
    assert site.sync()[0] == 0


def test_a_read_only_folder_of_posts(made: Made) -> None:
    """Its articles fail by name, the others go on; written once it may be, nothing is asked again."""
    site, disk = made
    (site.articles / "map").mkdir()
    (site.folder / "content/en/map").mkdir(parents=True)
    site.write("map/a", "Daar kan niets komen.")
    site.write("b", "Hier wel.")
    with disk.read_only("content/en/map"):
        status, said = site.sync()
    assert (status, "Traceback" in said) == (3, False)
    assert "content/en/map/a.md: It can't be written: the file system is read-only. Mount it" in said
    assert "HIER WEL." in _post(site, "b")
    asked = site.answered
    assert site.sync()[0] == 0, site.said
    assert "DAAR KAN NIETS KOMEN." in _post(site, "map/a")
    assert site.answered == asked


def test_a_project_that_is_all_read_only(made: Made) -> None:
    """The pass is refused before it asks anything, by the name of the file that it needs."""
    site, disk = made
    site.write("a", "Een baan is leuk.")
    with disk.read_only("."):
        status, said = site.sync()
    assert (status, "Traceback" in said, ".i18n" in said, "read-only" in said) == (2, False, True, True), said
    assert not site.answered


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("content/nl/map/a.md", 0),
        ("content/nl/map", 0),
        ("content/en/map", 0),
        ("content/en/map", 0o555),
        ("content/en/map/a.md", 0),
        ("po/en/map", 0),
        ("po/en/map", 0o555),
        ("po/en/map/a.po", 0),
    ],
)
def test_what_may_not_be_read_or_written(made: Made, path: str, mode: int) -> None:
    """Permission denied: the file or folder is named with what to do, the others go on, and later it does."""
    site, _ = made
    (site.articles / "map").mkdir()
    site.write("map/a", "Een baan is leuk.")
    assert site.sync()[0] == 0
    site.write("map/a", "Een brief is kort.")
    site.write("b", "Een brief is lang.")
    usual = (site.folder / path).stat().st_mode & 0o777
    (site.folder / path).chmod(mode)
    status, said = site.sync()
    (site.folder / path).chmod(usual)
    assert (status, "Traceback" in said) == (3, False), said
    assert [line for line in said.splitlines() if path in line and "permission denied. Allow it" in line], (
        said
    )
    assert "EEN BRIEF IS LANG." in _post(site, "b")
    assert site.sync()[0] == 0, site.said
    assert "EEN BRIEF IS KORT." in _post(site, "map/a")


def test_a_folder_that_may_be_read_again(made: Made) -> None:
    """What failed because no catalogue could be looked for is done as soon as one can."""
    site, _ = made
    site.write("a", "Een baan is leuk.")
    catalogues = site.folder / "po"
    catalogues.mkdir(0)
    assert site.sync()[0] == 3
    catalogues.chmod(0o755)
    assert site.sync()[0] == 0, site.said
    assert "EEN BAAN IS LEUK." in _post(site, "a")


def test_a_ledger_that_may_not_be_written(made: Made) -> None:
    """It is named before the first question, and nothing is paid for."""
    site, _ = made
    site.write("a", "Een baan is leuk.")
    assert site.sync()[0] == 0
    asked = site.answered
    site.write("b", "Een brief is kort.")
    (site.folder / ".i18n" / "ledger.sqlite3").chmod(0o444)
    status, said = site.sync()
    assert (status, "ledger.sqlite3: the ledger of paid answers can't be used" in said) == (3, True), said
    assert site.answered == asked


@pytest.mark.parametrize(
    "path", ["content/en/map/a.md", "po/en/map/a.po", "content/en", "po", "content/nl/map"]
)
def test_what_vanishes_while_the_engine_is_asked(made: Made, path: str) -> None:
    """A post, a catalogue or a folder that goes in the middle is made again, nothing asked for twice."""
    site, _ = made
    (site.articles / "map").mkdir()
    site.write("map/a", "Een baan is leuk.")
    assert site.sync()[0] == 0
    site.write("map/a", "Een baan is leuk.", "Een brief is kort.")
    site.write("b", "Een brief is lang.")
    site.order(delay=0.5)
    site.start("sync")
    asked = site.folder / ".i18n" / "reserve"
    asked.unlink()
    until(asked.exists)
    gone = site.folder / path
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    status = site.launcher.wait()
    assert (status in {0, 3}, "Traceback" in site.said) == (True, False), site.said
    site.order()
    assert site.sync()[0] == 0, site.said
    assert "EEN BRIEF IS LANG." in _post(site, "b")
    if path.startswith("po"):  # whether a person edited the post, only the catalogue knew
        assert "content/en/map/a.md is not as the pipeline wrote it" in site.said
        (site.folder / "content/en/map/a.md").unlink()
        assert site.sync()[0] == 0
    if path != "content/nl/map":
        assert "EEN BRIEF IS KORT." in _post(site, "map/a")
    assert set(site.answered.values()) == {1}


class _Vanishing(Project):
    """A project of which an article goes as soon as it has been found."""

    def found(self, paths: Sequence[Path]) -> list[Found]:
        """As they were before."""
        there = super().found(paths)
        (self.settings.root / there[0].path).unlink()
        return there


def test_an_article_that_vanishes_before_it_is_read(tmp_path: Path) -> None:
    """It is named with what to do, and the others go on."""
    for name in ("a", "b"):
        article = tmp_path / "content" / "nl" / f"{name}.md"
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_text("Een baan.\n", encoding="utf-8")
    (tmp_path / "i18n.toml").touch()
    project = _Vanishing(config.load(tmp_path))
    gone, stays = Run(project, work(project, []), quiet=True).look().articles
    problem = "It can't be read: no such file or directory. Put it there, or run again without it."
    assert str(gone.problem) == f"content/nl/a.md: {problem}"
    assert (stays.problem, stays.segments) == (None, 1)


def test_times_in_the_future(made: Made) -> None:
    """After a clock was set back, files and state are of a time to come: edits are seen all the same."""
    site, _ = made
    path = site.write("a", "Een baan is leuk.")
    later = time.time() + 1e8
    os.utime(path, (later, later))
    assert site.sync()[0] == 0
    site.age(-1e8)
    assert site.sync()[0] == 0
    moment = path.stat().st_mtime
    site.write("a", "Een baan is duur.")
    os.utime(path, (moment, moment))
    assert site.sync()[0] == 0
    assert "EEN BAAN IS DUUR." in _post(site, "a")


def test_a_failure_of_the_future_holds_nobody_up(made: Made) -> None:
    """An article that failed by a clock that was ahead is tried in the next pass."""
    site, _ = made
    site.write("a", "Een baan is leuk.")
    site.order(poison="baan")
    assert site.sync()[0] == 3
    site.order()
    assert "it is tried again from" in site.sync()[1]
    state = site.folder / ".i18n" / "state.json"
    content = json.loads(state.read_text(encoding="utf-8"))
    content["records"]["en"]["content/nl/a.md"][3] += 1e8
    state.write_text(json.dumps(content), encoding="utf-8")
    assert site.sync()[0] == 0
    assert "EEN BAAN IS LEUK." in _post(site, "a")
