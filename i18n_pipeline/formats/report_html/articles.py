"""A row for each article and language."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.element import Child, Row, element, table
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.report import ArticleReport, RunReport

_NUMBERS = ("segments", "failed", "machine", "outdated", "reviewed", "words_left", "characters")
_HEADINGS = (
    *("article", "language", "post", "errors", "warnings"),
    *("segments", "untranslated", "machine", "outdated", "reviewed", "words left", "characters"),
)


def articles(report: RunReport) -> Iterator[Element]:
    """The table, in the report's order."""
    if report.articles:
        yield element("h2", "Articles")
        rows = [_row(article) for article in report.articles]
        yield table("This run’s articles, with their segments by state", _HEADINGS, rows, texts=3)


def _row(article: ArticleReport) -> Row:
    levels = [finding.severity for finding in article.findings]
    found = levels.count(Severity.ERROR), levels.count(Severity.WARNING)
    numbers = (*found, *(getattr(article, name) for name in _NUMBERS))
    return (article.article, article.target, _post(article), *(f"{number:,}" for number in numbers))


def _post(article: ArticleReport) -> Child:
    if article.problem:
        return element("span", "failed", class_="error")
    return article.status or "not written"
