"""A pass under Git: options, and the steps around it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.watching import or_warn
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage.attic import ATTIC
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.sync.commit_message import UNFINISHED, commit_message
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
        where no pass may start. A commit or push that fails is a problem in the report. What a pass
        wrote without telling of it, because it broke off, is committed too, apart, and not pushed.
        """
        if not self.wanted:
            yield lambda report: report
            return
        checkout = _checkout(project, self.branch)
        base = checkout.begin()
        try:
            yield lambda report: self._committed(checkout, report)
        except BaseException:
            _keep(checkout)
            raise
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
        finally:
            if report.interrupted:
                _keep(checkout)
        return report


def _keep(checkout: Checkout) -> None:
    """Commit what no report tells of. It isn't pushed: a post may be there before its catalogue."""
    or_warn(lambda: checkout.keep(UNFINISHED))


def _checkout(project: Project, branch: str) -> Checkout:
    settings = project.settings
    made = (path for each in settings.targets for path in (each.target, each.catalogue, _attic(each)))
    ours = Ours((Pattern(settings.paths.source),), tuple(map(Pattern, made)))
    return Checkout(settings.root, ours, branch)


def _attic(target: Target) -> str:
    """Where posts of deleted articles are put away."""
    return f"{Pattern(target.catalogue).folder}/{ATTIC}/{{path}}{Pattern(target.target).after}".lstrip("/")
