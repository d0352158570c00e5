"""The key is seen by DeepL alone: not on a screen, in a log, in a report or in any file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.deepl_site import translate, write_site
from tests.fakes.file_keyring import FILE_VARIABLE
from tests.servers.deepl import QUOTA_EXCEEDED, DeepLServer, Fault

KEY = "5ec2e7ab-feed-beef-cafe-0123456789ab:fx"
BARE_KEY = "5ec2e7ab-feed-beef-cafe-0123456789ab"
TALKATIVE = (
    "import logging; logging.basicConfig(level=logging.DEBUG);from i18n_pipeline.cli.app import main; main()"
)
REPEATED = f"no {KEY}, nor {BARE_KEY}%3Afx, nor 'DeepL-Auth-Key {KEY}'"
FAULTS = {
    "success": Fault(),
    "refused": Fault(status=403, message=REPEATED),
    "used up": Fault(status=QUOTA_EXCEEDED, message=REPEATED),
    "wrong": Fault(status=400, message=REPEATED),
    "not known": Fault(status=404, message=REPEATED),
    "overloaded": Fault(status=529, message=REPEATED),
    "out of service": Fault(status=503, message=REPEATED),
    "cut": Fault(cut=True),
    "no JSON": Fault(body=f"<html>{REPEATED}</html>".encode()),
    "odd JSON": Fault(body=f'{{"translations": "{KEY}"}}'.encode()),
}
IN_A_GLOSSARY = ("refused", "used up", "wrong", "no JSON")
CASES = [("/v2/translate", name) for name in FAULTS] + [("/v3/glossaries", name) for name in IN_A_GLOSSARY]


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with DeepLServer(key=KEY) as running:
        yield running


def everything(folder: Path) -> str:
    """What is in the files of a folder, the keyring's left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "keyring.json")
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


@pytest.mark.parametrize(("path", "name"), CASES)
def test_a_run_shows_no_key(tmp_path: Path, server: DeepLServer, path: str, name: str) -> None:
    """However a request ends, with the most talkative log, the key is nowhere."""
    site = write_site(tmp_path, "werk,work")
    server.misbehave(FAULTS[name], times=3, path=path)
    environment = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url}
    done = translate(site, "run", "--report", "report.json", code=TALKATIVE, **environment)
    assert any(request.headers.get("Authorization", "").endswith(KEY) for request in server.requests)
    assert "DEBUG:deepl:" in done.stderr
    assert BARE_KEY not in done.stdout + done.stderr + everything(tmp_path)


def test_no_command_shows_the_key(tmp_path: Path, server: DeepLServer) -> None:
    """Neither the one that stores it nor those that take it from there, with a server or without one."""
    site = write_site(tmp_path, "werk,work")
    environment = {
        "PYTHON_KEYRING_BACKEND": "tests.fakes.file_keyring.FileKeyring",
        FILE_VARIABLE: str(tmp_path / "keyring.json"),
        "DEEPL_SERVER_URL": server.url,
    }
    login = translate(site, "login", "deepl", code=TALKATIVE, stdin=KEY, **environment)
    run = translate(site, "run", "--format", "json", code=TALKATIVE, **environment)
    nowhere = {**environment, "DEEPL_SERVER_URL": "http://127.0.0.1:9"}
    alone = translate(site, "run", "--force", code=TALKATIVE, **nowhere)
    backends = translate(site, "backends", code=TALKATIVE, **environment)
    assert (login.returncode, run.returncode, alone.returncode) == (0, 0, 3)
    told = "".join(done.stdout + done.stderr for done in (login, run, alone, backends))
    assert BARE_KEY not in told + everything(tmp_path)


def test_a_bug_shows_no_key(tmp_path: Path, server: DeepLServer) -> None:
    """Even a traceback, which is for bugs alone, has no values in it."""
    site = write_site(tmp_path)
    code = (
        "from i18n_pipeline.backends.deepl import backend\n"
        "backend.grouped = None\n"
        "from i18n_pipeline.cli.app import main; main()"
    )
    done = translate(site, "run", code=code, DEEPL_AUTH_KEY=KEY, DEEPL_SERVER_URL=server.url)
    assert "TypeError" in done.stderr
    assert BARE_KEY not in done.stdout + done.stderr
