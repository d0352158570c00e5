"""What `translate check --fix` does."""

import sys
from collections.abc import Sequence
from pathlib import Path

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Work, work
from i18n_pipeline.errors import CatalogueError, PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.stages.article import Analysed
from i18n_pipeline.stages.fix import Change, fix
from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.storage.site import Site


def fixed(
    project: Project, paths: Sequence[Path], target: str, *, reviewed: bool, dry: bool
) -> list[ArticleReport]:
    """Mend what is certain in the chosen articles' catalogues and say so on standard error.

    `dry` writes nothing. Gives a report for each catalogue that can't be written.
    """
    refused = []
    with run_lock(project.settings.root):
        for each in work(project, paths, target):
            for article in each.analysed:
                try:
                    _fix(article, each, project.site(dry=dry), reviewed=reviewed)
                except PipelineError as error:
                    name = article.job.article
                    refused.append(ArticleReport(name, each.language.target, problem=error))
    return refused


def _fix(article: Analysed, each: Work, site: Site, *, reviewed: bool) -> None:
    catalogue, changes = fix(article, each.language.checks, reviewed=reviewed)
    if not changes:
        return
    path = article.job.catalogue
    if site.read_if_there(path) != article.old_bytes:
        raise CatalogueError(
            f"{path} was saved by someone else meanwhile and was left alone.", mending="Run it again."
        )
    site.write(path, gettext.write(catalogue))
    sys.stderr.writelines(_told(article.job.article, change) for change in changes)


def _told(article: str, change: Change) -> str:
    return f"{article}:{change.line}: {', '.join(change.codes)}\n- {change.before}\n+ {change.after}\n"
