"""Somebody saves a file in the last moment before a pass replaces it."""

from pathlib import Path

import pytest

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_look import looked_at
from i18n_pipeline.cli.sync_pass import Pass
from i18n_pipeline.cli.translation import Engine
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.storage.state import State
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.watched import SavedMeanwhile, Watched


class Hurried(Watched):
    """Files of which one is edited `times` times, each time right before it is written."""

    def __init__(self, root: Path, journal: Journal, path: str, edit: tuple[str, str], times: int) -> None:
        super().__init__(root, journal, {"content/en/a.md"})
        self._file = root / path
        self._path = path
        self._edit = edit
        self._times = times

    def write(self, path: str, data: bytes) -> bool:
        """Write, after somebody else did."""
        if path == self._path and self._times:
            self._times -= 1
            text = self._file.read_text(encoding="utf-8")
            self._file.write_text(text.replace(*self._edit) + "\n" * self._times, encoding="utf-8")
        return super().write(path, data)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one translated article, which was edited since."""
    (tmp_path / "content/nl").mkdir(parents=True)
    (tmp_path / "content/nl/a.md").write_text("Een baan is leuk. Vraag om hulp.\n", encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "echo"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    journal = Journal(tmp_path)
    _pass(tmp_path, journal, Watched(tmp_path, journal, {"content/en/a.md"}))
    (tmp_path / "content/nl/a.md").write_text("Een baan is duur. Vraag om hulp.\n", encoding="utf-8")
    return tmp_path


def _pass(root: Path, journal: Journal, files: Watched) -> RunReport:
    project, state = Project.here(), State()
    assert project.settings.root == root
    with Engine(project, "") as engine:
        looked = [
            looked_at(project, each, project.found([]), {}, state, engine) for each in project.targets("")
        ]
        return Pass(project, engine, state, journal, files, prune=False, quiet=True).carried_out(looked)


SIGNED = (
    '#, fuzzy\nmsgid "Vraag om hulp."\nmsgstr "Vraag om hulp."',
    'msgid "Vraag om hulp."\nmsgstr "Ask."',
)


def test_a_catalogue_that_is_saved_right_before_it_is_replaced(root: Path) -> None:
    """The article is gone through again with what was saved, and its post has it."""
    journal = Journal(root)
    result = _pass(root, journal, Hurried(root, journal, "po/en/a.po", SIGNED, times=1))
    assert [each.problem for each in result.articles] == [None]
    assert 'msgstr "Ask."' in (root / "po/en/a.po").read_text(encoding="utf-8")
    assert "Een baan is duur. Ask.\n" in (root / "content/en/a.md").read_text(encoding="utf-8")
    assert not result.articles[0].findings or "edited-by-hand" not in str(result.articles[0].findings)


def test_a_post_that_is_saved_right_before_it_is_replaced(root: Path) -> None:
    """What somebody wrote into the post is still there, in the post or in the catalogue."""
    journal = Journal(root)
    edit = ("Vraag om hulp.", "Do ask.")
    _pass(root, journal, Hurried(root, journal, "content/en/a.md", edit, times=1))
    assert "Do ask." in (root / "content/en/a.md").read_text(encoding="utf-8")


def test_somebody_who_never_stops_saving_is_left_alone(root: Path) -> None:
    """After some attempts the article is told, and what was saved last is there."""
    journal = Journal(root)
    result = _pass(root, journal, Hurried(root, journal, "po/en/a.po", SIGNED, times=9))
    assert isinstance(result.articles[0].problem, SavedMeanwhile)
    assert 'msgstr "Ask."' in (root / "po/en/a.po").read_text(encoding="utf-8")
