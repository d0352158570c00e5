"""How a branch takes in what others pushed: forward where it can, by a merge where only passes committed."""

from dataclasses import dataclass

from i18n_pipeline.sync.commit_message import TRAILER, signed
from i18n_pipeline.sync.git_program import Git, GitError, GitNotReady
from i18n_pipeline.sync.git_remote import Remote

_UNDERWAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_KEY, _, _VALUE = TRAILER.partition(": ")


@dataclass(frozen=True, slots=True)
class Merging:
    """Merges into the branch that is checked out; raises GitNotReady or GitError, and undoes a conflict.

    A merge and no rebase: it goes over changes that nobody committed, leaves commits and their
    signatures as they are, and one that is broken off leaves no half-rebased branch.
    """

    git: Git
    remote: Remote

    def pull(self) -> None:
        """Fetch, and take in what the branch's remote has; a branch without one stays."""
        if self.remote.pulls():
            self.remote.fetch()
            self.catch_up()

    def catch_up(self) -> None:
        """Take in what was fetched: a merge where all commits that are not there are those of passes."""
        if not self._only_passes_ahead():
            self.git.do(
                *("merge", "--quiet", "--ff-only", "--no-autostash", "@{upstream}"),
                mending="Pull by hand: a pass merges passes' commits only, and goes over nobody's changes.",
            )
            return
        there = self.git.do("rev-parse", "--abbrev-ref", "@{upstream}").strip()
        into = self.git.do("rev-parse", "--abbrev-ref", "HEAD").strip()
        self.merge(
            there,
            into,
            mending=f"On `{into}`, merge it by hand, or let go of what passes committed and could not push:"
            f" `git reset --keep {there}`. The next pass writes that again; what was paid for is kept.",
        )

    def merge(self, other: str, into: str, *, mending: str) -> None:
        """Merge another branch into the one that is checked out, `into`."""
        self.nothing_underway()
        self.remote.deepen()
        how = ("--quiet", "--ff", "--no-autostash", f"--message={signed(f'Merge {other} into {into}')}")
        said = None
        try:
            said = self.git.ask("merge", *how, other)
        finally:
            if said is None or said.status:
                self.git.ask("merge", "--abort")
        if said.status:
            raise GitError(f"`{other}` can't be merged into `{into}`: {said.reason}.", mending=mending)

    def nothing_underway(self) -> None:
        """Raise GitNotReady where somebody's merge or rebase is open."""
        for name in _UNDERWAY:
            path = self.git.do("rev-parse", "--git-path", name).rstrip("\n")
            if (self.git.folder / path).exists():
                raise GitNotReady(
                    f"A merge or rebase is not finished ({name}).", mending="Finish it, or `--abort` it."
                )

    def _only_passes_ahead(self) -> bool:
        """Whether there are commits that the remote lacks, all made by passes, merges among them.

        What was merged in is on another branch: along first parents are the commits made on this one.
        """
        shown = f"--format=%(trailers:key={_KEY},valueonly,separator=%x20)"
        made_by = self.git.ask("log", "--first-parent", shown, "@{upstream}..").output.splitlines()
        return bool(made_by) and all(each.strip() == _VALUE for each in made_by)
