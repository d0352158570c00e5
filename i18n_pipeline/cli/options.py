"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.model.finding import Severity


class Format(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on findings make the exit status 1."""

    NEVER = "never"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def severity(self) -> Severity | None:
        return None if self is FailOn.NEVER else Severity[self.name]


Paths = Annotated[
    list[Path] | None, typer.Argument(help="Articles or folders; without any, all.", show_default=False)
]
TargetName = Annotated[str, typer.Option("--target", help="A target language of the settings; without, all.")]
BackendName = Annotated[str, typer.Option("--backend", help="The engine, in place of the settings' one.")]
OutputFormat = Annotated[Format, typer.Option("--format", help="How the report is printed.")]
FailOnSeverity = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with 1 where a finding is at least this severe.")
]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", help="Write the report as JSON to this file, too.", show_default=False),
]
