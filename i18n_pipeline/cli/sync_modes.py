"""`translate sync` as a process that stays, and as a scheduler's file: options, and what goes together."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.clock import MACHINE, Clock

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


_OF_WHO_STAYS = frozenset({"--listen", "--late-after"})


@dataclass(frozen=True, slots=True)
class Mode:
    """How passes come about; with no option set, one and at once. `options` are those of each pass.

    Raises UsageError for options that can't go together.
    """

    every: str = ""
    jitter: int = 0
    timezone: str = ""
    watch: bool = False
    install: Scheduler | None = None
    options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.every and self.watch:
            raise UsageError(
                "--every and --watch can't go together.", mending="Start two processes, or choose."
            )
        if not self.every and (self.install or self.jitter or self.timezone):
            raise UsageError(
                "--install, --jitter and --timezone need the times.",
                mending="Leave them out of --watch." if self.watch else "Add --every '0 6 * * 1-5'.",
            )
        given = {each.partition("=")[0] for each in self.options}
        if self.watch and "--git" in given:
            raise UsageError(
                "--watch and --git can't go together: a save is a change that nobody committed.",
                mending="Use --every for --git.",
            )
        if given & _OF_WHO_STAYS and (self.install or self.is_one_pass):
            raise UsageError(
                "--listen and --late-after need a process that stays.", mending="Add --every or --watch."
            )

    @property
    def is_one_pass(self) -> bool:
        """Whether nothing but one pass is wanted, at once."""
        return not (self.every or self.watch)

    def carry_out(
        self, project: Project, one_pass: Callable[[], None], engine: str = "", clock: Clock = MACHINE
    ) -> None:
        """Stay and do a pass again and again, or print what does; a pass ends with typer.Exit or none.

        Ends with typer.Exit. Raises UsageError where the extra `sync` is missing.
        """
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
            raise typer.Exit(staying.stay(self, project, one_pass, clock))
