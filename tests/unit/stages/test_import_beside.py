"""Edits of a post whose article or catalogue changed too."""

import pytest

from i18n_pipeline.model.translation import Origin
from i18n_pipeline.stages.importing import Source
from tests.unit.stages.imports import Desk, codes


@pytest.fixture
def desk() -> Desk:
    """A site with one article and its post in capitals, as the engine wrote it."""
    desk = Desk()
    desk.run()
    return desk


def _untouched(desk: Desk) -> None:
    """The post is told and stays as it is, however often a run passes."""
    before = desk.files.files["en/a.md"]
    for _ in range(2):
        (report,) = desk.run()
        assert "post-edited-by-hand" in codes(report.findings)
    assert desk.files.files["en/a.md"] == before


def _settled(desk: Desk) -> None:
    """A run writes the post, and the next one nothing."""
    (report,) = desk.run()
    assert "post-edited-by-hand" not in codes(report.findings)
    desk.run()
    assert desk.files.writes == []


def test_another_sentence_of_the_article(desk: Desk) -> None:
    """The editor's sentence is reviewed, and the post is written with both."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    desk.edit("Vraag niets.", "Vraag gerust iets aan anderen.")
    imported = desk.bring()
    assert (imported.source, imported.same, imported.findings) == (Source.EDITED, False, ())
    entry = desk.entry("Begin er vast mee!")
    assert (entry.target, str(entry.state), entry.origin) == ("Start now!", "reviewed", Origin.HUMAN)
    _settled(desk)
    assert "Start now!\n\n- GEEF IETS.\n- VRAAG GERUST IETS AAN ANDEREN.\n" in desk.post()


def test_the_same_sentence_of_the_article(desk: Desk) -> None:
    """The editor's text stays for the sentence as it was, marked, and told."""
    desk.edit_post("VRAAG NIETS.", "Ask for nothing.")
    desk.edit("Vraag niets.", "Vraag echt niets.")
    imported = desk.bring()
    assert codes(imported.findings) == ["edit-outdated"]
    assert "en/a.md:16: “Ask for nothing.”" in imported.findings[0].message
    _settled(desk)
    entry = desk.entry("Vraag echt niets.")
    assert (entry.target, str(entry.state), entry.previous) == (
        "Ask for nothing.",
        "outdated",
        "Vraag niets.",
    )
    assert entry.proposal == "VRAAG ECHT NIETS."


def test_a_reviewed_sentence_that_the_article_changed(desk: Desk) -> None:
    """An edit is no review of Dutch that came after it, even where the old text would still do."""
    desk.review("Vraag niets.", "Ask nothing.")
    desk.build()
    desk.edit_post("Ask nothing.", "Ask for nothing.")
    desk.edit("Vraag niets.", "Vraag niets!")
    assert codes(desk.bring().findings) == ["edit-outdated"]
    _settled(desk)
    assert desk.texts()["Vraag niets!"] == ("Ask for nothing.", "outdated")
    assert "- Ask for nothing.\n" in desk.post()


def test_a_sentence_that_went_from_the_article(desk: Desk) -> None:
    """The editor's text is kept among the obsolete entries."""
    desk.edit_post("VRAAG NIETS.", "Ask for nothing.")
    desk.edit("- Vraag niets.\n", "")
    assert codes(desk.bring().findings) == ["edit-outdated"]
    _settled(desk)
    assert [entry.target for entry in desk.catalogue().entries if entry.obsolete] == ["Ask for nothing."]


def test_title_and_what_repeats_it(desk: Desk) -> None:
    """A title that was changed wherever it stands is taken."""
    desk.edit_post("NETWERKEN\n", "Networking\n")
    desk.edit("Vraag niets.", "Vraag gerust iets aan anderen.")
    desk.bring()
    assert desk.entry("Netwerken").target == "Networking"
    _settled(desk)
    assert "english_title: Networking\n" in desk.post()


def test_a_sentence_that_a_translator_changed(desk: Desk) -> None:
    """What was reviewed in the PO file stays beside what was edited in the post."""
    desk.review("Geef iets.", "Give something.")
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    assert desk.bring().source is Source.EDITED
    _settled(desk)
    assert "Start now!\n\n- Give something.\n" in desk.post()


def test_a_reviewed_sentence_and_one_of_a_translator(desk: Desk) -> None:
    """Of two reviewed texts the one is the editor's and the other is not: the digest tells."""
    desk.review("Vraag niets.", "Ask nothing.")
    desk.build()
    desk.edit_post("Ask nothing.", "Ask for nothing.")
    desk.review("Geef iets.", "Give something.")
    desk.edit("Begin er vast mee!", "Begin er morgen mee!")
    desk.bring()
    _settled(desk)
    assert "- Give something.\n- Ask for nothing.\n" in desk.post()


def test_another_text_in_the_catalogue_for_the_same_sentence(desk: Desk) -> None:
    """Neither text is lost: the PO file keeps its own, the post stays, and both are told."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    desk.review("Begin er vast mee!", "Make a start!")
    desk.edit("Vraag niets.", "Vraag gerust iets aan anderen.")
    imported = desk.bring()
    assert "the PO file has “Make a start!”, the post “Start now!”" in str(imported.findings)
    assert desk.texts()["Begin er vast mee!"] == ("Make a start!", "reviewed")
    _untouched(desk)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- GEEF IETS.", "A paragraph more.\n\n- GEEF IETS."),
        ("- VRAAG NIETS.\n", ""),
        ("date: 2015-03-20", "date: 2015-03-21"),
        ("english_title: NETWERKEN", "english_title: Networking"),
        ("- Careers", "- Work"),
        ("translation_status: machine", "translation_status: reviewed"),
        ("\n\n- GEEF", "\n\n\n- GEEF"),
        ("KOST TIJD. BEGIN ER VAST MEE!", "KOST TIJD, DUS BEGIN ER VAST MEE!"),
    ],
)
def test_what_a_catalogue_cannot_hold(desk: Desk, old: str, new: str) -> None:
    """The post is left alone to the byte, and told with what to do."""
    desk.edit_post(old, new)
    desk.edit("Begin er vast mee!", "Begin er morgen mee!")
    assert "edits-not-told-apart" in codes(desk.bring().findings)
    _untouched(desk)


def test_an_edit_that_was_undone(desk: Desk) -> None:
    """What can't be carried holds the rest up only as long as it is there."""
    desk.edit_post("date: 2015-03-20", "date: 2015-03-21")
    desk.edit_post("VRAAG NIETS.", "Ask for nothing.")
    desk.edit("Begin er vast mee!", "Begin er morgen mee!")
    desk.bring()
    desk.edit_post("date: 2015-03-21", "date: 2015-03-20")
    desk.bring()
    _settled(desk)
    assert "- Ask for nothing.\n" in desk.post()


def test_link_title() -> None:
    """Words inside codes are taken, in the entry of their own."""
    desk = Desk("Zie [hier](/a 'Onze site') nu. Doe het.\n\nNog een zin.\n")
    desk.run()
    desk.edit_post("ONZE SITE", "Our site")
    desk.edit("Nog een zin.", "Heel andere woorden hier.")
    desk.bring()
    assert desk.texts()["Onze site"] == ("Our site", "reviewed")
    assert desk.texts()["Zie [hier](/a 'Onze site') nu."][1] == "machine"
    _settled(desk)


def test_one_entry_of_two_sentences() -> None:
    """Of a text that is two sentences in the post the one that changed is put in its place."""
    desk = Desk("Doe dit eerst.\n\nNog een zin.\n")
    desk.run()
    desk.review("Doe dit eerst.", "Do this. Do it first.")
    desk.build()
    desk.edit_post("Do it first.", "Do so before all else.")
    desk.edit("Nog een zin.", "Heel andere woorden hier.")
    desk.bring()
    assert desk.texts()["Doe dit eerst."] == ("Do this. Do so before all else.", "reviewed")
    _settled(desk)


@pytest.mark.parametrize(("new", "taken"), [("- Hint.\n- Hint.\n", True), ("- Hint.\n- TIP.\n", False)])
def test_same_text_twice(new: str, taken: bool) -> None:  # noqa: FBT001
    """The same edit at all places is taken, one at one of them is not."""
    desk = Desk("- Tip.\n- Tip.\n\nNog een zin.\n")
    desk.run()
    desk.edit_post("- TIP.\n- TIP.\n", new)
    desk.edit("Nog een zin.", "Heel andere woorden hier.")
    desk.bring()
    assert (desk.texts()["Tip."][0] == "Hint.") is taken
    (_settled if taken else _untouched)(desk)


def test_a_text_that_was_escaped_is_no_edit() -> None:
    """A text that stands in the post with a backslash is as the catalogue has it."""
    desk = Desk("Eerste zin.\n\nNog een zin.\n\nEn dan dit.\n")
    desk.run()
    desk.review("Eerste zin.", "+ First of all")
    desk.build()
    desk.edit_post("NOG EEN ZIN.", "One more.")
    desk.edit("En dan dit.", "Heel andere woorden hier.")
    desk.bring()
    assert desk.texts()["Eerste zin."] == ("+ First of all", "reviewed")
    assert desk.texts()["Nog een zin."] == ("One more.", "reviewed")
    _settled(desk)


def test_a_heading_with_a_number() -> None:
    """What would be a list at a line's start is a heading's words."""
    desk = Desk("## 1. Schrijf je in\n\nNog een zin.\n\nEn dan dit.\n")
    desk.run()
    desk.edit_post("1. SCHRIJF JE IN", "1. Sign up")
    desk.edit("En dan dit.", "Heel andere woorden hier.")
    desk.bring()
    assert desk.texts()["1. Schrijf je in"] == ("1. Sign up", "reviewed")
    _settled(desk)


def test_a_paragraph_that_was_added_to_both() -> None:
    """What the article has now too is taken from the post, unread text of the old catalogue is not."""
    desk = Desk("Een baan is leuk.\n\nBel 06-1234 voor hulp.\n")
    desk.run()
    desk.edit_post("BEL 06-1234", "Write to info@example.org for help.\n\nBEL 06-1234")
    desk.edit("Bel 06-1234", "Schrijf naar info@example.org voor hulp.\n\nBel 06-1234")
    desk.edit("Een baan is leuk.", "Een baan is duur.")
    desk.bring()
    assert desk.texts()["Een baan is duur."][0] == ""
    assert (
        desk.texts()["Schrijf naar info@example.org voor hulp."][0] == "Write to info@example.org for help."
    )
