"""Somebody saves a catalogue in the last moment before a run replaces it."""

from pathlib import Path

import pytest

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.work import work
from i18n_pipeline.model.budget import Limit
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.watched import SavedMeanwhile, Watched

_MACHINE = '#, fuzzy\nmsgid "Vraag om hulp."\nmsgstr "Vraag om hulp."'
_SIGNED = 'msgid "Vraag om hulp."\nmsgstr "Ask."'


class Hurried(Watched):
    """Files of a project whose translator signs a text off right before the catalogue is written."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, Journal(root), {"content/en/a.md"})
        self._catalogue = root / "po/en/a.po"

    def write(self, path: str, data: bytes) -> bool:
        """Write, after the translator did."""
        if path.endswith(".po"):
            text = self._catalogue.read_text(encoding="utf-8")
            assert _MACHINE in text
            self._catalogue.write_text(text.replace(_MACHINE, _SIGNED), encoding="utf-8")
        return super().write(path, data)


def _run(files: Watched) -> RunReport:
    project = Project.here()
    with Engine(project, "") as engine:
        asked = planned(project, work(project, []), engine).over(files)
        return asked.carried_out(concurrency=1, limit=Limit(), quiet=True)


def test_what_was_signed_off_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article is told as not done; the next run goes on from what was saved, its own post among it."""
    article = tmp_path / "content/nl/a.md"
    article.parent.mkdir(parents=True)
    article.write_text("Een baan is leuk. Vraag om hulp.\n", encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "echo"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _run(Watched(tmp_path, Journal(tmp_path), {"content/en/a.md"})).exit_status() == 0
    article.write_text("Een baan is duur. Vraag om hulp.\n", encoding="utf-8")
    (report,) = _run(Hurried(tmp_path)).articles
    assert isinstance(report.problem, SavedMeanwhile)
    assert 'msgstr "Ask."' in (tmp_path / "po/en/a.po").read_text(encoding="utf-8")
    (report,) = _run(Watched(tmp_path, Journal(tmp_path), {"content/en/a.md"})).articles
    assert (report.problem, report.written) == (None, ("content/en/a.md", "po/en/a.po"))
    assert (tmp_path / "content/en/a.md").read_text(encoding="utf-8") == "Een baan is duur. Ask.\n"
