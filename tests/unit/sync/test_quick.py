"""The seal of a pass that found nothing to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.sync.listing import listed
from i18n_pipeline.sync.plain import plain
from i18n_pipeline.sync.quick import SEAL_FILE, look, seal, seal_text

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
    listing = listed(str(site), FOLDERS)
    assert listing is not None
    digest, _ = seal(str(site), ("", ""), listing, WATCHED, environment or {})
    (site / SEAL_FILE).write_text(seal_text(digest, 2, FOLDERS, WATCHED))


def nothing_changed(
    arguments: list[str], environment: dict[str, str] | None = None, *, parallel: bool = False
) -> bool:
    """Whether `translate` with these arguments ends at the seal."""
    asked = plain(arguments, environment or {})
    return asked is not None and look(asked, environment or {}, parallel=parallel).articles == 2


def test_a_seal_that_holds(site: Path) -> None:
    """Nothing changed, in a folder below as well, whatever --wait and --prune say."""
    assert nothing_changed(["sync"], {})
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
    assert nothing_changed(["sync", "--target", "", "--backend", ""], {}), site


def test_a_webhook_makes_it_look() -> None:
    """It is told of every pass, by whichever way it was asked for."""
    assert plain(["sync"], {"I18N_WEBHOOK_URL": "http://localhost/"}) is None


def test_what_a_plain_pass_was_asked_for() -> None:
    """The options that it may have, the last one of each; a number that is none is left to typer."""
    asked = plain(
        ["sync", "--wait", "5", "--backend", "x", "--prune", "--target", "en", "--backend", "echo"], {}
    )
    assert asked
    assert (asked.backend, asked.target, asked.prune, asked.wait) == ("echo", "en", True, 5.0)
    for arguments in ("sync --wait 1.5", "sync --wait -1", "sync --wait", "sync --wait=5", "sync --prun"):
        assert plain(arguments.split(), {}) is None


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
    assert not {"typer", "rich", "json", "pathlib", "typing", "hashlib", "i18n_pipeline.errors"} & set(loaded)
