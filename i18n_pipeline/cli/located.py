"""Findings with the file and line where they are mended."""

from collections.abc import Iterator, Mapping, Sequence

from i18n_pipeline.cli.work import Work
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats.gettext.positions import positions
from i18n_pipeline.model.catalogue import Key
from i18n_pipeline.model.finding import Finding, Located, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.site import Files


def located(report: RunReport, works: Sequence[Work], files: Files) -> list[Located]:
    """A check's findings at their entries in the PO files, others in their articles."""
    catalogues = {
        (article.job.article, each.language.target): article.job.catalogue
        for each in works
        for article in each.found
    }
    return [
        found
        for article in report.articles
        for found in _of(article, catalogues.get((article.article, article.target), ""), files)
    ]


def _of(article: ArticleReport, catalogue: str, files: Files) -> Iterator[Located]:
    if article.problem:
        yield _refused(article, article.problem)
    lines: Mapping[Key, int] = positions(files.read_if_there(catalogue) or b"") if catalogue else {}
    for finding in article.findings:
        line = lines.get((finding.context, finding.segment)) if finding.check else None
        if line:
            yield Located(finding, catalogue, line)
        else:
            yield Located(finding, article.article, finding.line)


def _refused(article: ArticleReport, problem: PipelineError) -> Located:
    finding = Finding("not-checked", Severity.ERROR, problem.problem, fix=problem.mending)
    place = problem.place
    return Located(finding, place.path if place else article.article, place.line if place else 0)
