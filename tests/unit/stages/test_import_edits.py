"""Edits of a post that the pipeline wrote, taken over into its catalogue."""

import pytest

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.translation import Origin
from i18n_pipeline.stages.importing import Source
from tests.unit.stages.imports import Desk, codes


@pytest.fixture
def desk() -> Desk:
    """A site with one article and its post in capitals, as the engine wrote it."""
    desk = Desk()
    desk.run()
    return desk


def _stays(desk: Desk) -> None:
    """Neither a run nor a build changes the post."""
    before = desk.files.files["en/a.md"]
    desk.build()
    desk.run()
    assert desk.files.files["en/a.md"] == before


def test_a_sentence_is_taken_as_reviewed(desk: Desk) -> None:
    """A changed sentence becomes a person's text, and the post stays to the byte."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    imported = desk.bring()
    assert (imported.source, imported.same, imported.findings) == (Source.EDITED, True, ())
    assert imported.bands == {Band.REVIEWED: 1}
    entry = desk.entry("Begin er vast mee!")
    assert (entry.target, str(entry.state), entry.origin) == ("Start now!", "reviewed", Origin.HUMAN)
    assert entry.engine == ""
    _stays(desk)


def test_codes_stay_in_place(desk: Desk) -> None:
    """Emphasis moves with its words."""
    desk.edit_post("EEN NETWERK *OPBOUWEN* KOST TIJD.", "*Building* a network takes time.")
    assert desk.bring().same
    assert desk.entry("Een netwerk *opbouwen* kost tijd.").target == "*Building* a network takes time."
    _stays(desk)


def test_title_and_what_repeats_it(desk: Desk) -> None:
    """A title that was changed wherever it stands is taken."""
    desk.edit_post("NETWERKEN\n", "Networking\n")
    assert "english_title: Networking" in desk.post()
    assert desk.bring().same
    assert desk.entry("Netwerken").target == "Networking"
    _stays(desk)


def test_title_alone(desk: Desk) -> None:
    """Where `english_title` still says the old, the finding names its line, and the post is left alone."""
    desk.edit_post("title: NETWERKEN\ndate", "title: Networking\ndate")
    imported = desk.bring()
    (finding,) = imported.findings
    assert (finding.code, imported.same) == ("not-carried", False)
    assert "en/a.md:8: “english_title: NETWERKEN”" in finding.message
    assert "`english_title` repeats `title`" in finding.fix
    _stays(desk)


def test_derived_title_alone(desk: Desk) -> None:
    """An edit of `english_title` alone is told, not taken: it is no text of the catalogue."""
    desk.edit_post("english_title: NETWERKEN", "english_title: Networking")
    before = desk.files.files["po/a.po"]
    imported = desk.bring()
    assert codes(imported.findings) == ["not-carried"]
    assert desk.files.files["po/a.po"] == before
    _stays(desk)


def test_paragraph_added(desk: Desk) -> None:
    """Other edits are taken, the paragraph is told by file and line; once it is gone, all is carried."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    desk.edit_post("- GEEF IETS.", "A paragraph more.\n\n- GEEF IETS.")
    imported = desk.bring()
    assert (imported.same, imported.bands[Band.REVIEWED]) == (False, 1)
    assert codes(imported.findings) == ["only-in-post", "not-carried"]
    assert "en/a.md:15: the article has nothing for this: “A paragraph more.”" in imported.findings[0].message
    _stays(desk)
    desk.edit_post("A paragraph more.\n\n", "")
    assert desk.bring().same
    assert desk.entry("Begin er vast mee!").target == "Start now!"
    _stays(desk)


def test_second_import_after_a_partial_one(desk: Desk) -> None:
    """Edits that come later are known as edits too."""
    desk.edit_post("- GEEF IETS.", "A paragraph more.\n\n- GEEF IETS.")
    desk.bring()
    desk.edit_post("VRAAG NIETS.", "Ask for nothing.")
    assert desk.bring().source is Source.EDITED
    assert desk.texts()["Vraag niets."] == ("Ask for nothing.", "reviewed")


def test_list_item_removed(desk: Desk) -> None:
    """What was taken out is told, and its translation stays."""
    desk.edit_post("- VRAAG NIETS.\n", "")
    imported = desk.bring()
    assert not imported.same
    assert codes(imported.findings)[0] == "not-taken"
    assert "taken out" in imported.findings[0].message
    assert desk.texts()["Vraag niets."][0] == "VRAAG NIETS."
    _stays(desk)


def test_sentences_made_one(desk: Desk) -> None:
    """Two sentences that became one belong to no entry."""
    desk.edit_post("KOST TIJD. BEGIN ER VAST MEE!", "KOST TIJD, DUS BEGIN ER VAST MEE!")
    imported = desk.bring()
    assert imported.bands[Band.REVIEWED] == 0
    assert "not-taken" in codes(imported.findings)
    _stays(desk)


def test_sentence_made_two(desk: Desk) -> None:
    """A sentence that became two stays one entry's text."""
    desk.edit_post("- VRAAG NIETS.", "- Ask. For nothing.")
    assert desk.bring().same
    assert desk.entry("Vraag niets.").target == "Ask. For nothing."
    _stays(desk)


def test_sentence_added(desk: Desk) -> None:
    """A sentence that the Dutch lacks goes with the one before it, and that is told."""
    desk.edit_post("BEGIN ER VAST MEE!", "BEGIN ER VAST MEE! You won't regret it.")
    imported = desk.bring()
    assert (imported.same, codes(imported.findings)) == (True, ["taken-with-doubt"])
    assert desk.entry("Begin er vast mee!").target == "BEGIN ER VAST MEE! You won't regret it."
    _stays(desk)


def test_paragraphs_that_changed_places() -> None:
    """A text that moved is not taken for a translation of what stood there."""
    desk = Desk("Eerst dit hele verhaal lezen.\n\nDaarna iets anders gaan doen.\n")
    desk.run()
    desk.edit_post(
        "EERST DIT HELE VERHAAL LEZEN.\n\nDAARNA IETS ANDERS GAAN DOEN.",
        "DAARNA IETS ANDERS GAAN DOEN.\n\nEERST DIT HELE VERHAAL LEZEN.",
    )
    before = desk.texts()
    imported = desk.bring()
    assert (imported.same, imported.bands[Band.REVIEWED]) == (False, 0)
    assert desk.texts() == before
    _stays(desk)


@pytest.mark.parametrize("new", ["- Tip: ask.\n- Tip: look.\n", "- Tip: ask.\n- TIP.\n"])
def test_same_text_twice(new: str) -> None:
    """One entry serves both places: two English texts for it are told, none is taken."""
    desk = Desk("- Tip.\n- Tip.\n")
    desk.run()
    desk.edit_post("- TIP.\n- TIP.\n", new)
    imported = desk.bring()
    assert set(codes(imported.findings)) == {"same-text-twice", "not-carried"}
    assert desk.texts()["Tip."] == ("TIP.", "machine")
    _stays(desk)


def test_same_text_twice_alike() -> None:
    """The same edit at all places is taken."""
    desk = Desk("- Tip.\n- Tip.\n\nNog een zin.\n")
    desk.run()
    desk.edit_post("- TIP.\n- TIP.\n", "- Hint.\n- Hint.\n")
    assert desk.bring().same
    assert desk.texts()["Tip."] == ("Hint.", "reviewed")
    _stays(desk)


def test_link_to_an_english_page() -> None:
    """An address that was changed in the post is the editor's word."""
    desk = Desk("Lees [de gids](/nl/gids) eerst. Doe dan iets.\n")
    desk.run()
    desk.edit_post("[DE GIDS](/nl/gids)", "[the guide](/en/guide)")
    assert desk.bring().same
    assert desk.texts()["Lees [de gids](/nl/gids) eerst."] == (
        "LEES [the guide](/en/guide) EERST.",
        "reviewed",
    )
    _stays(desk)


@pytest.mark.parametrize("text", ["+ First of all", "1. First"])
def test_a_text_that_was_escaped_is_no_edit(text: str) -> None:
    """A backslash that a text's place asks for is not the editor's."""
    desk = Desk("Eerste zin.\n\nNog een zin.\n")
    desk.run()
    desk.review("Eerste zin.", text)
    desk.build()
    assert desk.post().count("\\") == 1
    desk.edit_post("NOG EEN ZIN.", "One more.")
    assert desk.bring().bands == {Band.REVIEWED: 1}
    assert desk.texts()["Eerste zin."] == (text, "reviewed")
    _stays(desk)


def test_link_title_and_alt_text() -> None:
    """Texts inside codes are taken too."""
    desk = Desk("Zie [hier](/a 'Onze site') en ![een foto](b.png) nu.\n")
    desk.run()
    desk.edit_post("ONZE SITE", "Our site")
    imported = desk.bring()
    assert imported.same
    assert desk.texts()["Onze site"] == ("Our site", "reviewed")
    _stays(desk)


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), "lines end with CRLF"),
        (lambda data: b"\xef\xbb\xbf" + data, "with a byte order mark"),
    ],
)
def test_other_form(desk: Desk, spoilt: object, told: str) -> None:
    """An editor's line endings or byte order mark are told; the words are taken all the same."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    assert callable(spoilt)
    desk.files.files["en/a.md"] = spoilt(desk.files.files["en/a.md"])
    imported = desk.bring()
    (finding,) = imported.findings
    assert (finding.code, imported.same) == ("other-form", False)
    assert told in finding.message
    assert desk.entry("Begin er vast mee!").target == "Start now!"
    _stays(desk)


def test_tag_changed_by_hand(desk: Desk) -> None:
    """What the glossary settles can't be carried by a PO file."""
    desk.edit_post("- Careers", "- Work")
    imported = desk.bring()
    assert codes(imported.findings) == ["not-carried"]
    _stays(desk)


def test_last_text_reviewed() -> None:
    """Once every text is a person's, the next build changes the post's status and nothing else."""
    desk = Desk("---\ndate: 2020-01-01\n---\n\nEen zin.\n")
    desk.run()
    desk.edit_post("EEN ZIN.", "A sentence.")
    imported = desk.bring()
    assert (imported.same, codes(imported.findings)) == (True, ["status-changes"])
    before = desk.post()
    desk.build()
    assert desk.post() == before.replace("translation_status: machine", "translation_status: reviewed")


def test_status_written_by_hand(desk: Desk) -> None:
    """A status that nobody's review gives is no review of everything."""
    desk.edit_post("translation_status: machine", "translation_status: reviewed")
    imported = desk.bring()
    assert codes(imported.findings) == ["not-carried"]
    assert {state for _, state in desk.texts().values()} >= {"machine"}
    _stays(desk)


def test_catalogue_changed_meanwhile(desk: Desk) -> None:
    """A text that was reviewed in the PO file since is not overwritten by the post's: both are told."""
    desk.edit_post("BEGIN ER VAST MEE!", "Start now!")
    desk.review("Begin er vast mee!", "Make a start!")
    imported = desk.bring()
    assert imported.source is Source.PAIR
    assert desk.texts()["Begin er vast mee!"] == ("Make a start!", "reviewed")
    _stays(desk)


def test_outdated_text_edited_in_the_post(desk: Desk) -> None:
    """An edit of the English for a changed Dutch sentence settles it."""
    desk.review("Vraag niets.", "Ask for nothing.")
    desk.edit("Vraag niets.", "Vraag echt niets.")
    desk.run()
    desk.edit_post("Ask for nothing.", "Ask for nothing at all.")
    assert desk.bring().same
    assert desk.texts()["Vraag echt niets."] == ("Ask for nothing at all.", "reviewed")
    _stays(desk)


def test_outdated_text_that_the_post_did_not_have(desk: Desk) -> None:
    """An edit of the machine's text settles the new Dutch; the old text is kept for the old."""
    desk.review("Vraag niets.", "Ask for nothing.")
    desk.edit("Vraag niets.", "Vraag eens 3 dingen.")
    desk.run()
    desk.edit_post("VRAAG EENS 3 DINGEN.", "Ask for 3 things.")
    assert desk.bring().same
    assert desk.texts()["Vraag eens 3 dingen."] == ("Ask for 3 things.", "reviewed")
    _stays(desk)
    desk.edit("Vraag eens 3 dingen.", "Vraag niets.")
    desk.run()
    assert desk.texts()["Vraag niets."] == ("Ask for nothing.", "reviewed")


def test_broken_front_matter(desk: Desk) -> None:
    """A post that can't be read is refused with its line."""
    desk.edit_post("title: NETWERKEN\ndate", "title: Net: working\ndate")
    with pytest.raises(PipelineError) as caught:
        desk.bring()
    assert caught.value.place is not None
    assert caught.value.place.line == 2
    _stays(desk)
