"""`translate sync` as a process that stays, and as a scheduler's file: options, and what goes together."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import UsageError

Every = Annotated[str, typer.Option("--every", help="Stay, and do a pass at each time of a cron expression.")]
Jitter = Annotated[int, typer.Option("--jitter", min=0, help="Begin up to so many seconds later.")]
TimeZone = Annotated[
    str, typer.Option("--timezone", help="The time zone of --every; without, the machine's.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Stay, and do a pass whenever a file was saved.")]


class Scheduler(StrEnum):
    """Who can do passes at times."""

    SYSTEMD = "systemd"
    CRON = "cron"
    GITHUB = "github"
    GITLAB = "gitlab"


Install = Annotated[
    Scheduler | None,
    typer.Option("--install", help="Print what this scheduler needs for --every, and do no pass."),
]


@dataclass(frozen=True, slots=True)
class Mode:
    """How passes come about; with no option set, one and at once.

    Raises UsageError for options that can't go together.
    """

    every: str = ""
    jitter: int = 0
    timezone: str = ""
    watch: bool = False
    install: Scheduler | None = None

    def __post_init__(self) -> None:
        if self.every and self.watch:
            raise UsageError(
                "--every and --watch can't go together.", mending="Start two processes, or choose."
            )
        if not self.every and (self.install or self.jitter or self.timezone):
            raise UsageError(
                "--install, --jitter and --timezone need the times.", mending="Add --every '0 6 * * 1-5'."
            )

    def carry_out(self, project: Project, one_pass: Callable[[], None], engine: str = "") -> None:
        """Do the pass, or stay and do it again and again, or print; a pass ends with typer.Exit or none.

        Where it stayed it ends with typer.Exit. Raises UsageError where the extra `sync` is missing.
        """
        if not (self.every or self.watch):
            one_pass()
            return
        try:
            staying = import_module("i18n_pipeline.cli.sync_staying")
        except ModuleNotFoundError as error:
            raise UsageError(
                f"The package `{error.name}` is missing.",
                mending="Install it: pip install 'i18n-pipeline[sync]'",
            ) from error
        if self.install:
            staying.show(self, project, engine)
        else:
            raise typer.Exit(staying.stay(self, project, one_pass))
