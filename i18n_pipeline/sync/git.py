"""A pass under Git: on what was pulled, committed by path, pushed as it is.

Nothing is forced, stashed, reset or cleaned; what other people changed or staged stays as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.git_program import Git, GitError, GitNotReady

_UNDERWAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_BY_PATHS = ("--pathspec-from-file=-", "--pathspec-file-nul")
_LISTED = 5
_UNTRACKED = "??"


@dataclass(frozen=True, slots=True)
class Ours:
    """Which files of the repository a pass reads (`sources`) and makes, as patterns of their paths."""

    sources: tuple[Pattern, ...]
    made: tuple[Pattern, ...]

    def has(self, path: str) -> bool:
        """Whether a pass reads or makes this file."""
        return self.makes(path) or any(each.variable(path) is not None for each in self.sources)

    def makes(self, path: str) -> bool:
        """Whether a pass makes this file."""
        return any(each.variable(path) is not None for each in self.made)


@dataclass(frozen=True, slots=True)
class Checkout:
    """The project's folder `root`, inside a Git repository; `branch`: where to commit, empty: where it is.

    `begin` before the pass, then `commit`, `push` and `end`. Each raises GitNotReady or GitError, whose
    text says what to do; until `commit` is through, what the pass wrote is in its files only.
    """

    root: Path
    ours: Ours
    branch: str = ""
    git: Git = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "git", Git(self.root))

    def begin(self) -> str:
        """Look whether a pass may start, pull, and switch to the branch; gives the branch it came from."""
        base = self._ready()
        self._pull()
        if self.branch and self.branch != base:
            self._switch(base)
        return base

    def commit(self, written: Iterable[str], message: str) -> bool:
        """Commit those of the written files that changed, and what they were moved from; False: none did.

        Where Git or one of its hooks refuses, the index is as it was before.
        """
        changed = self._changed()
        mine = {path: changed[path] for path in written if path in changed}
        new = [path for path, state in mine.items() if state == _UNTRACKED]
        if new:  # the pass moves files only to where none was
            gone = [path for path, state in changed.items() if "D" in state and self.ours.makes(path)]
            mine |= dict.fromkeys(gone, "D")
        if not mine:
            return False
        if new:
            self.git.do("add", "--intent-to-add", *_BY_PATHS, paths=new)
        try:
            self.git.do(
                *("commit", "--quiet", "--only", "--cleanup=whitespace", f"--message={message}", *_BY_PATHS),
                paths=mine,
                mending="The files are written and not committed; commit them by hand when that is mended.",
            )
        except BaseException:
            if new:
                self.git.ask("reset", "--quiet", *_BY_PATHS, paths=new)
            raise
        return True

    def push(self) -> None:
        """Push the branch to where it comes from, a new one to the only remote or `origin`; no force."""
        branch = self._head()
        remote, there = self._upstream(branch)
        self.git.do(
            *("push", "--quiet", "--set-upstream", remote, f"refs/heads/{branch}:{there}"),
            mending="The commit is here; when that is mended, the next pass or `git push` sends it.",
        )

    def end(self, base: str) -> None:
        """Back to the branch that the pass came from, unless something is left to be committed here."""
        if self._head() != base and not any(self.ours.has(path) for path in self._changed()):
            self.git.do("switch", "--quiet", "--no-guess", base)

    def _ready(self) -> str:
        """The branch that is checked out; raises GitNotReady where no pass may start on it."""
        if self.git.ask("rev-parse", "--is-inside-work-tree").output.strip() != "true":
            raise GitNotReady(
                f"{self.root} is in no Git repository that may be used.",
                mending="Run in a clone that belongs to this user, or leave --git out.",
            )
        head = self._head()
        self._nothing_underway()
        said = self.git.ask("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
        if said.status:
            raise GitNotReady(
                "Git knows no name and address for commits.",
                mending="Set them: `git config user.name …` and `git config user.email …`.",
            )
        if dirty := sorted(path for path in self._changed() if self.ours.has(path)):
            listed = ", ".join(dirty[:_LISTED]) + (", …" if len(dirty) > _LISTED else "")
            raise GitNotReady(
                f"Files of this project have changes that are not committed: {listed}.",
                mending="Commit them, or take them back; a pass commits its own work alone.",
            )
        return head

    def _head(self) -> str:
        said = self.git.ask("symbolic-ref", "--quiet", "--short", "HEAD")
        if said.status:
            raise GitNotReady("No branch is checked out.", mending="`git switch` to one.")
        return said.output.strip()

    def _nothing_underway(self) -> None:
        for name in _UNDERWAY:
            path = self.git.do("rev-parse", "--git-path", name).rstrip("\n")
            if (self.root / path).exists():
                raise GitNotReady(
                    f"A merge or rebase is not finished ({name}).", mending="Finish it, or `--abort` it."
                )

    def _changed(self) -> dict[str, str]:
        """The two-letter states of changed and untracked files, by their paths below the root."""
        prefix = self.git.do("rev-parse", "--show-prefix").removesuffix("\n")
        lines = self.git.do(
            "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."
        ).split("\0")
        return {line[3:].removeprefix(prefix): line[:2] for line in lines if line}

    def _pull(self) -> None:
        """Fetch, and go forward to what the branch's remote has; a branch without one stays."""
        if self.git.ask("rev-parse", "--verify", "--quiet", "@{upstream}").status:
            return
        self.git.do(
            "fetch",
            "--quiet",
            "--no-recurse-submodules",
            mending="Nothing was done; the next pass tries it again.",
        )
        self.git.do(
            *("merge", "--quiet", "--ff-only", "--no-autostash", "@{upstream}"),
            mending="Nothing was done. Pull by hand: a pass goes forward only, over nobody's changes.",
        )

    def _switch(self, base: str) -> None:
        """To the branch, made from `base` where it is new, else with what `base` has by now."""
        self.git.do("check-ref-format", "--branch", self.branch, mending="Give --branch another name.")
        mending = "Nothing was done; look at both branches by hand."
        if not self._has(f"refs/heads/{self.branch}") and not self._on_remote():
            self.git.do("switch", "--quiet", "--no-track", "--create", self.branch, mending=mending)
            return
        self.git.do("switch", "--quiet", "--guess", self.branch, mending=mending)
        try:
            self._pull()
            self._merge(base)
        except GitError:
            self.end(base)
            raise

    def _merge(self, base: str) -> None:
        said = self.git.ask("merge", "--quiet", "--no-edit", "--no-autostash", base)
        if said.status:
            self.git.ask("merge", "--abort")
            raise GitError(
                f"`{base}` can't be merged into `{self.branch}`: {said.reason}.",
                mending=f"Merge it by hand, or delete `{self.branch}` and let the next pass make it anew.",
            )

    def _has(self, reference: str) -> bool:
        return not self.git.ask("rev-parse", "--verify", "--quiet", reference).status

    def _on_remote(self) -> bool:
        found = self.git.do("for-each-ref", "--format=%(refname)", f"refs/remotes/*/{self.branch}")
        return len(found.split()) == 1

    def _upstream(self, branch: str) -> tuple[str, str]:
        """The remote of a branch and the branch's name there."""
        remote = self.git.ask("config", f"branch.{branch}.remote").output.strip()
        there = self.git.ask("config", f"branch.{branch}.merge").output.strip()
        if there and remote not in {"", "."}:
            return remote, there
        remotes = self.git.do("remote").split()
        if not remotes:
            raise GitError("The repository has no remote to push to.", mending="`git remote add origin …`.")
        return remotes[0] if len(remotes) == 1 else "origin", f"refs/heads/{branch}"
