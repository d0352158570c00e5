"""Standard output that is full, closed, read in part only, or of another encoding."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.functional.checkers import beside_python

ARTICLE = "---\ntitle: Netwerken\n---\n\nEén *baan* is leuk 👍.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A project with one article."""
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    (tmp_path / "content" / "nl").mkdir(parents=True)
    (tmp_path / "content" / "nl" / "één.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def _translate(site: Path, command: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """What a shell does with this, `translate` being the program."""
    return subprocess.run(
        ["bash", "-c", f"translate() {{ '{beside_python('translate')}' \"$@\"; }}; {command}"],
        cwd=site,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output(site: Path, unbuffered: str) -> None:
    """The run is done, its metrics are written, and the refusal is named."""
    command = "translate sync --metrics m.prom > /dev/full"
    done = _translate(site, command, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 3
    assert done.stderr.endswith(b"translate: standard output: no space left on device.\n")
    assert b"Traceback" not in done.stderr
    assert (site / "m.prom").exists()


@pytest.mark.parametrize("how", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(site: Path, how: str) -> None:
    """Who wants to hear nothing may close both; the run and the look at its seal go on."""
    for _ in range(2):
        done = _translate(site, f"translate sync {how}")
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert (site / "content" / "en" / "één.md").exists()


def test_a_reader_that_went_away(site: Path) -> None:
    """`| head` ends nothing and says nothing."""
    done = _translate(site, "translate status --format json | head -c 1; exit ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_an_encoding_without_the_characters(site: Path) -> None:
    """Text and JSON come with escapes, and the JSON says the same."""
    _translate(site, "translate run")
    done = _translate(site, "translate status --format json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["articles"][0]["article"] == "content/nl/één.md"
    assert b"\\u00e9\\u00e9n" in _translate(site, "translate status", PYTHONIOENCODING="ascii").stdout


def test_a_folder_that_is_gone(site: Path) -> None:
    """The current folder may have been removed by another process."""
    (site / "weg").mkdir()
    done = _translate(site, "cd weg && rmdir ../weg && translate sync")
    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
    assert b"the current folder is gone" in done.stderr
