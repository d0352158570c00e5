"""What was found, by article, and what could not be done."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.element import element
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport

_MOST = 1000
"""So many findings are listed, the worst first; a page of more is for no one."""


def findings(report: RunReport) -> Iterator[Element]:
    """Articles that failed, then a list for each article that has findings."""
    problems = [article for article in report.articles if article.problem]
    if problems:
        yield element("h2", "Not done")
        yield element("ul", *(element("li", str(article.problem), class_="error") for article in problems))
    count = sum(len(article.findings) for article in report.articles)
    if count:
        yield element("h2", "Findings")
        yield from _listed(report)
    if count > _MOST:
        yield element("p", f"And {count - _MOST:,} more; `translate check` lists all of them.")


def _listed(report: RunReport) -> Iterator[Element]:
    worst = sorted(
        ((finding, number) for number, article in enumerate(report.articles) for finding in article.findings),
        key=lambda pair: -pair[0].severity,
    )
    shown = {
        number: [each for each, owner in worst[:_MOST] if owner == number] for _, number in worst[:_MOST]
    }
    for number in sorted(shown):
        yield _of_article(report.articles[number], shown[number])


def _of_article(article: ArticleReport, found: list[Finding]) -> Element:
    items = element("ul", *(_item(finding) for finding in found), class_="findings")
    summary = element("summary", f"{article.article} ({article.target}): {_counts(found)}")
    bad = found[0].severity is Severity.ERROR
    return element("details", summary, items, **({"open": "open"} if bad else {}))


def _item(finding: Finding) -> Element:
    line = f"line {finding.line}: " if finding.line else ""
    severity = element("strong", str(finding.severity), class_=str(finding.severity))
    text = f" {line}{finding.message} {finding.fix}".rstrip()
    return element("li", severity, f"{text} ", element("code", finding.code))


def _counts(found: list[Finding]) -> str:
    levels = [finding.severity for finding in found]
    return ", ".join(_count(each, levels.count(each)) for each in sorted(set(levels), reverse=True))


def _count(severity: Severity, number: int) -> str:
    # “info” has no plural.
    return f"{number} {severity}{'s' * (number != 1 and severity is not Severity.INFO)}"
