"""The seal of a pass that found nothing to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.sync.quick import SEAL_FILE, nothing_changed, seal, seal_text

FOLDERS, WATCHED = ["nl", "en"], ["i18n.toml", "glossary.csv"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sealed project that is the current folder."""
    (tmp_path / "nl" / "sub").mkdir(parents=True)
    (tmp_path / "nl" / "sub" / "a.md").write_text("a")
    (tmp_path / "nl" / "b.md").write_text("b")
    (tmp_path / "i18n.toml").write_text("")
    (tmp_path / ".i18n").mkdir()
    (tmp_path / ".i18n" / "lock").touch()
    _seal(tmp_path)
    monkeypatch.chdir(tmp_path / "nl")
    return tmp_path


def _seal(site: Path, environment: dict[str, str] | None = None) -> None:
    made = seal(str(site), ("", ""), FOLDERS, WATCHED, environment or {})
    assert made is not None
    (site / SEAL_FILE).write_text(seal_text(made[0], 2, FOLDERS, WATCHED))


def test_a_seal_that_holds(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changed: it says so, from a folder below as well, whatever --wait and --prune say."""
    assert nothing_changed(["sync"], {})
    assert capsys.readouterr().out == "Nothing to do: 2 articles are as the last pass left them.\n"
    assert nothing_changed(["sync", "--wait", "5", "--prune"], {"PATH": "x", "DEEPL_AUTH_KEY": "secret"})
    assert nothing_changed(["sync"], {}, parallel=True)
    (site / "nl" / "sub" / "a.md").write_text("other")
    assert not nothing_changed(["sync"], {}, parallel=True)


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "nl/b.md").write_text("other"),
        lambda site: os.utime(site / "nl/b.md", (1, 1)),
        lambda site: (site / "nl/sub/a.md").rename(site / "nl/sub/c.md"),
        lambda site: (site / "nl/sub/a.md").unlink(),
        lambda site: (
            (site / "nl/b.md").symlink_to("sub/a.md") if (site / "nl/b.md").unlink() is None else None
        ),
        lambda site: (site / "en").mkdir() or (site / "en/a.md").touch(),
        lambda site: (site / "i18n.toml").write_text("publish"),
        lambda site: (site / "glossary.csv").touch(),
        lambda site: (site / SEAL_FILE).write_text("torn"),
        lambda site: (site / SEAL_FILE).unlink(),
        lambda site: (site / ".i18n/lock").unlink(),
    ],
)
def test_whatever_changes_breaks_it(site: Path, change: Callable[[Path], object]) -> None:
    """A size, a time, a name, a link, a new or a lost file, settings: then the pass has to look."""
    change(site)
    assert not nothing_changed(["sync"], {})


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "run",
        "sync a.md",
        "sync --target en",
        "sync --backend x",
        "sync --wait",
        "sync --format json",
        "sync --report r.json",
        "sync --help",
    ],
)
def test_other_options_make_it_look(site: Path, arguments: str) -> None:
    """Only a plain pass with the options of the sealed one may end early."""
    assert not nothing_changed(arguments.split(), {})
    assert site.exists()


def test_what_chooses_an_engine_breaks_it(site: Path) -> None:
    """An environment that may mean another engine counts, its secrets don't."""
    assert not nothing_changed(["sync"], {"I18N_BACKEND": "deepl"})
    _seal(site, {"I18N_BACKEND": "deepl"})
    assert nothing_changed(["sync"], {"I18N_BACKEND": "deepl"})


def test_it_needs_the_standard_library_alone() -> None:
    """A pass with nothing to do loads no library of others."""
    program = (
        "import sys; sys.modules['i18n_pipeline'] = type(sys)('i18n_pipeline');"
        "sys.modules['i18n_pipeline'].__path__ = [sys.argv[1]];"
        "import i18n_pipeline.sync.quick; print(*sorted(sys.modules))"
    )
    package = Path(sys.modules["i18n_pipeline"].__path__[0])
    done = subprocess.run(
        [sys.executable, "-c", program, str(package)], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "i18n_pipeline.sync.quick" in loaded
    assert not {"typer", "rich", "json", "pathlib", "i18n_pipeline.errors"} & set(loaded)
