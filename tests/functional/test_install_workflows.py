"""The workflows for GitHub and GitLab, checked by their schemas and linters, and run."""

import re
from dataclasses import replace
from datetime import UTC
from itertools import product
from pathlib import Path

import pytest
import yaml

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.cron import cron
from i18n_pipeline.sync.install import INSTALLS
from i18n_pipeline.sync.install.setup import Setup
from tests.functional.checkers import beside_python, told
from tests.functional.ci_checkout import Hosted, git

SCHEMAS = {
    "github": ("--builtin-schema=vendor.github-workflows",),
    "gitlab": ("--builtin-schema=vendor.gitlab-ci", "--data-transform=gitlab-ci"),
}
ON_MAIN = ("--git", "--push")
OPTIONS = ((), ON_MAIN, ("--git", "--branch=i18n/en", "--target=e&n 'GB'"))
"""To a branch, to main, with words that a shell takes for something else."""
ENGINES = ("deepl", "local", "pseudo")
"""With a key, with an extra, with neither."""
ZONES = ("", "Europe/Amsterdam")


def _setup(root: Path, *options: str, engine: str = "pseudo", zone: str = "") -> Setup:
    schedule = cron("*/20 6-18 1,15 * 1-5", UTC)
    return Setup(root, Path("/bin/true"), schedule, "daemon", engine, zone, options=options)


def _workflow(name: str, root: Path, *options: str, **given: str) -> str:
    return INSTALLS[name](_setup(root, *options, **given))


def _files(name: str, folder: Path) -> list[Path]:
    """Workflows for all of these, of a project below its repository whose folder has to be quoted."""
    (folder / ".git").mkdir()
    files = []
    for number, (options, engine, zone) in enumerate(product(OPTIONS, ENGINES, ZONES)):
        file = folder / f"{number}.yml"
        text = _workflow(name, folder / "my 'site'", *options, engine=engine, zone=zone)
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return files


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema(tmp_path: Path, name: str) -> None:
    """GitHub's and GitLab's schemas hold for the workflow."""
    told(beside_python("check-jsonschema"), *SCHEMAS[name], *_files(name, tmp_path))


def test_actionlint(tmp_path: Path) -> None:
    """Nothing is wrong for actionlint; with ShellCheck on its path, nothing in the scripts either."""
    assert told(beside_python("actionlint"), "-no-color", *_files("github", tmp_path)) == ""


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("folder", ["", "my 'site'"])
def test_shellcheck(tmp_path: Path, folder: str, options: tuple[str, ...]) -> None:
    """ShellCheck has nothing to say to GitLab's script, which any shell can run; the runner sets `-e`."""
    (tmp_path / ".git").mkdir()
    file = tmp_path / "script"
    job = yaml.safe_load(_workflow("gitlab", tmp_path / folder, *options, engine="local"))["translate"]
    file.write_text("\n".join(["set -e", *job["script"]]), encoding="utf-8")
    assert told("shellcheck", "--shell=sh", file) == ""


@pytest.mark.parametrize(
    ("options", "rights"),
    [((), {"contents": "write", "pull-requests": "write"}), (ON_MAIN, {"contents": "write"})],
)
def test_rights(tmp_path: Path, options: tuple[str, ...], rights: dict[str, str]) -> None:
    """The workflow may do what it needs and no more, runs one at a time, and fixes its actions' versions."""
    workflow = yaml.safe_load(_workflow("github", tmp_path, *options))
    assert workflow["permissions"] == rights
    assert workflow["concurrency"] == {"group": "translate", "cancel-in-progress": False}
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
    used = [step["uses"] for step in workflow["jobs"]["translate"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z/-]+@v\d+", each) for each in used)


@pytest.mark.parametrize(("options", "role"), [((), "Developer"), (ON_MAIN, "Maintainer")])
def test_role(tmp_path: Path, options: tuple[str, ...], role: str) -> None:
    """GitLab's token has the role that may push there: main is protected, another branch is not."""
    assert f"with the role {role} and the scope write_repository" in _workflow("gitlab", tmp_path, *options)


@pytest.mark.parametrize("name", SCHEMAS)
def test_options_of_a_pass(tmp_path: Path, name: str) -> None:
    """What else a pass was to do stands in the workflow; what it commits is pushed, asked for or not."""
    text = _workflow(name, tmp_path, "--git", "--branch=i18n", "--target=en")
    assert "translate sync --git --branch=i18n --push --target=en" in text


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("branch", ["a;b", "${{ x }}", "-f"])
def test_branch_that_is_a_script(tmp_path: Path, name: str, branch: str) -> None:
    """A branch whose name a shell or a workflow would take for something else is refused."""
    with pytest.raises(UsageError, match="can't stand in a workflow"):
        _workflow(name, tmp_path, "--git", f"--branch={branch}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_jitter(tmp_path: Path, name: str) -> None:
    """What neither can do is refused by name."""
    with pytest.raises(UsageError, match="knows no --jitter"):
        INSTALLS[name](replace(_setup(tmp_path), jitter=60))


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    """A project with one article, hosted."""
    return Hosted(tmp_path)


def test_github_opens_a_pull_request(hosted: Hosted) -> None:
    """Posts arrive on a branch with a pull request; a pass without news adds nothing, the next a comment."""
    workflow = _workflow("github", hosted.anna)
    assert hosted.github(workflow) == [0, 0, 0]
    assert hosted.log("translations", "^main") == [
        "github-actions[bot]: Translate 1 article to en-GB with pseudo"
    ]
    assert set(hosted.files("translations")) - set(hosted.files("main")) == {
        *("content/en/a.md", "po/en/a.po")
    }
    assert hosted.asked.startswith("pr create\n1 articles changed, 2 files written")
    before = git(hosted.remote, "show-ref"), hosted.asked
    assert hosted.github(workflow) == [0, 0, 0]
    assert (git(hosted.remote, "show-ref"), hosted.asked) == before
    hosted.publish("b")
    assert hosted.github(workflow) == [0, 0, 0]
    assert "content/en/b.md" in hosted.files("translations")
    assert hosted.asked.count("pr create") == 2
    assert hosted.asked.count("pr comment") == 1


def test_github_pushes_to_main(hosted: Hosted) -> None:
    """Where that is asked for, posts arrive on main in one commit; a second pass pushes nothing."""
    workflow = _workflow("github", hosted.anna, *ON_MAIN)
    assert hosted.github(workflow) == [0, 0]
    assert hosted.log("main")[:2] == [
        "github-actions[bot]: Translate 1 article to en-GB with pseudo",
        "Anna: Write a",
    ]
    head = git(hosted.remote, "show-ref")
    assert hosted.github(workflow) == [0, 0]
    assert git(hosted.remote, "show-ref") == head
    assert hosted.asked == ""


def test_gitlab_opens_a_merge_request(hosted: Hosted) -> None:
    """Posts arrive on a branch, by a push that asks for a merge request; a second pass pushes nothing."""
    workflow = _workflow("gitlab", hosted.anna)
    assert hosted.pushes
    assert hosted.gitlab(workflow) == 0
    assert hosted.log("translations", "^main") == ["translate sync: Translate 1 article to en-GB with pseudo"]
    request = ("merge_request.create", "merge_request.target=main", "merge_request.remove_source_branch")
    assert hosted.pushes == [f"pushed {' '.join(request)}"]
    assert hosted.gitlab(workflow) == 0
    assert hosted.pushes == []
    hosted.publish("b")
    assert hosted.gitlab(workflow) == 0
    assert "content/en/b.md" in hosted.files("translations")


def test_gitlab_pushes_to_main(hosted: Hosted) -> None:
    """Where that is asked for, posts arrive on main in one commit; a second pass pushes nothing."""
    workflow = _workflow("gitlab", hosted.anna, *ON_MAIN)
    assert hosted.pushes
    assert hosted.gitlab(workflow) == 0
    assert hosted.log("main")[:2] == [
        "translate sync: Translate 1 article to en-GB with pseudo",
        "Anna: Write a",
    ]
    assert hosted.pushes == ["pushed"]
    assert hosted.gitlab(workflow) == 0
    assert hosted.pushes == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_article_that_fails(hosted: Hosted, name: str) -> None:
    """The job fails by the pass's exit status; what went well is pushed, and told, all the same."""
    (hosted.anna / "content/nl/broken.md").write_text("---\ntitle: [\n---\n\nZin.\n", encoding="utf-8")
    hosted.publish("b")
    workflow = _workflow(name, hosted.anna)
    assert (hosted.github(workflow) if name == "github" else hosted.gitlab(workflow)) in ([0, 3, 0], 3)
    assert {"content/en/a.md", "content/en/b.md"} < set(hosted.files("translations"))
    assert name == "gitlab" or "broken.md" in hosted.asked


def test_a_branch_that_was_merged(hosted: Hosted) -> None:
    """After the pull request was merged and its branch deleted, the next pass makes a branch anew."""
    workflow = _workflow("github", hosted.anna)
    hosted.github(workflow)
    git(hosted.anna, "pull", "--quiet", "origin", "translations")
    git(hosted.anna, "push", "--quiet", "origin", "main", ":translations")
    assert hosted.github(workflow) == [0, 0, 0]
    assert git(hosted.remote, "branch", "--format=%(refname:short)") == "main"
    hosted.publish("b")
    assert hosted.github(workflow) == [0, 0, 0]
    assert hosted.log("translations", "^main") == [
        "github-actions[bot]: Translate 1 article to en-GB with pseudo"
    ]
