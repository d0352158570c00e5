"""Whatever a catalogue holds goes out as XLIFF and comes back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from i18n_pipeline.formats import xliff
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.inline import (
    Content,
    Kind,
    Placeholder,
    same_codes,
    source_markdown,
    target_markdown,
)
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.xliff_codes import content_of, restored
from i18n_pipeline.stages.xliff_units import coded
from tests.unit.xliff.conformance import CORE, faults
from tests.unit.xliff.desk import Desk, signed

PIECES = st.sampled_from(
    ["]]>", "<b>", "&amp;", "\xa0", "🙂", "\x00", "\x1b", "\r", "\r\n", "\t", "  ", "\ufffe", "**"]
)
TEXT = st.lists(PIECES | st.text(max_size=5), max_size=4).map("".join)
PARTS: st.SearchStrategy[Content] = st.recursive(
    st.lists(TEXT | TEXT.map(lambda text: Placeholder(0, Kind.STANDALONE, text)), max_size=3).map(tuple),
    lambda inner: st.tuples(inner, TEXT, TEXT, inner).map(
        lambda each: (
            *each[0],
            Placeholder(0, Kind.OPEN, each[1]),
            *each[3],
            Placeholder(0, Kind.CLOSE, each[2]),
        )
    ),
    max_leaves=4,
)


def numbered(parts: Content) -> Content:
    """The same with texts joined and codes numbered, pairs alike."""
    result: list[str | Placeholder] = []
    opened: list[int] = []
    for number, part in enumerate(parts, 1):
        if isinstance(part, str):
            if result and isinstance(result[-1], str):
                result[-1] += part
            elif part:
                result.append(part)
            continue
        if part.kind is Kind.OPEN:
            opened.append(number)
        own = opened.pop() if part.kind is Kind.CLOSE else number
        result.append(Placeholder(own, part.kind, part.source))
    return tuple(result)


@given(PARTS.map(numbered), TEXT, TEXT.filter(bool))
def test_any_content_survives(source: Content, name: str, original: str) -> None:
    """Texts, codes and what they stand for come back to the letter; the document keeps to the standard."""
    unit = xliff.Unit("u1", source, source, name=name)
    data = xliff.write([xliff.File("f1", original, (unit,))], source_language="nl", target_language="en")
    assert faults(data) == []
    (back,) = xliff.read(data).files[0].units
    assert content_of(back.source) == source
    assert content_of(back.target) == source
    assert not source or restored(back, source, ()) == source_markdown(source)


@given(st.lists(TEXT, max_size=6).map("".join), PARTS.map(numbered))
def test_a_coded_text_is_the_same_text(text: str, source: Content) -> None:
    """Finding a source's codes in a text changes no letter of it, and what is found is well nested."""
    content = coded(text, source)
    assert target_markdown(content) == text
    unit = xliff.Unit("u1", content)
    data = xliff.write([xliff.File("f1", "a", (unit,))], source_language="nl", target_language="en")
    assert faults(data) == []


WORDS = ("Een", "zin", "*met*", "[link](https://e.org)", "`code`", "**[vet](x)**", "&", "<b>b</b>", "\\*")
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(
    lambda words: f"Zie {' '.join(words)} nu"
)
# PO files are read line by line, and these end one.
LINE_ENDS = "\r\x85\u2028\u2029\x1c\x1d\x1e\x0b\x0c"
CHARACTERS = st.characters(codec="utf-8", exclude_characters=LINE_ENDS)
TARGET = SENTENCE | st.text(CHARACTERS, min_size=1).filter(str.strip)
STATES = st.sampled_from(
    [
        (State.REVIEWED, Origin.HUMAN),
        (State.MACHINE, Origin.HUMAN),
        (State.MACHINE, Origin.MACHINE),
        (State.MACHINE, Origin.MEMORY),
    ]
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(SENTENCE, st.tuples(TARGET, STATES), min_size=1, max_size=4))
def test_a_catalogue_survives_its_journey(entries: dict[str, tuple[str, tuple[State, Origin]]]) -> None:
    """An untouched file changes nothing; an empty catalogue gets what people wrote."""
    desk = Desk("\n\n".join(entries))
    full = tuple(
        Entry(source, target, state=state, origin=origin, engine="fake" if origin is Origin.MACHINE else "")
        for source, (target, (state, origin)) in entries.items()
    )
    desk.put(*full)
    data = desk.export()
    assert faults(data) == []
    assert desk.back(data).catalogue is None
    was = desk.catalogue()
    desk.put()
    desk.back(data)
    now = desk.catalogue().by_key()
    contents = {segment.key: segment.content for segment in desk.article().document.segments}
    for entry in was.entries:
        content = contents[entry.key]
        if entry.origin is Origin.HUMAN and same_codes(coded(entry.target, content), content):
            back = now[entry.key]
            assert (back.target, back.state, back.origin) == (entry.target, entry.state, entry.origin)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(SENTENCE, SENTENCE, min_size=1, max_size=4))
def test_a_signature_changes_no_letter(entries: dict[str, str]) -> None:
    """What a person signs off in a tool has in the PO file the text that it had."""
    desk = Desk("\n\n".join(entries))
    desk.put(*(Entry(source, target, state=State.MACHINE) for source, target in entries.items()))
    root = etree.fromstring(desk.export())
    for unit in root.iter(f"{CORE}unit"):
        signed(unit)
    desk.back(etree.tostring(root))
    for entry in desk.catalogue().entries:
        assert (entry.target, entry.state) == (entries[entry.source], State.REVIEWED)
