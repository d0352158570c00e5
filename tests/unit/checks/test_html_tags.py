"""The check of HTML that got in."""

import pytest

from i18n_pipeline.checks import check
from i18n_pipeline.checks.html_tags import html_tags
from tests.golden.checks_set import pair

GOOD = [
    pytest.param("Begin vandaag.", "Start today.", id="none"),
    pytest.param("Typ &lt;b&gt; voor vet.", "Type &lt;b&gt; for bold.", id="the source shows it too"),
    pytest.param("Als a < b en c > d", "If a < b and c > d", id="less and greater"),
    pytest.param("Vraag &amp; antwoord", "Question &amp; answer", id="an entity that is read"),
]

DEFECTS = [
    pytest.param("Begin vandaag.", "Start &lt;i&gt;today.", "html-added", id="an escaped tag"),
    pytest.param("Begin vandaag.", "Start&amp;nbsp;today.", "html-added", id="an entity spelt out"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(html_tags(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(html_tags(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)


@pytest.mark.parametrize("tag", ["<b>", '<g id="1">', "<br/>"])
def test_a_tag_that_works_is_the_business_of_placeholders(tag: str) -> None:
    """It is told once, as a code that the source has none of."""
    found = check(pair("Begin vandaag.", f"Start {tag}today."))
    assert [finding.code for finding in found] == ["placeholder-added"]
