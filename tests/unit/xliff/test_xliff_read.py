"""XLIFF as other tools save it."""

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats import xliff
from i18n_pipeline.formats.xliff import Code, SegmentState
from i18n_pipeline.model.inline import Kind

NAMES = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:x="urn:other"'


def document(unit: str, *, version: str = "2.1") -> bytes:
    """A document with one unit's content; the unit begins on line 3."""
    return (
        f'<xliff {NAMES} version="{version}" srcLang="nl" trgLang="en">\n<file id="f" original="a.md">\n'
        f'<unit id="u1" name="title">{unit}</unit>\n</file></xliff>'
    ).encode()


def only(unit: str) -> xliff.Returned:
    """The unit that such a document has."""
    ((returned,),) = (file.units for file in xliff.read(document(unit)).files)
    return returned


def segment(source: str, target: str | None, attributes: str = "") -> str:
    """A segment."""
    inner = "" if target is None else f"<target>{target}</target>"
    return f"<segment {attributes}><source>{source}</source>{inner}</segment>"


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_both_versions_are_read(version: str) -> None:
    """Languages, article, name, line and state come out of XLIFF 2.0 and 2.1."""
    read = xliff.read(document(segment("Ja", "Yes", 'state="final"'), version=version))
    (file,) = read.files
    assert (read.source_language, read.target_language, file.original, file.line) == ("nl", "en", "a.md", 2)
    assert file.units == (xliff.Returned("u1", ("Ja",), ("Yes",), SegmentState.FINAL, "title", None, 3),)


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    """A tool's encoding doesn't matter."""
    text = document(segment("Één", "One")).decode()
    for encoding in ("utf-8-sig", "utf-16"):
        (file,) = xliff.read(text.encode(encoding)).files
        assert file.units[0].source == ("Één",)


def test_annotations_are_transparent() -> None:
    """Marks of terms and comments leave the text and its codes as they are."""
    target = '<mrk id="m1" type="term">A <sm id="m2"/><ph id="1"/></mrk> b<em startRef="m2"/><cp hex="001b"/>'
    assert only(segment("A", target)).target == ("A ", Code(Kind.STANDALONE, "1"), " b\x1b")


def test_segments_of_a_unit_are_joined() -> None:
    """A sentence that a tool split is one text again; a pair may begin in one part and end in another."""
    unit = (
        '<originalData><data id="d1">**</data></originalData>'
        + segment('Ja <sc id="1" dataRef="d1"/>nu.', 'Yes <sc id="1" dataRef="d1"/>now.', 'state="final"')
        + "<ignorable><source> </source></ignorable>"
        + segment('Goed<ec startRef="1" dataRef="d1"/>.', 'Good<ec startRef="1" dataRef="d1"/>.')
    )
    found = only(unit)
    begin, end = Code(Kind.OPEN, "1", "**"), Code(Kind.CLOSE, "1", "**")
    assert found.source == ("Ja ", begin, "nu. Goed", end, ".")
    assert found.target == ("Yes ", begin, "now. Good", end, ".")
    assert found.state is SegmentState.INITIAL


def test_targets_stand_in_their_own_order() -> None:
    """The `order` of targets counts where a translation turns sentences round."""
    unit = (
        '<segment><source>Een</source><target order="3">One</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>Twee</source><target order="1">Two</target></segment>'
    )
    assert only(unit).target == ("Two One",)


def test_a_half_translated_unit_says_so() -> None:
    """Where one segment of two has no target the unit is incomplete; where none has, it has no target."""
    assert only(segment("Een.", "One.") + segment("Twee.", None)).incomplete
    without = only(segment("Een.", None) + segment("Twee.", ""))
    assert (without.target, without.incomplete) == ((), False)


def test_states_that_xliff_does_not_know_are_initial() -> None:
    """A word of XLIFF 1.2 signs nothing off."""
    assert only(segment("Een.", "One.", 'state="signed-off"')).state is SegmentState.INITIAL


def test_what_belongs_to_modules_is_no_text() -> None:
    """A candidate's target, notes, groups and comments are not taken for the translation."""
    unit = (
        '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s1">'
        "<source>Een</source><target>Wrong</target></mtc:match></mtc:matches>"
        "<notes><note>hm</note></notes>" + segment("Een", "O<!-- eh -->ne")
    )
    assert only(unit).target == ("One",)
    grouped = document(unit).replace(b"<unit", b'<group id="g"><unit').replace(b"</unit>", b"</unit></group>")
    assert xliff.read(grouped).files[0].units[0].target == ("One",)


BROKEN = {
    "not xml": (b"<xliff>\n<file></xliff>", 2, "this is no XML"),
    "empty": (b"", 1, "this is no XML"),
    "other": (b"<tmx/>", 1, "this is no XLIFF file: it begins with <tmx>"),
    "old": (document("", version="1.2"), 1, "this is XLIFF 1.2"),
    "inline": (document(segment("a", "<x:b/>")), 3, "<b> may not stand in a text"),
    "cp": (document(segment("a", '<cp hex="110000"/>')), 3, "which is no character"),
    "twice": (
        document("").replace(b"</unit>", b'</unit>\n<unit id="u1"/>'),
        4,
        "is there already, on line 3",
    ),
    "entity": (
        b'<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n' + document(segment("a", "&e;")),
        1,
        "document type",
    ),
    "undeclared": (document(segment("a", "&e;")), 3, "this is no XML"),
}


@pytest.mark.parametrize(("data", "line", "problem"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_refused_by_line(data: bytes, line: int, problem: str) -> None:
    """The error names the line, what is wrong and what to do."""
    with pytest.raises(UsageError, match=problem) as caught:
        xliff.read(data)
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert caught.value.mending


def test_entities_that_swell_are_refused() -> None:
    """A file of nested entities takes neither time nor memory."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE xliff [<!ENTITY e0 "ha">{entities}]>'.encode()
    for unit in (segment("a", "&e11;"), segment("a", "b", 'id="&e11;"')):
        with pytest.raises(UsageError):
            xliff.read(doctype + document(unit))
