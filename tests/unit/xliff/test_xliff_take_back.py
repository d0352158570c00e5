"""What translators did in their tools comes back into the PO file."""

from dataclasses import replace

import pytest

from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.xliff_export import Only
from i18n_pipeline.stages.xliff_import import Fate, TakenBack
from tests.unit.xliff.conformance import faults
from tests.unit.xliff.desk import Desk, edited, saying, signed, without_base

ARTICLE = """\
Lees **dit [artikel](https://example.org)**. Vraag niets.

Een lange zin over netwerken die morgen anders wordt.
"""
LINKED = "Lees **dit [artikel](https://example.org)**."
ASK = "Vraag niets."
LONG = "Een lange zin over netwerken die morgen anders wordt."
OTHER = LONG.replace("morgen", "overmorgen")
CODES = '<pc id="1">this <pc id="2">{}</pc></pc>'


@pytest.fixture
def desk() -> Desk:
    """A site with one article, translated by a machine."""
    return Desk(ARTICLE)


def codes(taken: TakenBack) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in taken.findings]


def is_now(desk: Desk, source: str) -> tuple[str, State, Origin]:
    """What the PO file has."""
    entry = desk.entry(source)
    return entry.target, entry.state, entry.origin


def test_an_untouched_file_changes_nothing(desk: Desk) -> None:
    """What nobody edited is not written."""
    data = desk.export()
    assert faults(data) == []
    taken = desk.back(data)
    assert (taken.catalogue, taken.fates, taken.findings) == (None, {Fate.SAME: 3}, ())


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        ("final", State.REVIEWED),
        ("reviewed", State.REVIEWED),
        ("translated", State.MACHINE),
        ("initial", State.MACHINE),
    ],
)
def test_a_new_text_is_a_persons(desk: Desk, state: str, becomes: State) -> None:
    """Reviewed and final sign a text off; any other new text is a person's that is still fuzzy."""
    desk.back(edited(desk.export(), ASK, saying("Ask for nothing.", state)))
    assert is_now(desk, ASK) == ("Ask for nothing.", becomes, Origin.HUMAN)


def test_a_machine_text_may_be_signed_off_as_it_is(desk: Desk) -> None:
    """The state alone makes it reviewed, and the engine is no longer named."""
    taken = desk.back(edited(desk.export(), ASK, signed))
    assert taken.fates[Fate.REVIEWED] == 1
    assert is_now(desk, ASK) == ("VRAAG NIETS.", State.REVIEWED, Origin.HUMAN)
    assert desk.entry(ASK).engine == ""


def test_importing_twice_changes_nothing_more(desk: Desk) -> None:
    """The second time the catalogue has it all."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.back(data)
    assert desk.back(data).catalogue is None


def test_a_catalogue_that_was_lost_comes_back(desk: Desk) -> None:
    """What people wrote is taken from a file that nobody touched; a machine's text is not."""
    desk.review(ASK, "Don't ask.")
    data = desk.export()
    del desk.files.files["po/a.po"]
    assert desk.back(data).fates == {Fate.REVIEWED: 1, Fate.SAME: 2}
    assert desk.entry(ASK).target == "Don't ask."


def test_a_later_word_in_the_po_file_needs_no_telling(desk: Desk) -> None:
    """Where nobody touched the unit, a correction in the PO file is no conflict."""
    desk.review(ASK, "Don't ask.")
    data = desk.export()
    desk.review(ASK, "Do not ask.")
    assert desk.back(data).findings == ()
    assert desk.entry(ASK).target == "Do not ask."


def test_a_copied_source_is_no_translation(desk: Desk) -> None:
    """Tools that fill empty targets with the source leave the segment initial: it stays untranslated."""
    desk.put(Entry(ASK))
    assert desk.back(edited(desk.export(), ASK, saying(ASK, "initial"))).catalogue is None


def test_codes_may_move(desk: Desk) -> None:
    """A pair that stands elsewhere keeps its link; the Markdown is the source's."""
    desk.back(edited(desk.export(), "Lees", saying("Now read " + CODES.format("piece") + ".")))
    assert desk.entry(LINKED).target == "Now read **this [piece](https://example.org)**."


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Read this.", "**…**, […](https://example.org) is missing"),
        ("Read " + CODES.format("a") + CODES.format("b"), "is there once too often"),
        ('Read <pc id="1">this</pc> <pc id="7">piece</pc>.', "is missing, and"),
        ('<sc id="1"/><sc id="2"/>Read<ec startRef="1"/><ec startRef="2"/>', "cross each other"),
    ],
    ids=["lost", "twice", "other", "crossed"],
)
def test_a_text_with_other_codes_is_left_out(desk: Desk, target: str, told: str) -> None:
    """The finding names the file, the line and the codes; the entry stays as it was."""
    before = desk.entry(LINKED)
    taken = desk.back(edited(desk.export(), "Lees", saying(target)))
    (finding,) = taken.findings
    assert (finding.code, finding.line, finding.segment) == ("xliff-text-unusable", 1, LINKED)
    assert finding.message.startswith("a.xlf:")
    assert told in finding.message
    assert (taken.catalogue, desk.entry(LINKED)) == (None, before)


def test_a_half_translated_unit_is_left_out(desk: Desk) -> None:
    """Where a tool split a segment and one half has no text, nothing is taken."""
    data = desk.export(Only.ALL).replace(
        b"</target>\n</segment>",
        b"</target>\n</segment><segment><source>x</source></segment>",
    )
    taken = desk.back(data)
    assert codes(taken) == ["xliff-text-unusable"] * 3
    assert taken.catalogue is None


def test_a_link_that_a_person_changed_may_stay_changed(desk: Desk) -> None:
    """A reviewed text with an English link goes out and comes back; its words can be edited."""
    target = "Read **this [piece](https://example.org/en)**."
    desk.put(Entry(LINKED, target, state=State.REVIEWED, origin=Origin.HUMAN))
    data = desk.export()
    assert desk.back(data).catalogue is None
    desk.back(data.replace(b"Read ", b"Now read "))
    assert desk.entry(LINKED).target == f"Now read{target[4:]}"


def test_a_text_that_was_reviewed_meanwhile_stays(desk: Desk) -> None:
    """A person's later word in the PO file stays, and both are told; with --theirs it goes."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.review(ASK, "Don't ask.")
    taken = desk.back(data)
    assert codes(taken) == ["xliff-conflict"]
    assert "“Don't ask.”" in taken.findings[0].message
    assert "“Ask for nothing.”" in taken.findings[0].message
    assert desk.entry(ASK).target == "Don't ask."
    desk.back(data, theirs=True)
    assert is_now(desk, ASK) == ("Ask for nothing.", State.REVIEWED, Origin.HUMAN)


def test_a_text_signed_off_unchanged_meanwhile_is_a_persons_word(desk: Desk) -> None:
    """A review that changed no letter is one, too."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.review(ASK, "VRAAG NIETS.")
    assert codes(desk.back(data)) == ["xliff-conflict"]


def test_a_new_machine_text_yields(desk: Desk) -> None:
    """What a machine wrote after the export is no reason to refuse a person's text."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.edit("VRAAG NIETS.", "QUITE DIFFERENT.", "po/a.po")
    assert desk.back(data).fates[Fate.REVIEWED] == 1


def test_a_reviewed_text_is_not_replaced_by_one_that_is_not(desk: Desk) -> None:
    """A draft in the tool leaves the signed-off text alone."""
    desk.review(ASK, "Don't ask.")
    data = edited(desk.export(), ASK, saying("Ask for", "translated"))
    assert codes(desk.back(data)) == ["xliff-not-reviewed"]
    assert desk.entry(ASK).target == "Don't ask."


def test_a_text_that_the_memory_signed_is_spared(desk: Desk) -> None:
    """What the memory brought in reviewed counts as a person's."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.put(Entry(ASK, "Don't ask.", state=State.REVIEWED, origin=Origin.MEMORY))
    assert codes(desk.back(data)) == ["xliff-conflict"]


@pytest.mark.parametrize(("engine", "kind"), [("memory", "tm"), ("deepl", "mt")])
def test_a_proposal_says_where_it_is_from(desk: Desk, engine: str, kind: str) -> None:
    """The memory's is `tm`, an engine's is `mt`."""
    old = Entry(LONG, "Long.", state=State.OUTDATED, origin=Origin.HUMAN, previous=OTHER)
    desk.put(replace(old, proposal="Short.", engine=engine))
    assert f'type="{kind}" origin="{engine}"' in desk.export().decode()


@pytest.mark.parametrize(("reviewed", "found"), [(True, ["xliff-conflict"]), (False, [])])
def test_without_the_exports_note_a_persons_text_is_spared(
    desk: Desk, *, reviewed: bool, found: list[str]
) -> None:
    """Where a tool dropped what the export noted, a reviewed entry counts as changed since."""
    if reviewed:
        desk.review(ASK, "Don't ask.")
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    assert codes(desk.back(edited(data, ASK, without_base))) == found


def test_an_edited_source_gets_the_text_as_outdated(desk: Desk) -> None:
    """A reviewed text for the old Dutch stands above the new one, fuzzy, with the old beside it."""
    data = edited(desk.export(), LONG, saying("A long sentence."))
    desk.edit("morgen", "overmorgen")
    taken = desk.back(data)
    assert codes(taken) == ["xliff-source-changed"]
    entry = desk.entry(OTHER)
    assert (entry.target, entry.state, entry.previous) == ("A long sentence.", State.OUTDATED, LONG)


def test_a_text_for_what_went_is_kept_at_the_end(desk: Desk) -> None:
    """Where nothing like the old Dutch is left, its text becomes obsolete, and comes back with it."""
    data = edited(desk.export(), ASK, saying("Ask for nothing."))
    desk.edit(f" {ASK}", "")
    desk.back(data)
    assert desk.entry(ASK).obsolete
    desk.edit("wordt.", f"wordt. {ASK}")
    desk.build()
    assert is_now(desk, ASK) == ("Ask for nothing.", State.REVIEWED, Origin.HUMAN)


def test_a_correction_of_an_outdated_text_keeps_it_outdated(desk: Desk) -> None:
    """A run that came between has put the text above the new Dutch already: there it is corrected."""
    desk.review(LONG, "A long sentence.")
    data = edited(desk.export(), LONG, saying("A very long sentence."))
    desk.edit("morgen", "overmorgen")
    desk.run()
    assert desk.back(data).fates[Fate.OUTDATED] == 1
    entry = desk.entry(OTHER)
    assert (entry.target, entry.state, entry.previous) == ("A very long sentence.", State.OUTDATED, LONG)
    assert entry.proposal


def test_an_unreviewed_text_for_an_edited_source_is_told(desk: Desk) -> None:
    """It is left out, and stands in the finding."""
    data = edited(desk.export(), ASK, saying("Ask for", "translated"))
    desk.edit(f" {ASK}", "")
    (finding,) = desk.back(data).findings
    assert "“Ask for” is not reviewed: it was left out" in finding.message


def test_a_source_that_a_tool_changed_is_refused(desk: Desk) -> None:
    """A unit that is neither the article's nor what it says to be is left out."""
    data = desk.export().replace(b'<unit id="u', b'<unit id="u0')
    taken = desk.back(data)
    assert codes(taken) == ["xliff-unit-unknown"] * 3
    assert taken.catalogue is None


def test_outdated_texts_go_out_with_what_helps(desk: Desk) -> None:
    """The old Dutch and the machine's proposal are candidates; a signature makes the text reviewed."""
    desk.review(LONG, "A long sentence.")
    desk.edit("morgen", "overmorgen")
    desk.run()
    data = desk.export()
    assert faults(data) == []
    text = data.decode()
    assert f'type="tm" origin="i18n-pipeline" similarity="96.4">\n<source>{LONG}</source>' in text
    assert f'type="mt" origin="fake" similarity="100.0">\n<source>{OTHER}</source>' in text
    assert 'state="initial" subState="i18n:outdated"' in text
    desk.back(edited(data, OTHER, signed))
    assert is_now(desk, OTHER) == ("A long sentence.", State.REVIEWED, Origin.HUMAN)
    assert desk.entry(OTHER).previous is None


@pytest.mark.parametrize(("only", "count"), [(Only.ALL, 3), (Only.UNREVIEWED, 2), (Only.UNTRANSLATED, 1)])
def test_what_goes_out_can_be_chosen(desk: Desk, only: Only, count: int) -> None:
    """All, what no person signed off, or what has no text at all."""
    desk.put(
        Entry(ASK, "Ask for nothing.", state=State.REVIEWED, origin=Origin.HUMAN),
        Entry(LONG, "LONG", state=State.MACHINE, engine="fake"),
    )
    assert desk.export(only).count(b"<unit ") == count


def test_a_translators_own_comments_go_out(desk: Desk) -> None:
    """So do place, glossary terms, findings and the engine, each by its category."""
    desk.put(Entry(LONG, "X", state=State.MACHINE, engine="fake", draft=True, comments=("Tone?", "")))
    text = desk.export().decode()
    for note in (
        '"location" appliesTo="source">paragraph 2<',
        '"engine" appliesTo="target">fake, draft<',
        '"comment" appliesTo="source">Tone?<',
    ):
        assert f"<note category={note}" in text
