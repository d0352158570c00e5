"""A clone's remote: which one, what it has, what it is sent."""

from contextlib import suppress
from dataclasses import dataclass

from i18n_pipeline.sync.git_program import Git, GitError

_NO_SUCH_BRANCH = 2
"""git-ls-remote(1), --exit-code."""
_AGAIN = "The next pass tries it again."


@dataclass(frozen=True, slots=True)
class Remote:
    """The remote of a clone, as `git` sees it; each method raises GitError where the remote refuses."""

    git: Git

    def pulls(self) -> bool:
        """Whether the branch that is checked out has one there which is fetched."""
        return not self.git.ask("rev-parse", "--verify", "--quiet", "@{upstream}").status

    def fetch(self, *arguments: str) -> None:
        """Fetch from the branch's remote, or as the arguments say."""
        self.git.do("fetch", "--quiet", "--no-recurse-submodules", *arguments, mending=_AGAIN)

    def tracked(self, branch: str) -> str:
        """What the clone calls the remote's branch, fetched; empty where there is no such branch."""
        if not (remote := self._name()):
            return ""
        if not self._known(remote, branch):
            said = self.git.ask("ls-remote", "--exit-code", remote, f"refs/heads/{branch}")
            if said.status == _NO_SUCH_BRANCH:
                return ""
            if said.status:
                raise GitError(f"`git ls-remote` failed: {said.reason}.", mending=_AGAIN)
            self._follow(remote, branch)
        return f"{remote}/{branch}"

    def deepen(self) -> None:
        """Fetch the history that a shallow clone lacks, without which nothing can be merged."""
        remote = self._name()
        if remote and self.git.do("rev-parse", "--is-shallow-repository").strip() == "true":
            self.fetch("--unshallow", remote)

    def push(self, branch: str) -> None:
        """Push what it lacks to where the branch comes from, a new branch under its name; no force."""
        remote, there = self._upstream(branch)
        has = "@{upstream}" if self.pulls() else f"--remotes={remote}"
        lacking = self.git.ask("rev-list", "--max-count=1", "HEAD", "--not", has)
        if not (lacking.status or lacking.output):
            return
        self.git.do(
            *("push", "--quiet", "--set-upstream", remote, f"refs/heads/{branch}:{there}"),
            mending="The commit is here; when that is mended, the next pass or `git push` sends it.",
        )
        if remote == self._name() and not self.pulls():
            self._follow(remote, branch)

    def moved_on(self, branch: str) -> bool:
        """Whether it has, freshly fetched, what the branch lacks; False where that can't be known."""
        with suppress(GitError):
            # Another clone may have made the branch there at the same time.
            if not self.pulls() and (there := self.tracked(branch)):
                self.git.do("branch", "--quiet", f"--set-upstream-to={there}", branch)
            self.fetch()
            return bool(self.git.do("rev-list", "--max-count=1", "HEAD..@{upstream}"))
        return False

    def _upstream(self, branch: str) -> tuple[str, str]:
        """The remote of a branch and the branch's name there."""
        remote = self.git.ask("config", f"branch.{branch}.remote").output.strip()
        there = self.git.ask("config", f"branch.{branch}.merge").output.strip()
        if there and remote not in {"", "."}:
            return remote, there
        if not (remote := self._name()):
            raise GitError("The repository has no remote to push to.", mending="`git remote add origin …`.")
        return remote, f"refs/heads/{branch}"

    def _name(self) -> str:
        """The only remote, or `origin` among several; empty where there is none such."""
        remotes = self.git.do("remote").split()
        return remotes[0] if len(remotes) == 1 else "origin" if "origin" in remotes else ""

    def _known(self, remote: str, branch: str) -> bool:
        return not self.git.ask("rev-parse", "--verify", "--quiet", f"refs/remotes/{remote}/{branch}").status

    def _follow(self, remote: str, branch: str) -> None:
        """Fetch the branch from now on: a clone that was made for one branch fetches no other."""
        self.fetch(remote)
        if not self._known(remote, branch):
            self.git.do("remote", "set-branches", "--add", remote, branch)
            self.fetch(remote)
