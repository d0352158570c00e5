"""What deleted articles left: told, or put away when asked to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.rename import posts_and_catalogues
from i18n_pipeline.storage.attic import put_away
from i18n_pipeline.storage.discover import Found


@dataclass(frozen=True, slots=True)
class Deleted:
    """The deleted articles of one target language; `prune` puts their files into the attic."""

    project: Project
    target: Target
    prune: bool

    def reports(self, jobs: Sequence[Job], orphans: Sequence[Job]) -> Iterator[ArticleReport]:
        """A report for each orphan that is not the former place of one of `jobs`."""
        renamed = {job.former.catalogue for job in jobs if job.former}
        for orphan in orphans:
            if orphan.catalogue not in renamed:
                yield self._report(orphan)

    def _report(self, orphan: Job) -> ArticleReport:
        if not self.prune:
            return ArticleReport(orphan.article, self.target.language, findings=(_left(orphan),))
        away = put_away(self.project.settings.root, orphan, self.target.target, self.target.catalogue)
        site = self.project.site()
        try:
            moved = tuple(new for old, new in posts_and_catalogues(away) if site.move(old, new))
        except PipelineError as error:
            return ArticleReport(orphan.article, self.target.language, problem=error)
        return ArticleReport(orphan.article, self.target.language, findings=(_put_away(away),), written=moved)


def some_article(project: Project, found: Sequence[Found]) -> None:
    """Raise UsageError where no article is found: that is rather a missing disk than a site that went."""
    if not any(each.problem is None for each in found):
        raise UsageError(
            f"there is no article ({project.settings.paths.source}), and --prune would take all posts away.",
            mending="Bring the articles back, or put posts and PO files away by hand.",
        )


def _left(orphan: Job) -> Finding:
    return Finding(
        "article-deleted",
        Severity.WARNING,
        f"There is no such article any more, but {orphan.catalogue} is there, and its post may be.",
        fix="`translate run --prune` puts both into the attic; or bring the article back.",
    )


def _put_away(away: Job) -> Finding:
    return Finding(
        "article-put-away",
        Severity.INFO,
        f"The article is gone; its translation is in {away.catalogue}.",
        fix="It comes back by itself when an article with its texts does.",
    )
