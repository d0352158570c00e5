"""A pass under Git: options, and the steps around it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.watching import or_warn
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.commit_message import commit_message
from i18n_pipeline.sync.git import Checkout, Ours

GitFlag = Annotated[bool, typer.Option("--git", help="Pull first, and commit what the pass wrote.")]
Branch = Annotated[str, typer.Option("--branch", help="With --git: commit to this branch.")]
Push = Annotated[bool, typer.Option("--push", help="With --git: push the commit.")]


@dataclass(frozen=True, slots=True)
class UnderGit:
    """What was asked for; raises UsageError where options don't fit together."""

    wanted: bool = False
    branch: str = ""
    push: bool = False

    def __post_init__(self) -> None:
        if (self.branch or self.push) and not self.wanted:
            raise UsageError("--branch and --push belong to --git.", mending="Add it, or leave them out.")

    @contextmanager
    def around(self, project: Project) -> Iterator[Callable[[RunReport], RunReport]]:
        """Pull before the `with` block; it gives what commits a report's files and returns the report.

        Settings are to be read again inside: they may have been pulled. Raises GitNotReady or GitError
        where no pass may start. A commit or push that fails is a problem in the report.
        """
        if not self.wanted:
            yield lambda report: report
            return
        checkout = _checkout(project, self.branch)
        base = checkout.begin()
        try:
            yield lambda report: self._committed(checkout, report)
        finally:
            or_warn(lambda: checkout.end(base))

    def _committed(self, checkout: Checkout, report: RunReport) -> RunReport:
        written = [path for article in report.articles for path in article.written]
        try:
            checkout.commit(written, commit_message(report))
            # Without a commit too: an earlier one may not have been sent.
            if self.push:
                checkout.push()
        except PipelineError as error:
            return replace(report, articles=[*report.articles, ArticleReport(".git", "", problem=error)])
        return report


def _checkout(project: Project, branch: str) -> Checkout:
    settings = project.settings
    made = (path for target in settings.targets for path in (target.target, target.catalogue))
    ours = Ours((Pattern(settings.paths.source),), tuple(map(Pattern, made)))
    return Checkout(settings.root, ours, branch)
