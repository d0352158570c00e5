"""The page of a report: what happened and what is to do, progress, articles, findings, costs."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.articles import articles
from i18n_pipeline.formats.report_html.chart import progress
from i18n_pipeline.formats.report_html.costs import costs as bills
from i18n_pipeline.formats.report_html.element import element, written
from i18n_pipeline.formats.report_html.findings import findings, not_done
from i18n_pipeline.formats.report_html.headline import headline, outcome
from i18n_pipeline.formats.report_html.standing import standing, total
from i18n_pipeline.formats.report_html.style import CSS
from i18n_pipeline.model.progress import Billed, Snapshot
from i18n_pipeline.model.report import RunReport

# Nothing is loaded, nothing runs and no style but the page's own counts, whatever a title may hold.
_STYLE = b64encode(sha256(CSS.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE}'; base-uri 'none'; form-action 'none'"


def page(
    report: RunReport,
    *,
    at: str,
    exit_status: int,
    history: Sequence[Snapshot] = (),
    costs: Sequence[Billed] = (),
) -> str:
    """The page; `at` is when the run ended (ISO 8601, UTC), `history` is in order of time."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{outcome(report)} – translation report"),
        element("style", CSS),
    )
    now = standing(report, at, history)
    main = element(
        "main",
        *_start(report, at, exit_status),
        *headline(report, now),
        *not_done(report),
        *_progress(now, history),
        *articles(report),
        *findings(report),
        *bills(costs),
    )
    return written(element("html", head, element("body", main), lang="en"))


def _start(report: RunReport, at: str, exit_status: int) -> Iterator[Element]:
    yield element("h1", "Translation report")
    engine = f", engine {report.engine}" if report.engine else ""
    when = element("time", f"{at[:16].replace('T', ' ')} UTC", datetime=at)
    about = f", {report.seconds:.1f} seconds{engine}, exit status {exit_status}"
    yield element("p", when, about, class_="about")


def _progress(now: Sequence[Snapshot], history: Sequence[Snapshot]) -> Iterator[Element]:
    yield element("h2", "Progress")
    yield element("dl", *(_total(name, text) for name, text in _totals(now)), class_="totals")
    yield from (progress(history, each.target) for each in now if history)


def _totals(now: Sequence[Snapshot]) -> Iterator[tuple[str, str]]:
    segments, reviewed = total(now, "segments"), total(now, "reviewed")
    yield "articles", f"{max((each.articles for each in now), default=0):,}"
    yield "segments", f"{segments:,}"
    # Rounded down: 100% is said when nothing is left.
    yield "reviewed", f"{100 * reviewed // segments}%" if segments else "–"
    yield "words left to review", f"{total(now, 'words_left'):,}"


def _total(name: str, text: str) -> Element:
    return element("div", element("dt", name), element("dd", text))
