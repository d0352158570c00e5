"""A pass under Git: on what was pulled, committed by path, pushed as it is.

Nothing is forced, stashed, reset or cleaned; what other people changed or staged stays as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.commit_message import signed
from i18n_pipeline.sync.git_merge import Merging
from i18n_pipeline.sync.git_program import Git, GitError, GitNotReady
from i18n_pipeline.sync.git_remote import Remote

_BY_PATHS = ("--pathspec-from-file=-", "--pathspec-file-nul")
_LISTED = 5
_UNTRACKED = "??"
_CAME_FROM = "i18n.cameFrom"
"""The clone's setting that names the branch to go back to, while a pass is on its own."""


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

    `begin` before the pass, then `commit` or `keep`, `push` and `end`. Each raises GitNotReady or GitError,
    whose text says what to do; until `commit` is through, what the pass wrote is in its files only.
    """

    root: Path
    ours: Ours
    branch: str = ""
    git: Git = field(init=False, compare=False)
    remote: Remote = field(init=False, compare=False)
    merging: Merging = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "git", Git(self.root))
        object.__setattr__(self, "remote", Remote(self.git))
        object.__setattr__(self, "merging", Merging(self.git, self.remote))

    def begin(self) -> str:
        """Look whether a pass may start, pull, and switch to the branch; gives the branch it came from."""
        base = self._back(self._ready())
        self.merging.pull()
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
                *("commit", "--quiet", "--only", "--cleanup=whitespace", *_BY_PATHS),
                f"--message={signed(message)}",
                paths=mine,
                mending="The files are written and not committed; commit them by hand when that is mended.",
            )
        except BaseException:
            if new:
                self.git.ask("reset", "--quiet", *_BY_PATHS, paths=new)
            raise
        return True

    def keep(self, message: str) -> bool:
        """Commit what differs of all that a pass makes, deletions excepted; for one that told of nothing."""
        there = (path for path, state in self._changed().items() if "D" not in state)
        return self.commit(filter(self.ours.makes, there), message)

    def push(self, tries: int = 3) -> None:
        """Push the branch to where it comes from, a new one to the only remote or `origin`; no force.

        Where the remote has all of it, nothing is pushed; where others were faster, theirs is merged first.
        """
        branch = self._head()
        try:
            self.remote.push(branch)
        except GitError:
            if tries == 1 or not self.remote.moved_on(branch):
                raise
            self.merging.catch_up()
            self.push(tries - 1)

    def end(self, base: str) -> None:
        """Back to the branch that the pass came from, unless something is left to be committed here."""
        if self._head() != base and not any(self.ours.has(path) for path in self._changed()):
            self.git.do("switch", "--quiet", "--no-guess", base)
            self.git.ask("config", "--unset", _CAME_FROM)

    def _back(self, head: str) -> str:
        """From the branch where a pass was killed to that which it came from; gives what is checked out."""
        if head != self.branch or not (came := self.git.ask("config", _CAME_FROM).output.strip()):
            return head
        return head if self.git.ask("switch", "--quiet", "--no-guess", came).status else came

    def _ready(self) -> str:
        """The branch that is checked out; raises GitNotReady where no pass may start on it."""
        if self.git.ask("rev-parse", "--is-inside-work-tree").output.strip() != "true":
            raise GitNotReady(
                f"{self.root} is in no Git repository that may be used.",
                mending="Run in a clone that belongs to this user, or leave --git out.",
            )
        head = self._head()
        self.merging.nothing_underway()
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

    def _changed(self) -> dict[str, str]:
        """The two-letter states of changed and untracked files, by their paths below the root."""
        prefix = self.git.do("rev-parse", "--show-prefix").removesuffix("\n")
        lines = self.git.do(
            "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."
        ).split("\0")
        return {line[3:].removeprefix(prefix): line[:2] for line in lines if line}

    def _switch(self, base: str) -> None:
        """To the branch, made from `base` where it is new, else with what `base` has by now."""
        self.git.do("check-ref-format", "--branch", self.branch, mending="Give --branch another name.")
        self.git.do("config", _CAME_FROM, base)
        if not self.git.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{self.branch}").status:
            self._to("--no-guess", self.branch)
        elif there := self.remote.tracked(self.branch):
            self._to("--track", "--create", self.branch, there)
        else:
            self._to("--no-track", "--create", self.branch)
            return
        try:
            self.merging.pull()
            self.merging.merge(
                base,
                self.branch,
                mending=f"Merge it by hand, or delete `{self.branch}` and let the next pass make it anew.",
            )
        except GitError:
            self.end(base)
            raise

    def _to(self, *branch: str) -> None:
        self.git.do("switch", "--quiet", *branch, mending="Nothing was done; look at both branches by hand.")
