"""A pass under Git, on real repositories with a remote beside them."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.git import Checkout, Ours
from i18n_pipeline.sync.git_program import GitError, GitNotReady

OURS = Ours((Pattern("nl/{path}.md"),), (Pattern("en/{path}.md"), Pattern("po/{path}.po")))


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git reads no settings but those that a test makes."""
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[init]\ndefaultBranch = main\n", encoding="ascii")
    monkeypatch.setenv("HOME", str(tmp_path))


@dataclass
class Clone:
    """A working copy of the remote."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """What a command prints."""
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    def write(self, path: str, text: str) -> None:
        """A file with its folders."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def commit(self, path: str, text: str) -> None:
        """Commit a file of this text."""
        self.write(path, text)
        self.git("add", path)
        self.git("commit", "--quiet", "-m", f"Write {path}")

    def checkout(self, branch: str = "") -> Checkout:
        """What is to be tested."""
        return Checkout(self.folder, OURS, branch)

    def state(self) -> tuple[str, str, str, str]:
        """Everything that a refusal must leave as it is."""
        shown = ("status", "--porcelain"), ("diff", "--cached"), ("diff",), ("rev-parse", "HEAD")
        first, second, third, fourth = (self.git(*each) for each in shown)
        return first, second, third, fourth


def _clone(tmp_path: Path, name: str, *options: str) -> Clone:
    command = ["git", "clone", "--quiet", *options, f"file://{tmp_path}/remote.git", name]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    clone = Clone(tmp_path / name)
    clone.git("config", "user.name", name)
    clone.git("config", "user.email", f"{name}@example.org")
    return clone


@pytest.fixture
def editor(tmp_path: Path) -> Clone:
    """Someone who has written an article and pushed it."""
    subprocess.run(["git", "init", "--quiet", "--bare", "remote.git"], cwd=tmp_path, check=True)
    clone = _clone(tmp_path, "editor")
    clone.commit("nl/a.md", "Eén.\n")
    clone.commit("README.md", "Read.\n")
    clone.git("push", "--quiet", "origin", "HEAD")
    return clone


@pytest.fixture
def robot(editor: Clone, tmp_path: Path) -> Clone:
    """The clone that a pass works in."""
    assert editor.folder.exists()
    return _clone(tmp_path, "robot")


def test_pulls_commits_and_pushes(editor: Clone, robot: Clone) -> None:
    """A pass sees what was pushed, and its commit is where others fetch it, with its message."""
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    checkout = robot.checkout()
    assert checkout.begin() == "main"
    assert (robot.folder / "nl/b.md").exists()
    robot.write("en/b.md", "Two.\n")
    robot.write("po/één [x].po", "x\n")
    assert checkout.commit(["en/b.md", "po/één [x].po"], "Translate 1 article\n\n# b\n")
    checkout.push()
    editor.git("pull", "--quiet")
    assert editor.git("log", "-1", "--format=%an %B").splitlines() == [
        *("robot Translate 1 article", "", "# b", "", "Generated-by: translate sync")
    ]
    assert (editor.folder / "po/één [x].po").exists()
    assert robot.git("status", "--porcelain") == ""


def test_others_changes_stay_as_they_are(robot: Clone) -> None:
    """What somebody staged, changed or left lying about is neither committed nor unstaged."""
    robot.write("README.md", "Read this.\n")
    robot.write("notes.txt", "staged\n")
    robot.git("add", "README.md", "notes.txt")
    robot.write("README.md", "Read this now.\n")
    robot.write("loose.txt", "untracked\n")
    before = robot.git("status", "--porcelain"), robot.git("diff", "--cached")
    checkout = robot.checkout()
    checkout.begin()
    robot.write("en/a.md", "One.\n")
    assert checkout.commit(["en/a.md"], "Translate")
    assert robot.git("show", "--name-only", "--format=") == "en/a.md"
    assert (robot.git("status", "--porcelain"), robot.git("diff", "--cached")) == before


def test_nothing_changed_makes_no_commit(robot: Clone) -> None:
    """A file with the bytes that it had, and one that Git ignores, are nothing to commit."""
    robot.commit(".gitignore", "po/\n")
    checkout = robot.checkout()
    checkout.begin()
    robot.write("po/a.po", "x\n")
    head = robot.git("rev-parse", "HEAD")
    assert not checkout.commit(["po/a.po", "README.md"], "Translate")
    assert robot.git("rev-parse", "HEAD") == head


def test_a_moved_file_is_one_commit(robot: Clone) -> None:
    """Where a pass moved a catalogue along with its article, the commit has the new and the old path."""
    robot.commit("po/a.po", "x\n")
    robot.commit("po/c.po", "z\n")
    checkout = robot.checkout()
    checkout.begin()
    (robot.folder / "po/a.po").rename(robot.folder / "po/b.po")
    (robot.folder / "README.md").unlink()
    assert checkout.commit(["po/b.po"], "Translate")
    assert robot.git("show", "--name-status", "--format=", "--no-renames") == "D\tpo/a.po\nA\tpo/b.po"
    assert robot.git("status", "--porcelain") == " D README.md"


def test_a_deleted_file_without_a_move_is_somebody_elses(robot: Clone) -> None:
    """A catalogue that a person deletes while a pass writes another is not committed as gone."""
    robot.commit("po/a.po", "x\n")
    robot.commit("po/c.po", "z\n")
    checkout = robot.checkout()
    checkout.begin()
    robot.write("po/a.po", "y\n")
    (robot.folder / "po/c.po").unlink()
    assert checkout.commit(["po/a.po"], "Translate")
    assert robot.git("show", "--name-status", "--format=") == "M\tpo/a.po"


@pytest.mark.parametrize("path", ["nl/a.md", "en/a.md"])
def test_refuses_over_changes_of_our_files(robot: Clone, path: str) -> None:
    """An article or post with changes that nobody committed stops the pass before it starts."""
    robot.write(path, "Changed.\n")
    before = robot.state()
    with pytest.raises(GitNotReady, match=f"not committed: {path}"):
        robot.checkout().begin()
    assert robot.state() == before


def test_a_hook_that_fails(robot: Clone) -> None:
    """Its words are told; the files are written, nothing is committed and nothing is staged."""
    robot.commit("po/a.po", "x\n")
    checkout = robot.checkout()
    checkout.begin()
    robot.write(".git/hooks/pre-commit", "#!/bin/sh\necho 'no Mondays' >&2\nexit 1\n")
    (robot.folder / ".git/hooks/pre-commit").chmod(0o755)
    robot.write("en/a.md", "One.\n")
    robot.write("po/a.po", "y\n")
    before = robot.state()
    with pytest.raises(GitError, match=r"`git commit` failed: no Mondays\. The files are written"):
        checkout.commit(["en/a.md", "po/a.po"], "Translate")
    assert robot.state() == before


def test_a_diverged_branch(editor: Clone, robot: Clone) -> None:
    """Commits here and there stop the pass; no merge is made."""
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    robot.commit("nl/c.md", "Drie.\n")
    before = robot.state()
    with pytest.raises(GitError, match=r"fast-forward, aborting\. Pull by hand"):
        robot.checkout().begin()
    assert robot.state() == before


def test_a_pass_whose_commit_could_not_be_pushed(editor: Clone, robot: Clone) -> None:
    """Where others pushed since, the next pass merges that, keeps its commits as they are, and sends them."""
    checkout = robot.checkout()
    checkout.begin()
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate a")
    unsent = robot.git("rev-parse", "HEAD")
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    checkout.begin()
    assert (robot.folder / "nl/b.md").exists()
    robot.write("en/b.md", "Two.\n")
    checkout.commit(["en/b.md"], "Translate b")
    checkout.push()
    editor.git("pull", "--quiet", "--ff-only")
    assert editor.git("log", "--format=%s", "-3") == "Translate b\nMerge origin/main into main\nTranslate a"
    assert editor.git("merge-base", "HEAD", unsent) == unsent


def test_a_diverged_branch_with_commits_of_both(editor: Clone, robot: Clone) -> None:
    """Among commits of passes a person's own, even on a pass's, is enough to stop; no merge is made."""
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    robot.write("en/a.md", "One.\n")
    robot.checkout().commit(["en/a.md"], "Translate")
    robot.commit("nl/c.md", "Drie.\n")
    robot.write("en/c.md", "Three.\n")
    robot.checkout().commit(["en/c.md"], "Translate")
    before = robot.state()
    with pytest.raises(GitError, match=r"fast-forward.*Pull by hand"):
        robot.checkout().begin()
    assert robot.state() == before


def test_a_conflict_with_what_was_pushed(editor: Clone, robot: Clone) -> None:
    """It is undone; what the message says to do drops the pass's commit and lets the next one start."""
    checkout = robot.checkout()
    checkout.begin()
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate")
    editor.commit("en/a.md", "By hand.\n")
    editor.git("push", "--quiet")
    before = robot.state()
    with pytest.raises(GitError, match=r"origin/main` can't be merged into `main`.*CONFLICT.*reset --keep"):
        checkout.begin()
    assert robot.state() == before
    robot.git("reset", "--quiet", "--keep", "@{upstream}")
    checkout.begin()
    assert (robot.folder / "en/a.md").read_text(encoding="utf-8") == "By hand.\n"


def _others_push(editor: Clone, robot: Clone, times: int) -> None:
    """Let somebody push right before each of so many pushes of the robot."""
    hook = f"""#!/bin/sh
        unset $(git rev-parse --local-env-vars)
        cd {editor.folder}
        [ "$(ls theirs-* 2>/dev/null | wc -l)" -lt {times} ] || exit 0
        git pull --quiet --no-rebase
        touch "theirs-$(ls theirs-* 2>/dev/null | wc -l)"
        git add theirs-* && git commit --quiet -m Theirs && git push --quiet
    """
    robot.write(".git/hooks/pre-push", hook)
    (robot.folder / ".git/hooks/pre-push").chmod(0o755)


@pytest.mark.parametrize("branch", ["", "translations"])
@pytest.mark.parametrize("option", ["--no-tags", "--depth=1"])
def test_others_push_at_the_same_moment(editor: Clone, tmp_path: Path, branch: str, option: str) -> None:
    """A push that is refused because somebody was faster merges theirs and is tried again."""
    if branch:
        _passed(editor.checkout(branch), editor, "en/0.md")
        editor.git("switch", "--quiet", branch)
    robot = _clone(tmp_path, "robot", option)
    _others_push(editor, robot, 2)
    _passed(robot.checkout(branch), robot, "en/a.md")
    editor.git("pull", "--quiet", "--ff-only")
    assert {"theirs-0", "theirs-1", "en/a.md"} < set(editor.git("ls-files").splitlines())
    assert robot.git("status", "--porcelain", "--branch") == "## main...origin/main"


def test_others_push_without_end(editor: Clone, robot: Clone) -> None:
    """After three refused pushes their commits stay, ours stay here, and the next pass sends them."""
    checkout = robot.checkout()
    checkout.begin()
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate")
    _others_push(editor, robot, 99)
    with pytest.raises(GitError, match="The commit is here"):
        checkout.push()
    there = editor.git("ls-remote", "origin", "main").split()[0]
    assert there == editor.git("rev-parse", "HEAD")
    assert editor.git("ls-files", "theirs-*").splitlines() == ["theirs-0", "theirs-1", "theirs-2"]
    (robot.folder / ".git/hooks/pre-push").unlink()
    checkout.begin()
    checkout.push()
    assert editor.git("ls-remote", "origin", "main").split()[0] == robot.git("rev-parse", "HEAD")


def test_a_branch_that_another_clone_made_meanwhile(editor: Clone, robot: Clone) -> None:
    """Two clones that make the branch at the same time end up with the work of both on it."""
    checkout = robot.checkout("translations")
    base = checkout.begin()
    _passed(editor.checkout("translations"), editor, "en/b.md")
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate")
    checkout.push()
    checkout.end(base)
    there = robot.git("ls-tree", "-r", "--name-only", "origin/translations").splitlines()
    assert {"en/a.md", "en/b.md"} < set(there)


def test_a_push_that_is_refused_for_another_reason(robot: Clone, tmp_path: Path) -> None:
    """Where nobody pushed meanwhile it is tried once, and Git's words are told."""
    robot.write("en/a.md", "One.\n")
    robot.checkout().commit(["en/a.md"], "Translate")
    hook = tmp_path / "remote.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho tried >> tried\necho closed >&2\nexit 1\n", encoding="ascii")
    hook.chmod(0o755)
    with pytest.raises(GitError, match=r"closed.*The commit is here"):
        robot.checkout().push()
    assert (tmp_path / "remote.git/tried").read_text(encoding="ascii") == "tried\n"


def test_a_merge_in_the_middle_is_somebody_elses(editor: Clone, robot: Clone) -> None:
    """A person's open merge, begun while a pass went, is not undone by the merge before the next push."""
    robot.git("switch", "--quiet", "--create", "feature")
    robot.commit("README.md", "Feature.\n")
    robot.git("switch", "--quiet", "main")
    robot.commit("README.md", "Main.\n")
    robot.git("push", "--quiet")
    robot.write("en/a.md", "One.\n")
    robot.checkout().commit(["en/a.md"], "Translate")
    editor.git("pull", "--quiet")
    _others_push(editor, robot, 1)
    with pytest.raises(subprocess.CalledProcessError):
        robot.git("merge", "feature")
    before = robot.state()
    with pytest.raises(GitNotReady, match="MERGE_HEAD"):
        robot.checkout().push()
    assert robot.state() == before


def test_what_an_unfinished_pass_wrote(robot: Clone) -> None:
    """What is made of articles is committed, moved files too; articles and what somebody deleted are left."""
    for name in ("a", "c"):
        robot.commit(f"po/{name}.po", f"{name}\n")
    checkout = robot.checkout()
    checkout.begin()
    robot.write("po/a.po", "b\n")
    robot.write("nl/a.md", "Saved meanwhile.\n")
    (robot.folder / "po/c.po").unlink()
    assert checkout.keep("Keep")
    assert robot.git("show", "--name-status", "--format=") == "M\tpo/a.po"
    robot.git("checkout", "po/c.po")
    (robot.folder / "po/c.po").rename(robot.folder / "po/d.po")
    assert checkout.keep("Keep")
    assert robot.git("show", "--name-status", "--format=", "--no-renames") == "D\tpo/c.po\nA\tpo/d.po"
    assert not checkout.keep("Keep")
    assert robot.git("status", "--porcelain") == " M nl/a.md"


def test_a_pass_that_was_killed_on_its_branch(editor: Clone, robot: Clone) -> None:
    """The next one goes back to where that came from, and brings along what was pushed there."""
    robot.checkout("translations").begin()
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    checkout = robot.checkout("translations")
    assert checkout.begin() == "main"
    assert robot.git("branch", "--show-current") == "translations"
    assert (robot.folder / "nl/b.md").exists()
    checkout.end("main")
    assert robot.git("branch", "--show-current") == "main"


def test_somebody_who_works_on_the_branch(robot: Clone) -> None:
    """Where a person checked out the branch after a pass, it is the one that is worked on, and stays."""
    _passed(robot.checkout("translations"), robot, "en/a.md")
    robot.git("switch", "--quiet", "translations")
    assert robot.checkout("translations").begin() == "translations"


def test_no_identity(robot: Clone) -> None:
    """Without a name for commits no pass starts."""
    robot.git("config", "--unset", "user.name")
    with pytest.raises(GitNotReady, match=r"git config user\.name"):
        robot.checkout().begin()


def test_no_repository(tmp_path: Path) -> None:
    """A folder outside of any repository is refused by name."""
    with pytest.raises(GitNotReady, match="in no Git repository"):
        Checkout(tmp_path, OURS).begin()


def test_no_branch(robot: Clone) -> None:
    """A commit that is checked out without a branch would be lost there."""
    robot.git("checkout", "--quiet", "--detach")
    with pytest.raises(GitNotReady, match="No branch is checked out"):
        robot.checkout().begin()


def test_a_merge_that_is_not_finished(editor: Clone, robot: Clone) -> None:
    """Somebody's open merge is left to them."""
    editor.commit("README.md", "Theirs.\n")
    editor.git("push", "--quiet")
    robot.commit("README.md", "Ours.\n")
    robot.git("fetch", "--quiet")
    with pytest.raises(subprocess.CalledProcessError):
        robot.git("merge", "origin/main")
    before = robot.state()
    with pytest.raises(GitNotReady, match="MERGE_HEAD"):
        robot.checkout().begin()
    assert robot.state() == before


def test_a_branch_of_its_own(editor: Clone, robot: Clone) -> None:
    """Passes commit to their branch, which keeps up with main; afterwards main is checked out again."""
    checkout = robot.checkout("translations")
    base = checkout.begin()
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate a")
    checkout.push()
    checkout.end(base)
    assert robot.git("branch", "--show-current") == "main"
    assert not (robot.folder / "en/a.md").exists()
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    base = checkout.begin()
    assert (robot.folder / "nl/b.md").exists()
    robot.write("en/b.md", "Two.\n")
    checkout.commit(["en/b.md"], "Translate b")
    checkout.push()
    checkout.end(base)
    editor.git("fetch", "--quiet")
    assert editor.git("ls-tree", "-r", "--name-only", "origin/translations").splitlines() == [
        *("README.md", "en/a.md", "en/b.md", "nl/a.md", "nl/b.md")
    ]
    assert editor.git("rev-parse", "origin/main") == editor.git("rev-parse", "main")


def _passed(checkout: Checkout, clone: Clone, path: str) -> None:
    base = checkout.begin()
    clone.write(path, "x\n")
    assert checkout.commit([path], "Translate")
    checkout.push()
    checkout.end(base)


def test_a_clone_of_one_branch(editor: Clone, robot: Clone, tmp_path: Path) -> None:
    """A clone without the branch, and without the history to merge by, gets what it lacks."""
    _passed(robot.checkout("translations"), robot, "en/a.md")
    editor.commit("nl/b.md", "Twee.\n")
    editor.git("push", "--quiet")
    shallow = _clone(tmp_path, "shallow", "--depth=1")
    _passed(shallow.checkout("translations"), shallow, "en/b.md")
    robot.git("fetch", "--quiet")
    there = robot.git("ls-tree", "-r", "--name-only", "origin/translations").splitlines()
    assert {"en/a.md", "en/b.md", "nl/b.md"} < set(there)


def test_a_new_branch_in_a_clone_of_one(robot: Clone, tmp_path: Path) -> None:
    """What others push to the branch that a pass made there is pulled by the next pass."""
    single = _clone(tmp_path, "single", "--single-branch")
    _passed(single.checkout("translations"), single, "en/a.md")
    robot.git("fetch", "--quiet")
    robot.git("switch", "--quiet", "translations")
    robot.commit("po/a.po", "by hand\n")
    robot.git("push", "--quiet")
    _passed(single.checkout("translations"), single, "en/b.md")
    robot.git("pull", "--quiet")
    assert (robot.folder / "en/b.md").exists()


def test_nothing_to_push(editor: Clone, robot: Clone) -> None:
    """Where the remote has all there is, nothing is pushed, and no branch is made there."""
    checkout = robot.checkout("translations")
    base = checkout.begin()
    checkout.push()
    checkout.end(base)
    assert editor.git("ls-remote", "origin", "translations") == ""


def test_commits_that_another_branch_has(editor: Clone, robot: Clone) -> None:
    """What the remote has elsewhere is pushed to the branch all the same where that comes from there."""
    _passed(robot.checkout("translations"), robot, "en/a.md")
    robot.git("merge", "--quiet", "translations")
    robot.checkout().push()
    assert editor.git("ls-remote", "origin", "main").split()[0] == robot.git("rev-parse", "translations")


def test_a_branch_with_the_name_of_two(editor: Clone, robot: Clone) -> None:
    """Where two remotes have the branch, it is that of `origin`."""
    _passed(editor.checkout("translations"), editor, "en/a.md")
    robot.git("remote", "add", "other", str(editor.folder))
    robot.git("fetch", "--quiet", "--all")
    _passed(robot.checkout("translations"), robot, "en/b.md")
    assert robot.git("config", "branch.translations.remote") == "origin"


def test_a_remote_that_is_gone(robot: Clone, tmp_path: Path) -> None:
    """Whether it has the branch can't be known: no pass starts, and the first branch is still checked out."""
    robot.git("branch", "--unset-upstream")
    (tmp_path / "remote.git").rename(tmp_path / "away.git")
    with pytest.raises(GitError, match=r"`git ls-remote` failed.*The next pass tries it again"):
        robot.checkout("translations").begin()
    assert robot.git("branch", "--show-current") == "main"


def test_a_conflict_between_branches(editor: Clone, robot: Clone) -> None:
    """Main and the branch changed one line: the merge is undone and main is checked out, as before."""
    checkout = robot.checkout("translations")
    base = checkout.begin()
    robot.write("en/a.md", "One.\n")
    checkout.commit(["en/a.md"], "Translate a")
    checkout.end(base)
    editor.commit("en/a.md", "By hand.\n")
    editor.git("push", "--quiet")
    with pytest.raises(GitError, match=r"`main` can't be merged into `translations`"):
        checkout.begin()
    assert robot.git("branch", "--show-current") == "main"
    assert robot.git("status", "--porcelain") == ""
    assert robot.git("log", "-1", "--format=%s", "translations") == "Translate a"


def test_a_name_that_no_branch_can_have(robot: Clone) -> None:
    """It is refused, as is one that would be an option."""
    for name in ("a..b", "-f"):
        with pytest.raises(GitError, match="Give --branch another name"):
            robot.checkout(name).begin()


def test_a_project_below_the_repositorys_root(robot: Clone) -> None:
    """Paths are those below the project's folder, whatever stands above it."""
    robot.commit("site/nl/a.md", "Eén.\n")
    site = Clone(robot.folder / "site")
    checkout = site.checkout()
    checkout.begin()
    site.write("en/a.md", "One.\n")
    assert checkout.commit(["en/a.md"], "Translate")
    assert robot.git("show", "--name-only", "--format=") == "site/en/a.md"


def test_without_a_remote(tmp_path: Path) -> None:
    """A repository of one's own can be committed to, first commit included; a push says what is missing."""
    subprocess.run(["git", "init", "--quiet", "alone"], cwd=tmp_path, check=True)
    alone = Clone(tmp_path / "alone")
    alone.git("config", "user.name", "alone")
    alone.git("config", "user.email", "alone@example.org")
    checkout = alone.checkout()
    checkout.begin()
    alone.write("en/a.md", "One.\n")
    assert checkout.commit(["en/a.md"], "Translate")
    with pytest.raises(GitError, match="no remote to push to"):
        checkout.push()
