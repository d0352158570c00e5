"""Whatever a title holds, a report shows it and obeys nothing in it."""

import re
from html import unescape

import pyromark
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from i18n_pipeline.formats.report_html import page
from i18n_pipeline.formats.report_markdown import pull_request
from i18n_pipeline.model.report import ArticleReport, RunReport

_PRINTED = st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="\u200b")
_TEXTS = st.text(st.one_of(_PRINTED, st.sampled_from("\\`*_|[]()<>#!~&@$:- ")), min_size=1)


def _report(name: str) -> RunReport:
    return RunReport([ArticleReport(name, "en", written=("x",))])


@given(_TEXTS)
@example("&lt;b&gt;")
@example("\\|")
@example("a\\")
def test_a_cell_of_the_pull_request(name: str) -> None:
    """A table in Markdown shows the name, with spaces run together and mentions broken."""
    text = pyromark.html(pull_request(_report(name)), options=pyromark.Options.ENABLE_TABLES)
    cell = re.search(r"<td>(.*?)</td>", text, re.DOTALL)
    assert cell is not None
    assert unescape(cell[1]).replace("\u200b", "") == " ".join(name.split())
    assert text.count("<tr>") == 2


@given(_TEXTS)
def test_a_cell_of_the_page(name: str) -> None:
    """The page shows it letter for letter."""
    shown = html.document_fromstring(page(_report(name), at="2026-11-24T02:00:00+00:00", exit_status=0))
    assert shown.xpath("//tbody/tr/th")[0].text_content() == name
