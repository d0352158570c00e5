"""XLIFF as it is written."""

import pytest
from lxml import etree

from i18n_pipeline.formats import xliff
from i18n_pipeline.model.inline import Content, Kind, Placeholder
from tests.unit.xliff.conformance import CORE, faults

OPEN, CLOSE = Placeholder(1, Kind.OPEN, "["), Placeholder(1, Kind.CLOSE, "](https://example.org/?a&b)")
BREAK = Placeholder(2, Kind.STANDALONE, "  \n")
SOURCE: Content = ("Lees ", OPEN, "dit", CLOSE, BREAK, "nu & meer.")
TARGET: Content = (OPEN, "Read this", CLOSE, BREAK, "now & more.")

FULL = xliff.Unit(
    "u1",
    SOURCE,
    TARGET,
    xliff.SegmentState.INITIAL,
    "outdated",
    "seo.title",
    xliff.Base("0f", xliff.SegmentState.INITIAL),
    (xliff.Note("location", "paragraph 1 <b> \x00"), xliff.Note("finding", "error: no", on_target=True)),
    {"netwerk": "network & co"},
    (xliff.Candidate(SOURCE, ("Read \x01 it",), "tm", 'a "b"', 81.25),),
)


def written(*units: xliff.Unit) -> bytes:
    """A document of one file."""
    return xliff.write(
        [xliff.File("f1", 'nl/"a" & b.md', units)], source_language="nl", target_language="en-GB"
    )


def inner(data: bytes, name: str) -> str:
    """The first such element's content as XML, its namespace declarations left out."""
    element = etree.fromstring(data).find(f".//{CORE}segment/{CORE}{name}")
    assert element is not None
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text[text.index(">") + 1 : text.rindex("<")]


@pytest.mark.parametrize("unit", [FULL, xliff.Unit("u2", ("Een zin.",))], ids=["full", "bare"])
def test_what_is_written_keeps_to_the_standard(unit: xliff.Unit) -> None:
    """Grammar, ids and references are those of XLIFF 2.1."""
    assert faults(written(unit)) == []


def test_the_measure_of_conformance_finds_faults() -> None:
    """A state that XLIFF does not know, an id that is there twice and data that is missing are found."""
    data = written(FULL)
    assert faults(data.replace(b'state="initial" sub', b'state="new" sub'))
    assert faults(data.replace(b'<ph id="2"', b'<ph id="1"'))
    assert faults(data.replace(b'<data id="d1">', b'<data id="d9">'))
    assert faults(data.replace(b'ref="#s1"', b'ref="#s2"'))
    assert any("twice" in fault for fault in faults(written(FULL, FULL)))


def test_pairs_stand_around_their_words() -> None:
    """A pair is one <pc>, a standalone code one <ph>; a translator can neither drop nor double them."""
    hints = 'canCopy="no" canDelete="no"'
    assert inner(written(FULL), "target") == (
        f'<pc id="1" {hints} type="link" dataRefStart="d1" dataRefEnd="d2">Read this</pc>'
        f'<ph id="2" {hints} dataRef="d3"/>now &amp; more.'
    )


def test_codes_keep_their_markdown_in_the_original_data() -> None:
    """What the codes stand for is there once each, line break and all."""
    data = etree.fromstring(written(FULL)).findall(f".//{CORE}unit/{CORE}originalData/{CORE}data")
    assert [each.text for each in data] == ["[", "](https://example.org/?a&b)", "  \n"]


def test_characters_that_xml_cannot_hold_are_code_points() -> None:
    """Controls, half surrogates and U+FFFE become <cp>; a carriage return survives a parser."""
    unit = xliff.Unit("u1", ("a\x00b\x1f\ud800\ufffe\r]]>\xa0",))
    expected = 'a<cp hex="0000"/>b<cp hex="001F"/><cp hex="D800"/><cp hex="FFFE"/>&#13;]]&gt;\xa0'
    assert inner(written(unit), "source") == expected


def test_an_untranslated_unit_has_no_target() -> None:
    """Where nothing is there yet, no empty <target> claims that something is."""
    assert b"<target>" not in written(xliff.Unit("u1", ("Een zin.",)))
