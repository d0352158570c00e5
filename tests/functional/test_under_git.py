"""A pass of a project under Git, from pull to push."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from i18n_pipeline import config
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.under_git import UnderGit
from i18n_pipeline.cli.work import work
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.budget import Limit
from i18n_pipeline.model.report import ArticleReport, RunReport
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
        done = planned(project, work(project, []), engine).carried_out(
            concurrency=1, limit=Limit(), quiet=True
        )
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


def test_what_an_interrupted_pass_wrote(root: Path) -> None:
    """It is committed, so that the next pass meets no changes that nobody committed."""
    asked = UnderGit(wanted=True)
    project = Project(config.load(root))
    with asked.around(project) as committed:
        (root / "content/en").mkdir()
        (root / "content/en/a.md").write_text("One.\n", encoding="utf-8")
        done = ArticleReport("content/nl/a.md", "en", written=("content/en/a.md",))
        assert committed(RunReport([done], interrupted=True)).exit_status() == 130
    assert _git(root, "status", "--porcelain") == ""
    assert _git(root, "show", "--name-only", "--format=") == "content/en/a.md"


def test_what_an_interrupted_pass_does_not_tell_of(root: Path) -> None:
    """Of an article in the middle of which it ended, files are committed too, apart, and are not pushed."""
    (root / "content/en").mkdir()
    with UnderGit(wanted=True, push=True).around(Project(config.load(root))) as committed:
        for name in ("a", "b"):
            (root / f"content/en/{name}.md").write_text("One.\n", encoding="utf-8")
        done = ArticleReport("content/nl/a.md", "en", written=("content/en/a.md",))
        assert committed(RunReport([done], interrupted=True)).exit_status() == 130
    assert _git(root, "status", "--porcelain") == ""
    assert _git(root, "log", "--format=%s", "--name-only", "@{upstream}..").splitlines() == [
        *("Keep what an unfinished pass wrote", "", "content/en/b.md")
    ]
    assert _git(root, "show", "--name-only", "--format=", "@{upstream}") == "content/en/a.md"


def test_an_interrupted_pass_whose_push_fails(root: Path) -> None:
    """Its files are all committed nevertheless."""
    _git(root, "remote", "set-url", "--push", "origin", str(root / "nowhere"))
    with UnderGit(wanted=True, push=True).around(Project(config.load(root))) as committed:
        for name in ("content/en/a.md", "content/en/b.md"):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text("One.\n", encoding="utf-8")
        done = ArticleReport("content/nl/a.md", "en", written=("content/en/a.md",))
        told = committed(RunReport([done], interrupted=True))
    assert "git push" in str(told.articles[-1].problem)
    assert _git(root, "status", "--porcelain") == ""


def test_what_is_put_away_by_a_pass_that_breaks_off(root: Path) -> None:
    """A deleted article's post goes into the attic in the commit that takes it from where it was."""
    (root / "content/nl/b.md").write_text("---\ntitle: Drie\n---\n\nVier.\n", encoding="utf-8")
    _git(root, "add", ".")
    _git(root, "commit", "--quiet", "-m", "Add b")
    _passed(root, UnderGit(wanted=True))
    _git(root, "rm", "--quiet", "content/nl/b.md")
    _git(root, "commit", "--quiet", "-m", "Remove b")
    with (
        pytest.raises(KeyboardInterrupt),
        UnderGit(wanted=True).around(project := Project(config.load(root))),
    ):
        _interrupted_after(lambda: work(project, [], prune=True))
    assert _git(root, "status", "--porcelain") == ""
    assert _git(root, "ls-files", "po/en/.attic", "content/en").splitlines() == [
        *("content/en/a.md", "po/en/.attic/b.md", "po/en/.attic/b.po")
    ]


def _interrupted_after(do: Callable[[], object]) -> None:
    do()
    raise KeyboardInterrupt


def _broken_off(root: Path, asked: UnderGit, error: BaseException) -> None:
    with pytest.raises(type(error)), asked.around(Project(config.load(root))):
        _write_and_raise(root / "po/en/b.po", error)


def _write_and_raise(path: Path, error: BaseException) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    raise error


@pytest.mark.parametrize("branch", ["", "translations"])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), UsageError("no"), RuntimeError("a bug")])
def test_a_pass_that_breaks_off_keeps_what_it_wrote(root: Path, error: BaseException, branch: str) -> None:
    """What it wrote is committed and not pushed, the error goes on, and the next pass sends it."""
    asked = UnderGit(wanted=True, push=True, branch=branch)
    _broken_off(root, asked, error)
    assert _git(root, "status", "--porcelain") == ""
    assert _git(root, "branch", "--show-current") == "main"
    kept = _git(root, "log", "-1", "--format=%s", "--name-only", branch or "main")
    assert kept.splitlines() == ["Keep what an unfinished pass wrote", "", "po/en/b.po"]
    assert _git(root, "rev-list", "--count", "--all", "--not", "--remotes") == "1"
    assert _passed(root, asked).exit_status() == 0
    assert _git(root, "rev-list", "--count", "--all", "--not", "--remotes") == "0"


def test_a_pass_that_breaks_off_and_cannot_commit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error is the pass's own; why its files are not committed is a warning."""
    hook = root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'no Mondays' >&2\nexit 1\n", encoding="ascii")
    hook.chmod(0o755)
    _broken_off(root, UnderGit(wanted=True), KeyboardInterrupt())
    assert "no Mondays" in capsys.readouterr().err


def test_without_git(root: Path) -> None:
    """Nothing of Git is touched, and its options alone are refused."""
    head = _git(root, "rev-parse", "HEAD")
    assert _passed(root, UnderGit()).exit_status() == 0
    assert _git(root, "rev-parse", "HEAD") == head
    with pytest.raises(UsageError, match="belong to --git"):
        UnderGit(push=True)
