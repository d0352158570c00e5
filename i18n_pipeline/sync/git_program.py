"""The `git` program: no prompts, no terminal, no surprises of the environment, and an end in time."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.sync.redacted import redacted, secrets_of

# git-rev-parse(1), --local-env-vars: what points Git at another repository than the folder's own, as
# inside a hook; and what would make it wait for a person or write more than it is asked to.
_DROPPED = frozenset({
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_DIR",
    "GIT_GLOB_PATHSPECS", "GIT_GRAFT_FILE", "GIT_ICASE_PATHSPECS", "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_NO_REPLACE_OBJECTS", "GIT_NOGLOB_PATHSPECS",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    "I18N_WEBHOOK_SECRET", "I18N_WEBHOOK_URL",
})  # fmt: skip
_SET = {
    "GIT_EDITOR": ":",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SHOWN = 6
_GRACE = 5.0


class GitNotReady(UsageError):
    """The repository can't be worked in; nothing was done."""


class GitError(PipelineError):
    """Git refused; what the pass wrote stays in its files."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command of Git said: exit status, standard output, standard error."""

    status: int
    output: str
    error: str

    @property
    def reason(self) -> str:
        """Git's own last lines as one, without a full stop."""
        lines = [line.strip() for line in (self.error or self.output).splitlines() if line.strip()]
        return redacted(" / ".join(lines[-_SHOWN:]).rstrip("."), secrets_of()) or f"exit status {self.status}"


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder; a command that takes longer than `timeout` seconds is ended."""

    folder: Path
    timeout: float = 300.0

    def ask(self, *arguments: str, paths: Iterable[str] = ()) -> Said:
        """Run a command; `paths` go to its standard input, for `--pathspec-from-file=-`.

        Raises GitNotReady where there is no Git, GitError where it takes too long.
        """
        try:
            running = subprocess.Popen(  # noqa: S603
                ["git", *arguments],  # noqa: S607
                cwd=self.folder,
                env=environment(os.environ),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise GitNotReady(
                "There is no program `git`.", mending="Install it, or leave --git out."
            ) from error
        sent = b"".join(os.fsencode(path) + b"\0" for path in paths)
        try:
            output, errors = running.communicate(sent, self.timeout)
        except subprocess.TimeoutExpired:
            raise GitError(
                f"`git {arguments[0]}` took longer than {self.timeout:g} seconds.",
                mending="Run it by hand: it may wait for a password, a slow hook or a host that is gone.",
            ) from None
        finally:
            _end(running)
        return Said(running.returncode, os.fsdecode(output), errors.decode(errors="replace"))

    def do(self, *arguments: str, paths: Iterable[str] = (), mending: str = "") -> str:
        """What a command prints; raises GitError with Git's own words where it fails."""
        said = self.ask(*arguments, paths=paths)
        if said.status:
            raise GitError(f"`git {arguments[0]}` failed: {said.reason}.", mending=mending)
        return said.output


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment in which Git runs."""
    kept = {name: value for name, value in variables.items() if name not in _DROPPED}
    return {**{name: value for name, value in kept.items() if not name.startswith("GIT_TRACE")}, **_SET}


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End what still runs, hooks too; asked politely, Git takes its lock files away."""
    if running.poll() is not None:
        return
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.communicate(timeout=_GRACE)
            return
