"""A report as a page."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

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
ERROR = Finding("number-changed", Severity.ERROR, "‘3’ became ‘4’.", 7, fix="Write 3.")
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
    assert totals == {"articles": "2", "segments": "10", "reviewed": "60%", "words left to review": "1,200"}
    rows = [_texts(row, "./*") for row in shown.xpath("//tbody/tr")]
    assert rows[0] == ["a.md", "en-GB", "machine", "0", "0", "7", "0", "4", "0", "3", "1,200", "0"]
    assert [row[2] for row in rows] == ["machine", "reviewed", "failed"]
    assert _texts(shown, "//ul[@class='problems']/li") == ["c.md: It is empty."]


def test_what_happened_and_what_is_to_do() -> None:
    """An article that fails in two languages is one article to mend; links lead to what is meant."""
    empty = ArticleError("It is empty.", place=Place("c.md"))
    bad = (Finding("x", Severity.ERROR, "x"), Finding("y", Severity.WARNING, "y"))
    both = [ArticleReport("c.md", target, problem=empty) for target in ("en-GB", "fr")]
    odd = ArticleReport("d.md", "fr", 9, new=1, failed=2, outdated=1, words_left=40, findings=bad)
    shown = _page(RunReport([*both, odd], draft=True))
    assert _texts(shown, "//title") == ["1 of 2 articles failed – translation report"]
    assert _texts(shown, "//p[@class='outcome error']") == ["1 of 2 articles failed."]
    assert "1 text translated, 0 files written, 0 characters billed." in _texts(shown, "//p")
    assert any(text.startswith("Drafts:") for text in _texts(shown, "//p"))
    assert _texts(shown, "//h2[.='To do']/following-sibling::ul[1]/li") == [
        "Mend 1 article that could not be done.",
        "Correct 1 error in 1 article.",
        "Translate 2 segments that the engine left out.",
        "Renew 1 translation whose Dutch text changed.",
        "Review 40 words.",
    ]
    assert _texts(shown, "//ul[@class='problems']/li") == ["c.md: It is empty."]
    for link in shown.xpath("//a/@href"):
        assert shown.get_element_by_id(link[1:]).tag == "h2"


@pytest.mark.parametrize(
    ("report", "said", "task"),
    [
        (RunReport(stopped=ArticleError("The key is refused.")), "Stopped.", "Put right what stopped it"),
        (RunReport(interrupted=True), "Interrupted.", "Run again"),
    ],
)
def test_it_ended_early(report: RunReport, said: str, task: str) -> None:
    """What to do first is to run again; how far the project is stands there all the same."""
    shown = _page(report, history=HISTORY)
    assert _texts(shown, "//p[@class='outcome error']") == [said]
    assert _texts(shown, "//main/ul[1]/li")[0].startswith(task)
    assert _texts(shown, "//dd") == ["2", "10", "100%", "0"]
    assert len(shown.xpath("//figure")) == 1


def test_the_project_is_more_than_the_run() -> None:
    """Progress counts all articles as last seen, and no language that is gone from the settings."""
    gone = Snapshot("2026-11-20T02:00:00+00:00", "de", 2, 9, 0, 0, 0, 99)
    now = _snapshot(21, machine=6, reviewed=4, words_left=70)
    shown = _page(RunReport([ArticleReport("a.md", "en-GB", 3, reviewed=3)]), history=[gone, now])
    assert _texts(shown, "//dd") == ["2", "10", "40%", "70"]
    assert "Review 70 words." in _texts(shown, "//li")
    assert not any("de:" in text for text in _texts(shown, "//p"))


def test_all_is_done() -> None:
    """Nothing is asked of anybody."""
    done = ArticleReport("a.md", "fr", 1, reviewed=1)
    for report in (RunReport([done]), RunReport()):
        assert "Nothing." in _texts(_page(report), "//p")


def test_it_needs_nothing_and_runs_nothing() -> None:
    """No script, picture or address to load, links within the page only, and a policy that forbids others."""
    report = replace(REPORT, articles=[*REPORT.articles, ArticleReport("d", "fr", findings=(ERROR,))])
    shown = _page(report, history=HISTORY)
    assert shown.xpath("//script | //link | //img | //*[@src] | //@style") == []
    assert {link[0] for link in shown.xpath("//@href")} == {"#"}
    (style,) = _texts(shown, "//style")
    assert "url(" not in style
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = shown.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{allowed}';")


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
    # Ten need an axis to twelve; it is 232 high, so five stand 96.7 above its foot.
    assert areas["reviewed"][:3] == ["72.0,246.0", "350.0,149.3", "628.0,52.7"]
    assert areas["untranslated"][0] == "72.0,52.7"
    marks = ["0", "3", "6", "9", "12", "2026-11-01", "2026-11-07", "2026-11-14", "2026-11-21"]
    assert _texts(chart, "./text") == marks
    assert _texts(shown, "//figure/ul/li") == ["untranslated: 0", "machine: 0", "outdated: 0", "reviewed: 10"]
    assert _texts(shown, "//details//tbody/tr[1]/*") == ["2026-11-21 02:00", "10", "0", "0", "0", "0"]
    assert any("two runs make a chart" in text for text in _texts(shown, "//p"))


def test_marks_of_the_axes() -> None:
    """Thousands are short, and within a few days hours are told."""
    early, late = _snapshot(1, machine=30_000), _snapshot(2, reviewed=30_000)
    shown = _page(history=[early, late])
    marks = ["0", "7.5k", "15k", "22.5k", "30k", "11-01 02:00", "11-01 10:00", "11-01 18:00", "11-02 02:00"]
    assert _texts(shown, "//figure/svg/text") == marks


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
    warnings = tuple(Finding("x", Severity.WARNING, f"{number}") for number in range(1500))
    infos = (Finding("y", Severity.INFO, "i"), Finding("y", Severity.INFO, "j"))
    report = RunReport([
        ArticleReport("a.md", "fr", findings=warnings), ArticleReport("b.md", "fr", findings=(*infos, ERROR))
    ])  # fmt: skip
    shown = _page(report)
    assert _texts(shown, "//details[@open]/summary") == ["b.md (fr): 1 error, 2 info"]
    assert _texts(shown, "//details[@open]//li") == ["error line 7: ‘3’ became ‘4’. Write 3. number-changed"]
    assert len(shown.xpath("//ul[@class='findings']/li")) == 1000
    assert any(text.startswith("And 503 more") for text in _texts(shown, "//p"))
    few = _page(RunReport([ArticleReport("b.md", "fr", findings=(*infos, ERROR))]))
    assert _texts(few, "//details/summary") == ["b.md (fr): 1 error, 2 info", "2 info"]
    assert len(few.xpath("//details/details[not(@open)]//li")) == 2
    kinds = [_texts(row, "./*") for row in few.xpath("//table[caption='Findings by kind']/tbody/tr")]
    assert kinds == [["number-changed", "error", "1"], ["y", "info", "2"]]


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
    assert tags == ["h1", *["h2"] * 5]
    assert shown.xpath("//html/@lang") == ["en"]
