"""A report as a page."""

import re

import pytest
from lxml import html

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.report_html import page
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.progress import Billed, Snapshot, snapshots
from i18n_pipeline.model.report import ArticleReport, RunReport

NIGHT = "2026-11-24T02:00:05+00:00"
EVIL = "<script>alert(1)</script>\"'&amp;\x00\ud800"
SHOWN = "<script>alert(1)</script>\"'&amp;\ufffd\ufffd"
REPORT = RunReport(
    [
        ArticleReport("a.md", "en-GB", segments=7, machine=4, reviewed=3, words_left=1200, status="machine"),
        ArticleReport("b.md", "en-GB", segments=3, reviewed=3, status="reviewed", written=("x", "y")),
        ArticleReport("c.md", "fr", problem=ArticleError("It is empty.", place=Place("c.md"))),
    ],
    engine="deepl",
    seconds=2.25,
)


def _snapshot(day: int, **states: int) -> Snapshot:
    numbers = {"untranslated": 0, "machine": 0, "outdated": 0, "reviewed": 0, "words_left": 0} | states
    return Snapshot(f"2026-11-{day:02}T02:00:00+00:00", "en-GB", 2, **numbers)


HISTORY = [_snapshot(1, untranslated=10), _snapshot(11, machine=5, reviewed=5), _snapshot(21, reviewed=10)]


def _page(report: RunReport = REPORT, **more: object) -> html.HtmlElement:
    text = page(report, at=NIGHT, exit_status=3, **more)  # type: ignore[arg-type]
    assert text.startswith("<!DOCTYPE html>")
    return html.document_fromstring(text)


def _texts(root: html.HtmlElement, path: str) -> list[str]:
    return [each.text_content() for each in root.xpath(path)]


def test_totals_and_articles() -> None:
    """The head says when, how long and how it ended, the table has a row for each article."""
    shown = _page()
    assert _texts(shown, "//p[@class='about']") == [
        "2026-11-24 02:00 UTC, 2.2 seconds, engine deepl, exit status 3"
    ]
    totals = dict(zip(_texts(shown, "//dt"), _texts(shown, "//dd"), strict=True))
    assert totals["reviewed"] == "60%"
    assert totals["words left to review"] == "1,200"
    assert totals["articles failed"] == "1"
    rows = [_texts(row, "./*") for row in shown.xpath("//tbody/tr")]
    assert rows[0] == ["a.md", "en-GB", "machine", "0", "7", "0", "4", "0", "3", "1,200", "0", "0"]
    assert [row[2] for row in rows] == ["machine", "reviewed", "failed"]
    assert _texts(shown, "//li[@class='error']") == ["c.md: It is empty."]


def test_it_needs_nothing_and_runs_nothing() -> None:
    """No script, link, picture or address to load, and a policy that forbids them."""
    shown = _page(history=HISTORY)
    assert shown.xpath("//script | //link | //img | //*[@src or @href]") == []
    assert "default-src 'none'" in shown.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in _texts(shown, "//style")[0]


def test_every_text_is_escaped() -> None:
    """A title that looks like markup is shown; what no page can hold becomes a mark."""
    finding = Finding(EVIL, Severity.ERROR, EVIL, fix=EVIL)
    article = ArticleReport(EVIL, EVIL, findings=(finding,), status=EVIL, problem=ArticleError(EVIL))
    report = RunReport([article], engine=EVIL, stopped=ArticleError(EVIL), left=EVIL)
    history = [Snapshot(f"2026-11-0{day}T00:00:00+00:00", EVIL, 1, 1, 1, 1, 1, 1) for day in (1, 2)]
    costs = [Billed(EVIL, EVIL, 1, 1, 1.0, EVIL)]
    shown = _page(report, history=history, costs=costs)
    assert shown.xpath("//script") == []
    assert shown.xpath("//caption/text()")[0] == f"Segments of {SHOWN} by state (UTC)"
    assert SHOWN in shown.xpath("//svg/title/text()")[0]
    assert "\x00" not in shown.text_content()


def test_the_chart_has_its_numbers_in_words_and_in_a_table() -> None:
    """Who doesn't see it gets title, description and table; the areas add up to all segments."""
    shown = _page(history=HISTORY)
    chart = shown.xpath("//svg[@role='img']")[0]
    names = chart.get("aria-labelledby").split()
    assert [shown.get_element_by_id(name).tag for name in names] == ["title", "desc"]
    assert chart.findtext("desc") == (
        "Segments by state from 2026-11-01 to 2026-11-21: reviewed from 0 to 10, outdated from 0 to 0,"
        " machine from 0 to 0, untranslated from 10 to 0."
    )
    areas = {each.get("class"): each.get("points").split() for each in chart.xpath("./polygon")}
    assert list(areas) == ["reviewed", "outdated", "machine", "untranslated"]
    # Eleven to twenty need an axis to twenty, so ten stand at half its height (12 + 240 / 2).
    assert areas["reviewed"][:3] == ["56.0,252.0", "470.0,192.0", "884.0,132.0"]
    assert areas["untranslated"][0] == "56.0,132.0"
    assert _texts(shown, "//details//tbody/tr[1]/*") == ["2026-11-21 02:00", "10", "0", "0", "0", "0"]
    assert any("two runs make a chart" in text for text in _texts(shown, "//p"))


def test_a_long_history_is_thinned() -> None:
    """First and last stay."""
    many = [Snapshot(f"{2000 + year}-01-01T00:00:00+00:00", "en-GB", 1, 1, 0, 0, 0, 1) for year in range(900)]
    shown = _page(history=many)
    (points, *_) = shown.xpath("//polygon/@points")
    assert len(points.split()) == 400
    times = _texts(shown, "//details//tbody/tr/th")
    assert (len(times), times[0][:4], times[-1][:4]) == (30, "2899", "2000")


@pytest.mark.parametrize("history", [[], HISTORY[:1], [HISTORY[0]] * 2])
def test_too_little_for_a_chart(history: list[Snapshot]) -> None:
    """One moment is no progress."""
    assert _page(history=history).xpath("//svg") == []


def test_an_empty_project_has_a_page() -> None:
    """No articles, no segments at all, none of them reviewed."""
    assert "–" in _texts(_page(RunReport()), "//dd")
    nothing = [_snapshot(day) for day in (1, 2)]
    assert len(_page(history=nothing).xpath("//polygon")) == 4


def test_findings_by_article_with_the_bad_ones_open() -> None:
    """An article with an error is unfolded; of very many findings the worst are shown."""
    bad = Finding("number-changed", Severity.ERROR, "‘3’ became ‘4’.", 7, fix="Write 3.")
    warnings = tuple(Finding("x", Severity.WARNING, f"{number}") for number in range(1500))
    infos = (Finding("y", Severity.INFO, "i"), Finding("y", Severity.INFO, "j"))
    report = RunReport([
        ArticleReport("a.md", "fr", findings=warnings), ArticleReport("b.md", "fr", findings=(*infos, bad))
    ])  # fmt: skip
    shown = _page(report)
    assert _texts(shown, "//details[@open]/summary") == ["b.md (fr): 1 error"]
    assert _texts(shown, "//details[@open]//li") == ["error line 7: ‘3’ became ‘4’. Write 3. number-changed"]
    assert len(shown.xpath("//ul[@class='findings']/li")) == 1000
    assert any(text.startswith("And 503 more") for text in _texts(shown, "//p"))
    few = _page(RunReport([ArticleReport("b.md", "fr", findings=(*infos, bad))]))
    assert _texts(few, "//details/summary") == ["b.md (fr): 1 error, 2 info"]


def test_costs() -> None:
    """A row for each month and engine; without a rate there is no price."""
    costs = [Billed("2026-11", "deepl", 1200, 0, 0.03, "EUR"), Billed("2026-11", "openai", 5, 70)]
    assert [_texts(row, "./*") for row in _page(costs=costs).xpath("//table")[-1].xpath("./tbody/tr")] == [
        ["2026-11", "deepl", "1,200", "0", "0.03 EUR"],
        ["2026-11", "openai", "5", "70", "–"],
    ]


def test_snapshots_of_a_report() -> None:
    """One for each language, with the articles' numbers summed."""
    first, second = snapshots(REPORT, NIGHT)
    assert first == Snapshot(NIGHT, "en-GB", 2, 0, 4, 0, 6, 1200)
    assert (first.segments, second.target, second.segments) == (10, "fr", 0)


def test_headings_are_in_order() -> None:
    """A reader by headings meets one first-level heading, then the parts."""
    shown = _page(history=HISTORY, costs=[Billed("2026-11", "deepl", 1, 1)])
    tags = [each.tag for each in shown.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert tags == ["h1", "h2", "h2", "h2", "h2"]
    assert shown.xpath("//html/@lang") == ["en"]
