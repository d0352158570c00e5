"""A run or a pass that is killed after it wrote a post, before it wrote that post's catalogue."""

from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.cli.project import Project, jobs
from i18n_pipeline.cli.sync_look import Looked
from i18n_pipeline.cli.sync_pass import Pass
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.work import work
from i18n_pipeline.model.budget import Limit
from i18n_pipeline.stages.digest import RENDERED, digest
from i18n_pipeline.storage.state import State
from i18n_pipeline.sync.journal import JOURNAL_FILE, Journal
from i18n_pipeline.sync.watched import Watched
from tests.functional.test_cli import translate


class Killed(BaseException):
    """Nothing that comes after it is done."""


class Mortal(Watched):
    """Files of a process that is killed where it would write a catalogue."""

    def write(self, path: str, data: bytes) -> bool:
        """Write a post, and no more."""
        if path.endswith(".po"):
            raise Killed
        return super().write(path, data)


def _run(project: Project, engine: Engine, journal: Journal, files: Watched) -> None:
    del journal
    planned(project, work(project, []), engine).over(files).carried_out(
        concurrency=1, limit=Limit(), quiet=True
    )


def _pass(project: Project, engine: Engine, journal: Journal, files: Watched) -> None:
    (target,) = project.targets("")
    looked = Looked(target, "", due=jobs(project.found([]), target), new=True)
    Pass(project, engine, State(), journal, files, prune=False, quiet=True).carried_out([looked])


Killing = Callable[[Project, Engine, Journal, Watched], None]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article."""
    (tmp_path / "content/nl").mkdir(parents=True)
    (tmp_path / "content/nl/a.md").write_text("Een baan is leuk. Vraag om hulp.\n", encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _killed(root: Path, start: Killing) -> None:
    journal = Journal(root)
    project = Project.here()
    with Engine(project, "") as engine, pytest.raises(Killed):
        start(project, engine, journal, Mortal(root, journal, {"content/en/a.md"}))


@pytest.mark.parametrize("between", ["", "build", "run --max-characters 1"])
@pytest.mark.parametrize("command", ["run", "sync"])
@pytest.mark.parametrize("killed", [_run, _pass])
def test_the_post_is_nobody_s_edit(root: Path, killed: Killing, command: str, between: str) -> None:
    """The article was edited since: it is translated, and the post is not taken for somebody's edit.

    Nor is it after a command that looked at it and had no reason to write it.
    """
    article, post = root / "content/nl/a.md", root / "content/en/a.md"
    with Engine(Project.here(), "") as engine:
        _run(Project.here(), engine, Journal(root), Watched(root, Journal(root), {"content/en/a.md"}))
    before = post.read_bytes()
    article.write_text("Een baan is duur. Vraag om hulp.\n", encoding="utf-8")
    _killed(root, killed)
    assert post.read_bytes() != before
    article.write_text("Een baan is kort. Vraag om hulp.\n", encoding="utf-8")
    if between:
        assert "edited-by-hand" not in translate(root, *between.split()).stdout
    done = translate(root, command, "--format", "json")
    assert (done.returncode, "edited-by-hand" in done.stdout) == (0, False)
    assert not (root / JOURNAL_FILE).exists()
    catalogue = (root / "po/en/a.po").read_text(encoding="utf-8")
    assert f"{RENDERED}: {digest(post.read_bytes())}" in catalogue
    assert 'msgid "Een baan is kort."' in catalogue
    assert "human" not in catalogue


def test_an_import_takes_nothing_from_it(root: Path) -> None:
    """The machine's words in that post are no person's."""
    with Engine(Project.here(), "") as engine:
        _run(Project.here(), engine, Journal(root), Watched(root, Journal(root), {"content/en/a.md"}))
    before = (root / "po/en/a.po").read_bytes()
    (root / "content/nl/a.md").write_text("Een baan is duur. Vraag om hulp.\n", encoding="utf-8")
    _killed(root, _run)
    assert "1 posts, 1 of them as the pipeline wrote them" in translate(root, "import").stdout
    assert (root / "po/en/a.po").read_bytes() == before


def test_an_edit_after_the_kill_is_somebody_s(root: Path) -> None:
    """What was written into the post since is left alone."""
    _killed(root, _run)
    post = root / "content/en/a.md"
    post.write_text("A job is fun. Ask for help.\n", encoding="utf-8")
    assert "is not as the pipeline wrote it" in translate(root, "run").stdout
    assert post.read_text(encoding="utf-8") == "A job is fun. Ask for help.\n"


def _signed(root: Path) -> None:
    """A translator signs off all that is in the catalogue."""
    path = root / "po/en/a.po"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if line != "#, fuzzy\n"), encoding="utf-8")


def test_it_is_known_as_long_as_no_catalogue_knows_it(root: Path) -> None:
    """A run that has no reason to write the post doesn't make it somebody's edit for the next one."""
    (root / "i18n.toml").write_text('publish = "reviewed"\n[backend]\nname = "pseudo"\n', encoding="utf-8")
    assert translate(root, "run").returncode == 0
    _signed(root)
    _killed(root, _run)
    (root / "content/nl/a.md").write_text("Een baan is kort. Vraag om hulp.\n", encoding="utf-8")
    assert translate(root, "run").returncode == 0
    assert (root / JOURNAL_FILE).exists()
    _signed(root)
    assert "is not as the pipeline wrote it" not in translate(root, "run").stdout
    assert not (root / JOURNAL_FILE).exists()
