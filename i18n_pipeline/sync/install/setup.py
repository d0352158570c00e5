"""What goes into the text for a scheduler."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from i18n_pipeline import __version__
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.cron import Cron

_SECRETS = {"deepl": ("DEEPL_AUTH_KEY",), "openai": ("OPENAI_API_KEY",)}
_EXTRAS = {"local": "[local]", "ctranslate2": "[ctranslate2]"}
_BRANCH = "translations"
_GIT_OPTIONS = frozenset({"--git", "--branch", "--push"})
_BRANCH_NAME = re.compile(r"(?!-)[\w./-]*")


@dataclass(frozen=True, slots=True)
class Setup:
    """A project and its schedule.

    `command` is the absolute path of `translate`, `user` who owns the project, `engine` the backend's
    name. `zone` is a time zone's name, empty for the scheduler's own; `jitter` is in seconds. `options`
    are those of each pass, a value joined by `=`. Raises UsageError for a path or option with a line break.
    """

    root: Path
    command: Path
    cron: Cron
    user: str
    engine: str
    zone: str = ""
    jitter: int = 0
    options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for word in (str(self.root), str(self.command), *self.options):
            if not word.isprintable():
                raise UsageError(
                    f"{word!r} can't stand in a scheduler's file.", mending="Give it another name."
                )

    @property
    def secrets(self) -> tuple[str, ...]:
        """The environment variables that the engine takes its key from."""
        return _SECRETS.get(self.engine, ())

    @property
    def requirement(self) -> str:
        """What `pip install` takes: the program in its present version, with what the engine needs."""
        return f"i18n-pipeline{_EXTRAS.get(self.engine, '')}=={__version__}"

    @property
    def repository(self) -> Path:
        """The top of the project's Git repository, the project's own folder where there is none."""
        above = (each for each in (self.root, *self.root.parents) if (each / ".git").exists())
        return next(above, self.root)

    @property
    def below_repository(self) -> PurePosixPath:
        """The project's path in its Git repository, `.` for its top or where there is none."""
        return PurePosixPath(self.root.relative_to(self.repository))

    @property
    def branch(self) -> str:
        """Where a pass commits in CI; empty: to the branch that it runs on.

        Without `--git` it is a branch for a person to merge. Raises UsageError for a name that a
        workflow might take for something else.
        """
        if "--git" not in self.options:
            return _BRANCH
        name = next((each.partition("=")[2] for each in self.options if each.startswith("--branch=")), "")
        if not _BRANCH_NAME.fullmatch(name):
            raise UsageError(
                f"The branch {name!r} can't stand in a workflow.",
                mending="Take a name of letters, digits, `.`, `/`, `-` and `_`.",
            )
        return name

    @property
    def ci_options(self) -> tuple[str, ...]:
        """The options of a pass in CI, where what isn't pushed is lost."""
        branch = [f"--branch={self.branch}"] if self.branch else []
        others = [each for each in self.options if each.partition("=")[0] not in _GIT_OPTIONS]
        return ("--git", *branch, "--push", *others)

    def without(self, scheduler: str, *options: str) -> None:
        """Raise UsageError where one of the options was given: the scheduler has nothing like it."""
        given = {"--timezone": bool(self.zone), "--jitter": bool(self.jitter)}
        for option in options:
            if given[option]:
                raise UsageError(
                    f"{scheduler} knows no {option}.",
                    mending=f"Leave it out, or take another scheduler: systemd knows {option}.",
                )
