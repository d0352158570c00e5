"""What goes into the text for a scheduler."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from i18n_pipeline import __version__
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.cron import Cron

_SECRETS = {"deepl": ("DEEPL_AUTH_KEY",), "openai": ("OPENAI_API_KEY",)}
_EXTRAS = {"local": "[local]", "ctranslate2": "[ctranslate2]"}


@dataclass(frozen=True, slots=True)
class Setup:
    """A project and its schedule.

    `command` is the absolute path of `translate`, `user` who owns the project, `engine` the backend's
    name. `zone` is a time zone's name, empty for the scheduler's own; `jitter` is in seconds. Raises
    UsageError for a path with a line break.
    """

    root: Path
    command: Path
    cron: Cron
    user: str
    engine: str
    zone: str = ""
    jitter: int = 0

    def __post_init__(self) -> None:
        for path in (self.root, self.command):
            if not str(path).isprintable():
                raise UsageError(
                    f"The path {str(path)!r} can't stand in a scheduler's file.",
                    mending="Give it another name.",
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
    def below_repository(self) -> PurePosixPath:
        """The project's path in its Git repository, `.` for its top or where there is none."""
        for folder in (self.root, *self.root.parents):
            if (folder / ".git").exists():
                return PurePosixPath(self.root.relative_to(folder))
        return PurePosixPath()

    def without(self, scheduler: str, *options: str) -> None:
        """Raise UsageError where one of the options was given: the scheduler has nothing like it."""
        given = {"--timezone": bool(self.zone), "--jitter": bool(self.jitter)}
        for option in options:
            if given[option]:
                raise UsageError(
                    f"{scheduler} knows no {option}.",
                    mending=f"Leave it out, or take another scheduler: systemd knows {option}.",
                )
