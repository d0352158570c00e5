"""Which saves start a pass."""

import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from i18n_pipeline.config import Settings, Target
from i18n_pipeline.errors import LockHeld
from i18n_pipeline.storage.discover import articles
from i18n_pipeline.storage.state import Record, Records, Seen, State, save
from i18n_pipeline.sync.clock import Clock
from i18n_pipeline.sync.desk import Desk
from i18n_pipeline.sync.listing import listed
from i18n_pipeline.sync.places import Places, news
from i18n_pipeline.sync.watch import watch
from tests.unit.test_discover import as_nobody

ARTICLE, POST, CATALOGUE = "content/nl/a.md", "content/en/a.md", "po/en/a.po"


def _passes(*statuses: int | BaseException) -> tuple[Callable[[], int], list[int]]:
    """Passes that end as scripted, then with 0; and the list of those done."""
    scripted, done = iter(statuses), []

    def one_pass() -> int:
        done.append(1)
        outcome = next(scripted, 0)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return one_pass, done


def _all_news(paths: frozenset[str]) -> list[str]:
    return sorted(paths)


def _batches(*batches: Iterable[str]) -> list[frozenset[str]]:
    return [frozenset(), *map(frozenset, batches)]


def test_a_pass_for_each_batch() -> None:
    """There is a pass at the start and one for each batch of saves; a batch without any starts none."""
    one_pass, done = _passes()
    assert watch(one_pass, _batches(["a"], [], ["b", "c"], []), _all_news) == 0
    assert len(done) == 3


def test_no_news() -> None:
    """A batch of files that are as the last pass left them starts none."""
    one_pass, done = _passes()
    watch(one_pass, _batches(["own"], ["own", "b"]), lambda paths: sorted(paths - {"own"}))
    assert len(done) == 2


def test_failures_do_not_end_it() -> None:
    """A pass that fails or breaks off is followed by the next."""
    one_pass, done = _passes(3, ZeroDivisionError())
    watch(one_pass, _batches(["a"], ["a"]), _all_news)
    assert len(done) == 3


def test_another_run_at_work(caplog: pytest.LogCaptureFixture) -> None:
    """A pass that another run keeps off is repeated, with pauses, until it is done; that is told once."""
    busy = [LockHeld("Another run works on this project.") for _ in range(3)]
    one_pass, done = _passes(0, *busy)
    slept: list[float] = []
    clock = Clock(sleep=slept.append)
    with caplog.at_level(logging.INFO):
        assert watch(one_pass, _batches(["a"]), _all_news, clock) == 0
    assert len(done) == 5
    assert len(slept) == 3
    assert all(slept)
    assert caplog.text.count("Another run works") == 1
    assert [line for line in caplog.messages if "exit status" in line][1:] == [
        "The pass ended with exit status 5.",
        "The pass ended with exit status 0.",
    ]


def test_told_to_end_while_another_run_works() -> None:
    """Ctrl-C ends the wait for another run, with the status of a pass that was not done."""

    def sleep(_seconds: float) -> None:
        raise KeyboardInterrupt

    one_pass, done = _passes(LockHeld("Another run works on this project."))
    assert watch(one_pass, _batches(["a"]), _all_news, Clock(sleep=sleep)) == 130
    assert len(done) == 1


@pytest.mark.parametrize("outcome", [130, KeyboardInterrupt()])
def test_told_to_end_in_a_pass(outcome: int | BaseException) -> None:
    """A pass that was interrupted is the last, and the exit status is its own."""
    one_pass, done = _passes(0, outcome)
    assert watch(one_pass, _batches(["a"], ["b"]), _all_news) == 130
    assert len(done) == 2


@pytest.mark.parametrize("after", [0, 1, 2])
def test_told_to_end_between(after: int) -> None:
    """Ctrl-C while nothing is done ends it with 0."""

    def batches() -> Iterator[frozenset[str]]:
        yield from _batches(["a"])[:after]
        raise KeyboardInterrupt

    one_pass, done = _passes()
    assert watch(one_pass, batches(), _all_news) == 0
    assert len(done) == after


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of the project's own layout."""
    return Places.of(Settings(tmp_path, targets=(Target(), Target(name="de", target="de/{path}.md"))))


def _write(root: Path, path: str, text: str) -> Seen:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return Seen(blake2b(text.encode(), digest_size=16).hexdigest())


@pytest.fixture
def left(tmp_path: Path) -> tuple[Seen, Seen, Seen]:
    """An article, post and catalogue as a pass left them."""
    seen = (_write(tmp_path, ARTICLE, "nl"), _write(tmp_path, POST, "en"), _write(tmp_path, CATALOGUE, "po"))
    save(tmp_path, State({"en": Records({ARTICLE: Record("", seen)})}))
    return seen


@pytest.mark.usefixtures("left")
def test_as_left(tmp_path: Path, places: Places) -> None:
    """What a pass read and wrote is no news; what was saved since, or is gone, is."""
    three = {ARTICLE, POST, CATALOGUE}
    assert news(tmp_path, places, three) == []
    for path in three:
        _write(tmp_path, path, "saved")
    assert news(tmp_path, places, three) == sorted(three)
    (tmp_path / POST).unlink()
    assert POST in news(tmp_path, places, three)


@pytest.mark.usefixtures("left")
def test_copy(tmp_path: Path, places: Places) -> None:
    """A copy of an article is news, though its text is known."""
    _write(tmp_path, "content/nl/b.md", "nl")
    assert news(tmp_path, places, ["content/nl/b.md"]) == ["content/nl/b.md"]


def test_failed_article(tmp_path: Path, places: Places, left: tuple[Seen, Seen, Seen]) -> None:
    """A save of an article that the last pass could not do is news, whatever that pass saw of it."""
    save(tmp_path, State({"en": Records({ARTICLE: Record("", left, failures=1)})}))
    assert news(tmp_path, places, [ARTICLE]) == [ARTICLE]


def test_single_files_are_always_news(tmp_path: Path, places: Places) -> None:
    """No pass writes settings or glossary: a change of theirs is a person's."""
    assert news(tmp_path, places, ["i18n.toml"]) == ["i18n.toml"]
    assert places.files == {"i18n.toml", "glossary/nl-en.csv"}


@pytest.mark.parametrize(
    "path",
    ["content/nl/a.md", "content/nl/deep/er.md", "content/en/a.md", "de/a.md", "po/en/a.po"],
)
def test_what_people_save(places: Places, path: str) -> None:
    """Articles, posts and catalogues count."""
    assert places.have(path)


@pytest.mark.parametrize(
    "path",
    [
        "content/nl/.a.md.swp",
        "content/nl/.#a.md",
        "content/nl/#a.md#",
        "content/nl/a.md~",
        "content/nl/4913",
        "content/nl/.i18n-0011223344556677",
        "content/nl/.git/a.md",
        "content/nl/~$a.md",
        "content/nl/a.md.part",
        "content/nl/sedXyz12",
        "po/en/a.mo",
        ".i18n/state.json",
    ],
)
def test_temporary_files(places: Places, path: str) -> None:
    """What editors and the pipeline leave beside them doesn't."""
    assert not places.have(path)


@pytest.mark.parametrize("path", ["content/nl/~$a.md", "content/nl/~$b/a.md", "content/nl/.a.md"])
def test_what_is_no_article_is_no_save(tmp_path: Path, places: Places, path: str) -> None:
    """What is left out of the articles starts no pass, and breaks no seal."""
    _write(tmp_path, "content/nl/~a.md", "an article, for all its name")
    _write(tmp_path, path, "no article")
    listing = listed(str(tmp_path), ["content"])
    assert [found.variable for found in articles(tmp_path, "content/nl/{path}.md")] == ["~a"]
    assert listing
    assert list(listing.signatures(str(tmp_path))) == ["content/nl/~a.md"]
    assert not places.have(path)


def test_folder_that_may_not_be_entered(tmp_path: Path, places: Places) -> None:
    """A folder below one that the user may not enter is none, and no error."""
    (tmp_path / "content/nl").mkdir(parents=True)
    (tmp_path / "content").chmod(0)
    with as_nobody():
        assert places.folders(tmp_path) == ()
    (tmp_path / "content").chmod(0o755)


def test_folder_that_goes_before_it_is_watched(tmp_path: Path) -> None:
    """A folder that goes just then is no error: the others are watched."""
    (tmp_path / "po/en").mkdir(parents=True)
    (tmp_path / "content/nl").mkdir(parents=True)

    class Fleeting(Places):
        def folders(self, root: Path) -> tuple[Path, ...]:
            there = super().folders(root)
            shutil.rmtree(root / "content", ignore_errors=True)
            return there

    assert next(Desk(tmp_path, lambda: Fleeting.of(Settings(tmp_path, targets=(Target(),)))).saves()) == set()


def test_folders(tmp_path: Path, places: Places) -> None:
    """Folders that are there are watched, and none inside another."""
    for folder in ("content/nl", "po/en", "de/x"):
        (tmp_path / folder).mkdir(parents=True)
    assert places.folders(tmp_path) == tuple(tmp_path / name for name in ("content/nl", "de", "po/en"))
    settings = Settings(tmp_path, targets=(Target(target="{path}.en.md"),))
    assert Places.of(settings).folders(tmp_path) == (tmp_path,)
