"""What was found, by kind and by article, and what could not be done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.count import counted
from i18n_pipeline.formats.report_html.element import Row, element, table
from i18n_pipeline.formats.report_html.headline import FINDINGS, NOT_DONE
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport

_MOST = 1000
"""So many findings are listed, the worst first; a page of more is for no one."""


def not_done(report: RunReport) -> Iterator[Element]:
    """The articles that failed, each with what is wrong and what to do."""
    problems = dict.fromkeys(str(article.problem) for article in report.articles if article.problem)
    if problems:
        yield element("h2", "Not done", id=NOT_DONE)
        yield element("ul", *(element("li", element("bdi", each)) for each in problems), class_="problems")


def findings(report: RunReport) -> Iterator[Element]:
    """A table by kind, then a list for each article that has findings."""
    found = [finding for article in report.articles for finding in article.findings]
    if found:
        yield element("h2", "Findings", id=FINDINGS)
        yield _kinds(found)
        yield from _listed(report)
    if len(found) > _MOST:
        yield element("p", f"And {len(found) - _MOST:,} more; `translate check` lists all of them.")


def _kinds(found: Sequence[Finding]) -> Element:
    kinds = Counter((finding.severity, finding.code) for finding in found)
    order = sorted(kinds.items(), key=lambda kind: (-kind[0][0], -kind[1], kind[0][1]))
    rows: list[Row] = [(code, _severity(severity), f"{number:,}") for (severity, code), number in order]
    return table("Findings by kind", ("kind", "severity", "number"), rows, texts=2)


def _listed(report: RunReport) -> Iterator[Element]:
    every = [(each, number) for number, article in enumerate(report.articles) for each in article.findings]
    shown: dict[int, list[Finding]] = {}
    for finding, number in sorted(every, key=lambda pair: -pair[0].severity)[:_MOST]:
        shown.setdefault(number, []).append(finding)
    for number in sorted(shown):
        yield _of_article(report.articles[number], shown[number])


def _of_article(article: ArticleReport, found: Sequence[Finding]) -> Element:
    """Unfolded where there are errors; what is less than that is then folded for itself."""
    name = element("bdi", article.article)
    summary = element("summary", name, f" ({article.target}): {_counts(article.findings)}")
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    others = found[len(errors) :]
    if not errors:
        return element("details", summary, _list(others))
    parts = [_list(errors)]
    if others:
        parts.append(element("details", element("summary", _counts(others)), _list(others)))
    return element("details", summary, *parts, open="open")


def _list(found: Sequence[Finding]) -> Element:
    return element("ul", *(_item(finding) for finding in found), class_="findings")


def _item(finding: Finding) -> Element:
    line = f" line {finding.line}: " if finding.line else " "
    text = element("bdi", f"{finding.message} {finding.fix}".rstrip())
    return element("li", _severity(finding.severity), line, text, " ", element("code", finding.code))


def _severity(severity: Severity) -> Element:
    return element("strong", str(severity), class_=str(severity))


def _counts(found: Sequence[Finding]) -> str:
    levels = Counter(finding.severity for finding in found)
    # “info” has no plural.
    plurals = {Severity.INFO: "info"}
    return ", ".join(counted(levels[each], str(each), plurals.get(each, "")) for each in sorted(levels)[::-1])
