"""The page of a report: totals, progress, articles, findings, costs."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.chart import progress
from i18n_pipeline.formats.report_html.element import Row, element, table, written
from i18n_pipeline.formats.report_html.findings import findings
from i18n_pipeline.formats.report_html.style import CSS
from i18n_pipeline.model.progress import Billed, Snapshot
from i18n_pipeline.model.report import ArticleReport, RunReport

_NUMBERS = ("segments", "failed", "machine", "outdated", "reviewed", "words_left", "characters")
_HEADINGS = (
    *("article", "language", "post", "findings"),
    *("segments", "untranslated", "machine", "outdated", "reviewed", "words left", "characters", "files"),
)
# Nothing is loaded and nothing runs, whatever a title may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


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
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", "Translation report"),
        element("style", CSS),
    )
    main = element("main", *_start(report, at, exit_status), *_progress(report, history), *_articles(report))
    main.extend([*findings(report), *_costs(costs)])
    return written(element("html", head, element("body", main), lang="en"))


def _start(report: RunReport, at: str, exit_status: int) -> Iterator[Element]:
    yield element("h1", "Translation report")
    engine = f", engine {report.engine}" if report.engine else ""
    when = element("time", f"{at[:16].replace('T', ' ')} UTC", datetime=at)
    about = f", {report.seconds:.1f} seconds{engine}, exit status {exit_status}"
    yield element("p", when, about, class_="about")
    if report.stopped:
        yield element("p", f"Stopped: {report.stopped} {report.left}".rstrip(), class_="stopped")
    if report.interrupted:
        yield element("p", "Interrupted: run again to go on.", class_="stopped")
    yield element("dl", *(_total(name, text) for name, text in _totals(report)), class_="totals")


def _totals(report: RunReport) -> Iterator[tuple[str, str]]:
    segments, reviewed = report.total("segments"), report.total("reviewed")
    yield "articles", f"{len(report.articles):,}"
    yield "segments", f"{segments:,}"
    # Rounded down: 100% is said when nothing is left.
    yield "reviewed", f"{100 * reviewed // segments}%" if segments else "–"
    yield "words left to review", f"{report.total('words_left'):,}"
    yield "characters billed", f"{report.total('characters'):,}"
    failed = sum(article.problem is not None for article in report.articles)
    yield "articles failed", f"{failed:,}"


def _total(name: str, text: str) -> Element:
    return element("div", element("dt", name), element("dd", text))


def _progress(report: RunReport, history: Sequence[Snapshot]) -> Iterator[Element]:
    targets = dict.fromkeys(article.target for article in report.articles)
    if history and targets:
        yield element("h2", "Progress")
        for target in targets:
            yield from progress(history, target)


def _articles(report: RunReport) -> Iterator[Element]:
    if report.articles:
        yield element("h2", "Articles")
        rows = [_row(article) for article in report.articles]
        yield table("Segments by state, per article and language", _HEADINGS, rows, texts=3)


def _row(article: ArticleReport) -> Row:
    post = element("span", "failed", class_="error") if article.problem else article.status or "not written"
    numbers = (f"{getattr(article, name):,}" for name in _NUMBERS)
    counts = str(len(article.findings)), *numbers, str(len(article.written))
    return (article.article, article.target, post, *counts)


def _costs(costs: Sequence[Billed]) -> Iterator[Element]:
    if costs:
        yield element("h2", "Costs")
        headings = ("month", "engine", "characters", "tokens", "price")
        rows: list[Row] = [
            (each.month, each.engine, f"{each.characters:,}", f"{each.tokens:,}", _price(each))
            for each in costs
        ]
        yield table("What engines were paid for, by today's rates", headings, rows, texts=2)


def _price(cost: Billed) -> str:
    return "–" if cost.price is None else f"{cost.price:,.2f} {cost.currency}".rstrip()
