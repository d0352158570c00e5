"""A report's page in a browser: what it shows is what the run says, and it is harmless."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import Opened, opened, texts
from tests.browser.pages import EVIL, PAST, Run

# One browser for all of them.
pytestmark = pytest.mark.xdist_group("browser")

_SLIPPED = """
<img src="http://127.0.0.1:9/a.png" onerror="window.ran = 1">
<p id="slipped" style="position: fixed">x</p>
<style>p { position: fixed }</style>
"""
_BLOCKED = """(text) => new Promise((told) => {
  const blocked = new Set();
  addEventListener("securitypolicyviolation", (event) => {
    blocked.add(event.effectiveDirective);
    if (blocked.size === 5) told([...blocked].sort());
  });
  setTimeout(() => told([...blocked].sort()), 10000);
  document.body.insertAdjacentHTML("beforeend", text);
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
})"""


@pytest.fixture(scope="module")
def shown(browser: Browser, run: Run) -> Iterator[Opened]:
    """The run's page by day."""
    with opened(browser, run.page) as made:
        yield made


def test_it_asks_for_nothing_and_says_nothing(shown: Opened, run: Run) -> None:
    """One request, its own file; no error, no warning, no dialog, whatever names and titles hold."""
    assert shown.asked == [run.page.as_uri()]
    assert shown.said == []
    assert shown.page.locator("img, script, b, [onload], [onerror], [onclick]").count() == 0
    assert f"content/nl/{EVIL}.md" in texts(shown.page, "tbody th")


def test_its_policy_holds(browser: Browser, run: Run) -> None:
    """Were markup to slip in, it would load nothing, run nothing and look like nothing."""
    with opened(browser, run.page) as made:
        blocked = made.page.evaluate(_BLOCKED, _SLIPPED)
        assert blocked == [
            "img-src",
            "script-src-attr",
            "script-src-elem",
            "style-src-attr",
            "style-src-elem",
        ]
        assert made.page.evaluate("[window.ran, getComputedStyle(slipped).position]") == [None, "static"]


def test_its_numbers_are_the_reports(shown: Opened, run: Run) -> None:
    """Row by row what the JSON of the same run says, and its sums above."""
    articles, total = run.report["articles"], run.report["total"]
    names = ("segments", "failed", "machine", "outdated", "reviewed", "words_left", "characters")
    rows = shown.page.locator("table", has_text="This run’s articles").locator("tbody tr")
    assert rows.count() == len(articles) == 3
    for article, row in zip(articles, rows.all(), strict=True):
        levels = [each["severity"] for each in article["findings"]]
        post = "failed" if article["problem"] else article["status"]
        numbers = levels.count("error"), levels.count("warning"), *(article[name] for name in names)
        assert row.locator("th, td").all_text_contents() == [
            *(article["article"], article["target"], post),
            *(f"{number:,}" for number in numbers),
        ]
    assert texts(shown.page, "dd") == [
        *("3", f"{total['segments']:,}", f"{100 * total['reviewed'] // total['segments']}%"),
        f"{total['words_left']:,}",
    ]
    findings = [each for article in articles for each in article["findings"]]
    kinds = texts(shown.page, "table:has(caption:text-is('Findings by kind')) tbody td.number")
    assert sum(map(int, kinds)) == len(findings) > 0
    assert len(texts(shown.page, "ul.findings li")) == len(findings)
    assert texts(shown.page, "ul.problems li") == [each["problem"] for each in articles if each["problem"]]


def test_the_chart_is_the_history(shown: Opened, run: Run) -> None:
    """A point for each snapshot, as high as its segments are many; the run itself is the last."""
    known = run.history
    assert (known[:3], len(known)) == (PAST, 4)
    found = shown.page.locator("figure > svg polygon.reviewed").evaluate(
        "area => [...area.points].map(point => [point.x, point.y])"
    )
    forth, back = found[:4], found[:3:-1]
    zero, mark = (
        shown.page.locator("figure > svg line").nth(step).evaluate("line => line.y1.baseVal.value")
        for step in (0, 1)
    )
    unit = (zero - mark) / int(texts(shown.page, "figure > svg text")[1])
    heights = [(zero - y) / unit for _, y in forth]
    assert heights == pytest.approx([each.reviewed for each in known], abs=0.05)
    assert [y for _, y in back] == pytest.approx([zero] * 4)
    assert [x for x, _ in forth] == sorted(x for x, _ in forth)


def test_headings_are_in_order_and_tables_have_names(shown: Opened) -> None:
    """One first-level heading, second-level ones below it, and a caption on every table."""
    levels = shown.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(each => each.tagName)")
    assert levels == ["H1", *["H2"] * (len(levels) - 1)]
    assert all(texts(shown.page, "table > caption"))
    assert shown.page.locator("table").count() == shown.page.locator("table > caption").count() > 2
    assert shown.page.get_by_role("img", name="Progress of en-GB").count() == 1
    assert shown.page.locator("html").get_attribute("lang") == "en"
