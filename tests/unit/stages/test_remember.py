"""What the memory takes from a catalogue."""

from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.memory import Unit
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.remember import units_of
from tests.fakes.memory import PAIR

_SIGNED = {"state": State.REVIEWED, "origin": Origin.HUMAN}


def units(*entries: Entry, date: str = "") -> list[Unit]:
    """The units of a catalogue."""
    header = {"PO-Revision-Date": date}
    return list(units_of(Catalogue(entries, header), PAIR, "po/a.po"))


def test_reviewed_texts_alone() -> None:
    """What a machine wrote, and what nobody wrote, is not remembered; it is a neighbour all the same."""
    found = units(
        Entry("Een", "One", "title", state=State.MACHINE),
        Entry("Twee", "Two", state=State.REVIEWED),
        Entry("Drie"),
    )
    expected = Unit("Twee", "Two", PAIR, "po/a.po", None, "Een", "Drie", used=1)
    assert found == [expected]


def test_ends_of_an_article() -> None:
    """Before the first text and behind the last one stands nothing, which is known."""
    first, last = units(Entry("a", "b", "title", state=State.REVIEWED), Entry("c", "d", state=State.REVIEWED))
    assert (first.before, first.after, first.context) == ("", "c", "title")
    assert (last.before, last.after) == ("a", "")


def test_outdated_and_obsolete_texts() -> None:
    """A person's word counts for the source that it was written for, and when its source went."""
    found = units(
        Entry("nieuw", "old", state=State.OUTDATED, previous="oud"),
        Entry("weg", "gone", state=State.REVIEWED, obsolete=True),
        Entry("ook weg", "gone", state=State.MACHINE, obsolete=True),
    )
    assert [(unit.source, unit.before) for unit in found] == [("oud", ""), ("weg", None)]


def test_dates() -> None:
    """The revision date as TMX writes dates; none where the header has none."""
    entry = Entry("a", "b", state=State.REVIEWED)
    assert units(entry, date="2026-11-24 12:34+0000")[0].changed == "20261124T123400Z"
    assert units(entry, date="YEAR-MO-DA HO:MI+ZONE")[0].changed == ""
