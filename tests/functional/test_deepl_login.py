"""`translate login deepl`: the key in the system's keyring, without a desktop."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.deepl_site import translate, write_site
from tests.fakes.file_keyring import FILE_VARIABLE
from tests.servers.deepl import KEY, DeepLServer, Fault

USAGE = "/v2/usage"


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with DeepLServer() as running:
        yield running


@pytest.fixture
def environment(tmp_path: Path, server: DeepLServer) -> dict[str, str]:
    """A keyring in a file, and the server's address."""
    return {
        "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.FileKeyring",
        FILE_VARIABLE: str(tmp_path / "keyring.json"),
        "DEEPL_SERVER_URL": server.url,
    }


def test_a_key_is_stored_used_and_removed(tmp_path: Path, environment: dict[str, str]) -> None:
    """Stored once, it serves every run until it is removed; nothing shows it."""
    site = write_site(tmp_path / "site", "werk,work")
    before = translate(site, "run", **environment)
    assert before.returncode == 2
    assert "Or store it with `translate login deepl`." in before.stdout + before.stderr
    login = translate(site, "login", "deepl", stdin=f"  {KEY}\n", **environment)
    assert (login.returncode, login.stderr) == (0, "")
    assert login.stdout == (
        "The key works: 0 characters used in this billing period, 500,000 left of 500,000.\n"
        "The key is kept in the keyring (file keyring FileKeyring).\n"
    )
    run = translate(site, "run", **environment)
    assert (run.returncode, (site / "content/en/netwerken.md").exists()) == (0, True)
    assert KEY not in login.stdout + run.stdout + run.stderr
    removed = translate(site, "login", "deepl", "--remove", **environment)
    assert removed.stdout == "The key was removed.\n"
    assert "no key to remove" in translate(site, "login", "deepl", "--remove", **environment).stdout
    assert translate(site, "run", "--force", **environment).returncode == 2


def test_the_environment_goes_before_the_keyring(tmp_path: Path, environment: dict[str, str]) -> None:
    """A key in DEEPL_AUTH_KEY is used, and login says so."""
    site = write_site(tmp_path / "site")
    other = {**environment, "DEEPL_AUTH_KEY": "another-key"}
    login = translate(site, "login", "deepl", stdin=KEY, **other)
    assert "DEEPL_AUTH_KEY is set in this environment, and goes before it." in login.stdout
    assert "refused the key" in translate(site, "run", **other).stdout


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(status=403), "refused the key"),
        (Fault(cut=True), "no connection to DeepL"),
        (Fault(body=b"<html>"), "makes no sense"),
    ],
)
def test_a_key_that_does_not_work_is_not_stored(
    tmp_path: Path, server: DeepLServer, environment: dict[str, str], fault: Fault, said: str
) -> None:
    """What DeepL refuses, or could not say, is told; `--no-check` stores without asking."""
    site = write_site(tmp_path / "site")
    server.misbehave(fault, path=USAGE)
    done = translate(site, "login", "deepl", stdin=KEY, **environment)
    assert done.returncode in {2, 3}
    assert said in done.stderr
    assert not (tmp_path / "keyring.json").exists()
    stored = translate(tmp_path, "login", "deepl", "--no-check", stdin=KEY, **environment)
    assert stored.returncode == 0
    assert len(server.requests) == 1
    assert KEY in (tmp_path / "keyring.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"), [("", "There is no key."), ("\n", "There is no key."), ("se cret\n", "no DeepL key")]
)
def test_what_is_no_key_is_refused(
    tmp_path: Path, environment: dict[str, str], typed: str, said: str
) -> None:
    """Nothing is asked, stored or repeated."""
    done = translate(tmp_path, "login", "deepl", stdin=typed, **environment)
    assert done.returncode == 2
    assert said in done.stderr
    assert "cret" not in done.stderr
    assert not (tmp_path / "keyring.json").exists()


@pytest.mark.parametrize(
    "keyring",
    [
        "keyring.backends.fail.Keyring",
        "keyring.backends.null.Keyring",
        "tests.fakes.file_keyring.LockedKeyring",
        "tests.fakes.nowhere.Keyring",
    ],
)
def test_a_keyring_that_keeps_nothing_is_told(
    tmp_path: Path, environment: dict[str, str], keyring: str
) -> None:
    """None, a locked or a broken one: the key is not lost silently, and not shown."""
    unusable = {**environment, "PYTHON_KEYRING_BACKEND": keyring}
    done = translate(tmp_path, "login", "deepl", stdin=KEY, **unusable)
    assert done.returncode == 2
    assert "keyring can't be used" in done.stderr
    assert KEY not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_without_a_usable_keyring_asks_for_the_variable(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """A locked keyring is no reason for a traceback."""
    site = write_site(tmp_path / "site")
    locked = {**environment, "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.LockedKeyring"}
    run = translate(site, "run", **locked)
    assert run.returncode == 2
    assert "Set DEEPL_AUTH_KEY" in run.stdout + run.stderr
    assert "Unlock it" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_without_the_package_there_is_no_key(tmp_path: Path, environment: dict[str, str]) -> None:
    """The message names the extra."""
    site = write_site(tmp_path / "site")
    code = "import sys; sys.modules['keyring'] = None; from i18n_pipeline.cli.app import main; main()"
    run = translate(site, "run", code=code, **environment)
    assert run.returncode == 2
    assert 'Install "i18n-pipeline[keyring]"' in run.stdout
    login = translate(site, "login", "deepl", "--no-check", code=code, stdin=KEY, **environment)
    assert login.returncode == 2
    assert "`keyring` is not installed" in login.stderr


def test_a_terminal_does_not_show_what_is_typed(tmp_path: Path, environment: dict[str, str]) -> None:
    """The key is asked for without an echo."""
    here, there = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "i18n_pipeline", "login", "deepl"],
        cwd=tmp_path,
        env={**os.environ, **environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
    )
    os.close(there)
    shown = b""
    while b"DeepL key: " not in shown:
        shown += os.read(here, 1024)
    os.write(here, f"{KEY}\n".encode())
    try:
        while piece := os.read(here, 1024):
            shown += piece
    except OSError:  # the other end is closed
        pass
    os.close(here)
    assert running.wait(timeout=60) == 0
    assert b"The key is kept" in shown
    assert KEY.encode() not in shown
