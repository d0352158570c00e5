"""A pass under Git that ends in the middle: what is committed, and how the next one goes on."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import plugin_engine
from tests.functional.launched import Launcher, until
from tests.functional.sync_site import SyncSite

EDITED = "A *job* is fun."


@pytest.fixture(scope="module")
def launcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
    """A launcher that knows the engine, and no settings of Git."""
    packages = tmp_path_factory.mktemp("packages")
    plugin_engine.install(packages)
    environment = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    running = Launcher({"PYTHONPATH": str(packages), "NO_COLOR": "1", **environment})
    yield running
    running.close()


def _git(site: SyncSite, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *arguments]
    done = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def site(tmp_path: Path, launcher: Launcher) -> SyncSite:
    """A translated article; then somebody edited its post and its Dutch, and committed both."""
    made = SyncSite(tmp_path / "site", launcher)
    made.write("a", "Een *baan* is leuk.", "Vraag om hulp.")
    _git(made, "init", "--quiet")
    _git(made, "config", "user.name", "Robot")
    _git(made, "config", "user.email", "robot@example.org")
    (made.folder / ".gitignore").write_text(".i18n/\n", encoding="ascii")
    _git(made, "add", ".")
    _git(made, "commit", "--quiet", "-m", "Begin")
    assert made.sync("--git")[0] == 0
    made.write("a", "Een *baan* is leuk.", "Vraag om hulp.", "Een brief is kort.")
    post = made.folder / "content/en/a.md"
    post.write_text(post.read_text(encoding="utf-8").replace("EEN *BAAN* IS LEUK.", EDITED), encoding="utf-8")
    _git(made, "commit", "--quiet", "--all", "-m", "Edit")
    return made


def _ended(site: SyncSite, how: signal.Signals) -> int:
    """The exit status of a pass that is ended while it waits for the engine, the edits taken over."""
    site.order(delay=1)
    child = site.start("sync", "--git")
    until(lambda: EDITED in (site.folder / "po/en/a.po").read_text(encoding="utf-8"))
    os.kill(child, how)
    status = site.launcher.wait()
    site.order()
    return status


def _is_done(site: SyncSite) -> bool:
    """Whether a pass now completes the article, and commits it."""
    assert site.sync("--git")[0] == 0
    post = (site.folder / "content/en/a.md").read_text(encoding="utf-8")
    return EDITED in post and "EEN BRIEF IS KORT." in post and not _git(site, "status", "--porcelain")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_pass_that_is_ended_commits_the_edits_that_it_took_over(
    site: SyncSite, how: signal.Signals
) -> None:
    """It ends with 130 on a clean clone, and the next pass goes on from there."""
    assert _ended(site, how) == 130
    assert _git(site, "status", "--porcelain") == ""
    assert _git(site, "log", "-1", "--format=%s", "--name-only").splitlines() == [
        *("Keep what an unfinished pass wrote", "", "po/en/a.po")
    ]
    assert _is_done(site)


@pytest.mark.parametrize(
    "command", [("commit", "--quiet", "-m", "Keep"), ("restore", "--staged", "--worktree", ".")]
)
def test_a_pass_that_is_killed_leaves_its_files(site: SyncSite, command: tuple[str, ...]) -> None:
    """The next one names them and starts when somebody committed them, or took them back."""
    assert _ended(site, signal.SIGKILL) == -signal.SIGKILL
    status, said = site.sync("--git")
    assert (status, "not committed: po/en/a.po." in said) == (2, True)
    _git(site, "add", "--all", "po", "content/en")
    _git(site, *command)
    assert _is_done(site)
