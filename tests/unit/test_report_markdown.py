"""A report as the text of a pull request."""

import pyromark
import pytest

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.report_markdown import LIMIT, pull_request
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.progress import Billed
from i18n_pipeline.model.report import ArticleReport, RunReport

NUMBERED = Finding("number-changed", Severity.ERROR, "‘3’ became ‘4’.", 7, fix="Write 3.")


def _article(name: str, **more: object) -> ArticleReport:
    return ArticleReport(name, "en-GB", written=("x",), **more)  # type: ignore[arg-type]


def _html(text: str) -> str:
    return pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)


def test_a_row_shows_before_and_after() -> None:
    """What is known of the article before the run stands before an arrow, what stayed stands alone."""
    after = _article("a.md", machine=5, reviewed=3, words_left=1200, status="machine")
    before = ArticleReport("a.md", "en-GB", failed=5, reviewed=3, words_left=2300)
    text = pull_request(RunReport([after, _article("b.md", status="reviewed")]), [before])
    assert "| a.md | en-GB | – → machine | 5 → 0 | 0 → 5 | 0 | 3 | 2,300 → 1,200 |" in text
    assert "| b.md | en-GB | reviewed | 0 | 0 | 0 | 0 | 0 |" in text


def test_articles_without_a_file_written_have_no_row() -> None:
    """A pull request is about its files; of the others those that failed are named."""
    failed = ArticleReport("c.md", "en-GB", problem=ArticleError("It is empty.", place=Place("c.md")))
    text = pull_request(RunReport([ArticleReport("b.md", "en-GB", findings=(NUMBERED,)), failed]))
    assert "b.md" not in text
    assert "- **failed** c.md: It is empty." in text


def test_each_line_names_its_language_where_there_are_several() -> None:
    """Of two targets no two lines are the same; of one the language says nothing."""
    empty = ArticleError("It is empty.", place=Place("c.md"))
    articles = [
        ArticleReport("c.md", target, written=("x",), findings=(NUMBERED,), problem=empty)
        for target in ("en-GB", "de")
    ]
    text = pull_request(RunReport(articles))
    for target in ("en-GB", "de"):
        assert f"- **failed** {target}: c.md: It is empty." in text
        assert f"- **error** {target}: c.md:7: " in text
    alone = pull_request(RunReport(articles[:1]))
    assert "- **failed** c.md: It is empty." in alone
    assert "- **error** c.md:7: " in alone


def test_nothing_that_a_terminal_obeys() -> None:
    """Control characters and stray bytes of a name are shown, escaped."""
    text = pull_request(RunReport([_article("a\x1b[31m\x9b\x07x\udcff.md")]))
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "| a\\\\x1b\\[31m\\\\x9b\\\\x07x\\\\xff.md |" in text


def test_findings_are_folded_and_costs_are_told() -> None:
    """Worst first, with file and line."""
    spaces = Finding("double-space", Severity.INFO, "Two spaces.")
    report = RunReport([_article("a.md", findings=(spaces, NUMBERED), characters=9, new=2)], engine="deepl")
    costs = [Billed("2026-11", "deepl", 1200, 0, 0.03, "EUR"), Billed("2026-11", "x", 1, 2)]
    text = pull_request(report, costs=costs)
    assert text.startswith("1 articles changed, 1 files written, 2 texts translated with deepl, 9 char")
    assert "<details><summary>Findings: 2</summary>" in text
    assert text.index("**error** a.md:7: ‘3’ became ‘4’. Write 3. `number-changed`") < text.index("**info**")
    assert "| 2026-11 | deepl | 1,200 | 0 | 0.03 EUR |" in text
    assert "| 2026-11 | x | 1 | 2 | – |" in text


@pytest.mark.parametrize(
    "name",
    [
        *("a|b", "`rm`", "<script>x</script>", "**fat**", "[l](http://x)", "![i](x)", "a\\|b"),
        *("# h", "x\n\n- y", "&amp;", "~~s~~"),
    ],
)
def test_a_name_is_shown_as_it_is(name: str) -> None:
    """No name makes markup, a cell or a line of its own."""
    finding = Finding("x", Severity.INFO, name)
    html = _html(pull_request(RunReport([_article(name, findings=(finding,))])))
    plain = (
        " ".join(name.split())
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("#", "#\u200b")
    )
    assert f"<td>{plain}</td>" in html
    assert f"<strong>info</strong> {plain}: {plain} <code>x</code>" in html
    assert html.count("<tr>") == 2


def test_nobody_is_mentioned() -> None:
    """A name that looks like a user's or an issue's notifies no one."""
    text = pull_request(RunReport([_article("@ann #12")]))
    assert "@ann" not in text
    assert "#12" not in text


def test_long_lists_fold_and_stay_below_the_limit() -> None:
    """Whatever happened, GitHub takes the text; it says how much was left out, and stays well formed."""
    findings = tuple(Finding("x-y", Severity.WARNING, "😀" * 60, line) for line in range(300))
    articles = [_article(f"content/nl/{number}.md", findings=findings) for number in range(900)]
    text = pull_request(RunReport(articles), costs=[Billed("2026-11", "deepl", 1, 1)] * 500)
    assert len(text.encode("utf-16-le")) / 2 < LIMIT
    assert "<summary>Articles: 900</summary>" in text
    assert "<summary>Findings: 270,000</summary>" in text
    assert "more.\n\n</details>" in text
    assert text.count("<details>") == text.count("</details>")


def test_a_run_that_stopped() -> None:
    """Why, and what is left, stand at the top."""
    report = RunReport([_article("a.md")], stopped=ArticleError("Quota is used up."), left="3 articles.")
    assert "**Stopped:** Quota is used up. 3 articles." in pull_request(report).split("###")[0]
