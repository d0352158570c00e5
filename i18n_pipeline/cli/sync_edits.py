"""Posts that people edited, taken over into their catalogues before a pass writes anything."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.article import Language
from i18n_pipeline.stages.digest import digest, knows


def edits(
    project: Project, target: Target, language: Language, due: Sequence[Job], files: Files
) -> Iterator[ArticleReport]:
    """A report for each post that is not as its catalogue says that it was written."""
    edited = [job for job in due if _is_edited(job, files)]
    if not edited:
        return
    # The alignment of texts takes long to import, and most passes don't need it.
    from i18n_pipeline.cli.import_ import import_one, reader_of  # noqa: PLC0415
    from i18n_pipeline.cli.posts import Posted, Posts  # noqa: PLC0415

    posts = Posts(project, target, language.reading)
    reader = reader_of(project, target, language, posts.titles())
    for job in edited:
        outcome = import_one(Posted(job), language, reader, files)
        findings = outcome.imported.findings if outcome.imported else ()
        yield ArticleReport(
            job.article, language.target, findings=findings, written=outcome.written, problem=outcome.problem
        )


def _is_edited(job: Job, files: Files) -> bool:
    try:
        post, catalogue = files.read_if_there(job.post), files.read_if_there(job.catalogue)
    except PipelineError:
        return False  # told when the article is read
    return post is not None and not knows(catalogue, digest(post))
