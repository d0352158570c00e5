"""`translate sync`: one pass from a schedule; what nobody touched is not even read."""

from dataclasses import replace
from typing import Annotated, Never

import typer

from i18n_pipeline.cli.listening import LateAfter, Listen, listening
from i18n_pipeline.cli.logs import LogFormat, LogOption, configure
from i18n_pipeline.cli.options import BackendName, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.run import Prune
from i18n_pipeline.cli.sync_modes import Every, Install, Jitter, Mode, TimeZone, Watch
from i18n_pipeline.cli.sync_once import SyncPass
from i18n_pipeline.cli.sync_options import given
from i18n_pipeline.cli.under_git import Branch, GitFlag, Push, UnderGit
from i18n_pipeline.cli.watching import (
    MetricsFile,
    RunFormat,
    RunFormatOption,
    RunReportFile,
    WebhookUrl,
    webhook_of,
)
from i18n_pipeline.sync.plain import Plain
from i18n_pipeline.sync.quick import Look

Wait = Annotated[float, typer.Option("--wait", min=0, help="Wait so many seconds for another run to end.")]


def command(
    context: typer.Context,
    backend: BackendName = "",
    target: TargetName = "",
    prune: Prune = False,
    wait: Wait = 0.0,
    output_format: RunFormatOption = RunFormat.TEXT,
    report: RunReportFile = None,
    every: Every = "",
    jitter: Jitter = 0,
    timezone: TimeZone = "",
    watch: Watch = False,
    install: Install = None,
    git: GitFlag = False,
    branch: Branch = "",
    push: Push = False,
    metrics: MetricsFile = None,
    webhook: WebhookUrl = "",
    listen: Listen = "",
    late_after: LateAfter = 0.0,
    log_format: LogOption = LogFormat.TEXT,
) -> None:
    """Bring everything up to date in one pass that may run at any time, as often as wanted."""
    configure(log_format)
    mode = Mode(every, jitter, timezone, watch, install, tuple(given(context)))
    asked = SyncPass(
        backend,
        target,
        prune,
        wait,
        output_format,
        report,
        metrics,
        webhook_of(webhook),
        UnderGit(wanted=git, branch=branch, push=push),
    )
    if mode.is_one_pass:
        asked.once()
    with listening(listen, late_after) as health:
        project = Project.here()
        mode.carry_out(project, replace(asked, health=health, project=project).once, backend)


def plainly(asked: Plain, found: Look) -> Never:
    """Do a plain pass of which a look was `found`; ends with typer.Exit."""
    configure(LogFormat.TEXT)
    SyncPass(asked.backend, asked.target, asked.prune, asked.wait, found=found).once()
