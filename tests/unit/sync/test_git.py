"""What Git is told, and what it hears of the surroundings."""

import os
from pathlib import Path

import pytest

from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.commit_message import commit_message
from i18n_pipeline.sync.git import Ours
from i18n_pipeline.sync.git_program import Git, GitError, GitNotReady, environment
from i18n_pipeline.sync.redacted import redacted, secrets_of


def _article(number: int, *, new: int = 0, outdated: int = 0, reviewed: int = 0) -> ArticleReport:
    return ArticleReport(
        f"content/nl/{number}.md",
        "en-GB",
        new=new,
        outdated=outdated,
        reviewed=reviewed,
        status="machine",
        written=(f"po/en/{number}.po",),
    )


def test_a_message_has_a_line_per_article() -> None:
    """The subject counts articles; each that was written has its counts; others have no line."""
    report = RunReport(
        [_article(1, new=3), _article(2, outdated=1, reviewed=4), ArticleReport("content/nl/3.md", "en-GB")],
        engine="deepl",
    )
    assert commit_message(report) == (
        "Translate 2 articles to en-GB with deepl\n\n"
        "- content/nl/1.md (en-GB): 3 new; machine\n"
        "- content/nl/2.md (en-GB): 1 outdated, 4 reviewed; machine\n"
    )


def test_a_message_stays_short() -> None:
    """Of very many articles the first ones have a line, the others a number; a line break makes no line."""
    odd = ArticleReport("content/nl/a\nb.md", "en", written=("x",))
    message = commit_message(RunReport([odd, *(_article(number) for number in range(200))]))
    assert message.splitlines()[2] == "- content/nl/a b.md (en): no new text"
    assert message.endswith("\n- and 151 more\n")
    assert "deepl" not in message


def test_the_environment_points_at_no_other_repository() -> None:
    """Started inside a hook, Git works in the project's folder, asks nothing, and gets no secret of ours."""
    given = {
        "GIT_DIR": "/x",
        "GIT_INDEX_FILE": "/y",
        "GIT_TRACE": "1",
        "GIT_SSH_COMMAND": "ssh -i k",
        "A": "b",
    }
    made = environment({**given, "LC_ALL": "nl_NL.UTF-8", "I18N_WEBHOOK_SECRET": "s"})
    assert made["GIT_TERMINAL_PROMPT"] == "0"
    assert made["LC_ALL"] == "C"
    assert made["GIT_SSH_COMMAND"] == "ssh -i k"
    assert not {"GIT_DIR", "GIT_INDEX_FILE", "GIT_TRACE", "I18N_WEBHOOK_SECRET"} & set(made)


def test_no_password_reaches_a_message(tmp_path: Path) -> None:
    """An address in Git's own words stands without its user, a secret of the environment as stars."""
    Git(tmp_path).do("init", "--quiet")
    with pytest.raises(GitError) as caught:
        Git(tmp_path).do("fetch", "http://me:hunter2@127.0.0.1:9/x.git")
    assert "hunter2" not in str(caught.value)
    assert "127.0.0.1:9" in str(caught.value)
    assert redacted("to https://u:p@h/x and s3cr3t!", ("s3cr3t!",)) == "to https://***@h/x and ***"
    assert secrets_of({"A_TOKEN": "abcdefgh", "API_KEY": "ab", "HOME": "/home/me"}) == ("abcdefgh",)


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    """After the time limit nothing of it runs on, and the message names it."""
    git = Git(tmp_path, timeout=0.2)
    with pytest.raises(GitError, match=r"`git -c` took longer than 0.2 seconds"):
        git.ask("-c", "alias.wait=!echo $$ > number; exec sleep 60", "wait")
    number = int((tmp_path / "number").read_text(encoding="ascii"))
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Git hears that, as an error of its settings."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitNotReady, match="no program `git`"):
        Git(tmp_path).ask("--version")


def test_which_files_are_ours() -> None:
    """Articles, posts and catalogues are; only the latter two are made by a pass."""
    ours = Ours(
        (Pattern("content/nl/{path}.md"),), (Pattern("content/en/{path}.md"), Pattern("po/{path}.po"))
    )
    assert [ours.has(path) for path in ("content/nl/a/b.md", "po/a.po", "README.md")] == [True, True, False]
    assert [ours.makes(path) for path in ("content/nl/a/b.md", "content/en/a.md")] == [False, True]
