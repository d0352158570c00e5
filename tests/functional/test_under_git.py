"""A pass of a project under Git, from pull to push."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n_pipeline import config
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.under_git import UnderGit
from i18n_pipeline.cli.work import work
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.sync.git_program import GitNotReady

IGNORED = ".i18n/\n"
SETTINGS = '[backend]\nname = "pseudo"\n'


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with one article, committed and pushed."""
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    text = "[init]\ndefaultBranch = main\n[user]\nname = Robot\nemail = robot@example.org\n"
    (tmp_path / "gitconfig").write_text(text, encoding="ascii")
    _git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    _git(tmp_path, "clone", "--quiet", "remote.git", "site")
    site = tmp_path / "site"
    (site / "content" / "nl").mkdir(parents=True)
    (site / "content/nl/a.md").write_text("---\ntitle: Een\n---\n\nTwee.\n", encoding="utf-8")
    (site / "i18n.toml").write_text(SETTINGS, encoding="utf-8")
    (site / ".gitignore").write_text(IGNORED, encoding="utf-8")
    _git(site, "add", ".")
    _git(site, "commit", "--quiet", "-m", "Begin")
    _git(site, "push", "--quiet", "origin", "HEAD")
    yield site
    assert _git(site, "stash", "list") == ""


def _passed(root: Path, asked: UnderGit) -> RunReport:
    project = Project(config.load(root))
    with asked.around(project) as committed, Engine(project, "") as engine:
        done = planned(project, work(project, []), engine).carried_out(concurrency=1, limit=None, quiet=True)
        return committed(done)


def test_a_pass_is_a_commit(root: Path) -> None:
    """Post and catalogue are committed and pushed; a pass with nothing to do makes no commit."""
    report = _passed(root, UnderGit(wanted=True, push=True))
    assert report.exit_status() == 0
    assert _git(root, "show", "--name-only", "--format=%s", "origin/main").splitlines() == [
        "Translate 1 article to en-GB with pseudo",
        "",
        "content/en/a.md",
        "po/en/a.po",
    ]
    head = _git(root, "rev-parse", "HEAD")
    _passed(root, UnderGit(wanted=True, push=True))
    assert (_git(root, "rev-parse", "HEAD"), _git(root, "status", "--porcelain")) == (head, "")


def test_a_failed_push_is_a_problem_of_the_report(root: Path) -> None:
    """The commit is kept, the exit status tells, and the next pass sends it."""
    remote = root.parent / "remote.git"
    (remote / "hooks/pre-receive").write_text("#!/bin/sh\necho closed >&2\nexit 1\n", encoding="ascii")
    (remote / "hooks/pre-receive").chmod(0o755)
    report = _passed(root, UnderGit(wanted=True, push=True))
    assert report.exit_status() == 3
    assert "closed" in str(report.articles[-1].problem)
    (remote / "hooks/pre-receive").unlink()
    assert _passed(root, UnderGit(wanted=True, push=True)).exit_status() == 0
    assert _git(remote, "rev-parse", "main") == _git(root, "rev-parse", "HEAD")


def test_a_failed_commit_on_a_branch_stays_there(root: Path) -> None:
    """Files that could not be committed are not carried to another branch, and the next pass says so."""
    hook = root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    hook.chmod(0o755)
    report = _passed(root, UnderGit(wanted=True, branch="translations"))
    assert report.exit_status() == 3
    assert _git(root, "branch", "--show-current") == "translations"
    assert (root / "content/en/a.md").exists()
    with pytest.raises(GitNotReady, match=r"not committed: content/en/a\.md, po/en/a\.po"):
        _passed(root, UnderGit(wanted=True, branch="translations"))


def test_a_pass_that_breaks_off_goes_back(root: Path) -> None:
    """An error before anything is written leaves the branch that was checked out."""
    project = Project(config.load(root))
    with pytest.raises(UsageError, match="no"), UnderGit(wanted=True, branch="x").around(project):
        raise UsageError("no")
    assert _git(root, "branch", "--show-current") == "main"


def test_without_git(root: Path) -> None:
    """Nothing of Git is touched, and its options alone are refused."""
    head = _git(root, "rev-parse", "HEAD")
    assert _passed(root, UnderGit()).exit_status() == 0
    assert _git(root, "rev-parse", "HEAD") == head
    with pytest.raises(UsageError, match="belong to --git"):
        UnderGit(push=True)
