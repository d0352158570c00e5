"""The whole way of an article, with an engine that writes in capitals."""

import pytest

from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded
from i18n_pipeline.model.engine import Answer, Query
from i18n_pipeline.model.translation import Origin, State
from tests.fakes.ports import upper, without_codes
from tests.functional.site import ARTICLE, Site, language, texts

POST = """\
---
title: NETWERKEN
date: 2015-03-20
intro: "FOCUS OP DE ANDER: DAT WERKT."
tags:
  - Careers
  - onbekend
english_title: NETWERKEN
lang: en
translation_status: machine
---

EEN NETWERK *OPBOUWEN* KOST TIJD. BEGIN ER VAST MEE!

- GEEF IETS.
- VRAAG NIETS.
"""


def test_a_first_run() -> None:
    """Post and catalogue are written; `english_title` is filled in, the taxonomy comes from the glossary."""
    site = Site()
    (report,) = site.run()
    assert site.post() == POST
    assert (report.segments, report.new, report.failed, report.status) == (7, 6, 1, "machine")
    assert report.written == ("en/a.md", "po/a.po")
    assert "taxonomy-term-missing" in texts([report])


def test_a_second_run_changes_nothing() -> None:
    """Nothing is written and the engine is not asked."""
    site = Site()
    site.run()
    (report,) = site.run()
    assert (site.files.writes, site.backend.asked, report.reused) == ([], [], 6)


def test_a_deleted_catalogue_costs_no_money() -> None:
    """Paid answers come from the ledger."""
    site = Site()
    site.run()
    del site.files.files["po/a.po"]
    site.run()
    assert (site.backend.asked, site.post()) == ([], POST)


def test_one_changed_word_sends_one_sentence() -> None:
    """After an edit the engine is asked for that sentence alone."""
    site = Site()
    site.run()
    site.edit("Geef iets.", "Geef wat.")
    site.run()
    assert site.backend.texts == ["Geef wat."]


def test_a_correction_appears_and_stays() -> None:
    """A reviewed text is in the post after a build, and still when the Dutch changed elsewhere."""
    site = Site()
    site.run()
    site.review("Geef iets.", "Give something.")
    site.build()
    assert "- Give something.\n" in site.post()
    site.edit("Vraag niets.", "Vraag weinig.")
    site.edit("Een netwerk", "Elk netwerk")
    site.run()
    assert "- Give something.\n- VRAAG WEINIG.\n" in site.post()
    assert site.entry("Geef iets.").origin is Origin.HUMAN


def test_an_edited_sentence_keeps_a_persons_text() -> None:
    """The reviewed text stays, marked, with the machine's proposal beside it and the old source."""
    site = Site()
    site.run()
    site.review("Geef iets.", "Give something.")
    site.edit("Geef iets.", "Geef altijd iets.")
    site.run()
    entry = site.entry("Geef altijd iets.")
    assert (entry.state, entry.target, entry.previous, entry.proposal) == (
        State.OUTDATED,
        "Give something.",
        "Geef iets.",
        "GEEF ALTIJD IETS.",
    )
    assert "- Give something.\n" in site.post()


def test_an_edit_that_reverses_the_meaning() -> None:
    """Where a negation or a number changed, the post has the machine's text, not the old one."""
    site = Site()
    site.run()
    site.review("Geef iets.", "Give something.")
    site.edit("Geef iets.", "Geef niet iets.")
    site.run()
    assert "- GEEF NIET IETS.\n" in site.post()
    assert site.entry("Geef niet iets.").target == "Give something."


def test_a_catalogue_that_is_saved_during_a_run() -> None:
    """What a translator saves while the engine is asked is neither lost nor overwritten."""
    site = Site()
    site.run()
    site.edit("Vraag niets.", "Vraag weinig.")

    def meanwhile(query: Query) -> Answer:
        site.review("Geef iets.", "Give something.")
        return upper(query)

    site.backend.answer = meanwhile
    site.run()
    assert "- Give something.\n- VRAAG WEINIG.\n" in site.post()
    assert site.entry("Geef iets.").state is State.REVIEWED


def test_a_reviewed_post() -> None:
    """A post of which a person signed off everything is called reviewed."""
    site = Site({"a": "---\ntitle: Baan\n---\n\nEen baan.\n"})
    site.run()
    site.review("Baan", "Job")
    site.review("Een baan.", "A job.")
    (report,) = site.build()
    assert report.status == "reviewed"
    assert "translation_status: reviewed\n" in site.post()


def test_reviewed_only() -> None:
    """With `publish = "reviewed"` the catalogue is written at once, the post when all is reviewed."""
    site = Site({"a": "Een baan.\n"})
    site.language = language("reviewed")
    site.run()
    assert sorted(site.files.files) == ["nl/a.md", "po/a.po"]
    site.review("Een baan.", "A job.")
    site.build()
    assert site.post() == "A job.\n"


def test_an_editors_english_title() -> None:
    """The Dutch article's own `english_title` is the reviewed translation of its title."""
    site = Site()
    site.edit("english_title:", "english_title: How to network")
    site.run()
    assert "title: How to network\n" in site.post()
    assert "english_title: How to network\n" in site.post()
    assert site.entry("Netwerken").state is State.REVIEWED


def test_a_post_edited_by_hand_is_left_alone() -> None:
    """A post that the pipeline did not write is not overwritten, and that is said."""
    site = Site()
    site.run()
    site.edit("GEEF IETS.", "Give a thing.", "en/a.md")
    site.edit("Vraag niets.", "Vraag weinig.")
    (report,) = site.run()
    assert "Give a thing." in site.post()
    assert "post-edited-by-hand" in texts([report])


def test_lost_codes() -> None:
    """A text whose codes the engine loses is translated around them, with a finding."""
    site = Site()
    site.backend.answer = without_codes
    (report,) = site.run()
    assert "EEN NETWERK *OPBOUWEN* KOST TIJD." in site.post()
    assert "translated-around-codes" in texts([report])


def test_an_engine_that_answers_nothing() -> None:
    """Without a single translation no post is written; each text is named."""
    site = Site({"a": "Een baan.\n"})
    site.backend.answer = lambda _: Answer(None, "nothing came back")
    (report,) = site.run()
    assert ("en/a.md" in site.files.files, report.failed, report.status) == (False, 1, "")
    assert "nothing came back" in report.findings[0].message


def test_mojibake() -> None:
    """Mojibake is mended before the engine sees it, and said."""
    site = Site({"a": "Dat is Ã©cht leuk.\n"})
    (report,) = site.run()
    assert site.backend.texts == ["Dat is écht leuk."]
    assert "mojibake-repaired" in texts([report])


def test_the_engine_is_not_ready() -> None:
    """Articles that need the engine say so; those that don't are done."""
    site = Site({"a": "Een baan.\n"})
    site.run()
    site.files.files["nl/b.md"] = b"Een brief.\n"
    site.not_ready = BackendNotReady("no key.")
    site.review("Een baan.", "A job.")
    first, second = site.run()
    assert (first.problem, site.post()) == (None, "A job.\n")
    assert second.problem is site.not_ready


@pytest.mark.parametrize("problem", [BackendError("no answer."), QuotaExceeded("used up.")])
def test_the_engine_stops(problem: BackendError) -> None:
    """A post is not written while texts are missing; what was paid for is in the catalogue."""
    site = Site()
    site.run()
    before = site.post()
    site.edit("Geef iets.", "Geef wat.")
    site.backend.problem = problem
    (report,) = site.run()
    assert report.problem is problem
    assert site.post() == before
    assert site.entry("Geef wat.").state is State.UNTRANSLATED
    site.backend.problem = None
    site.run()
    assert "GEEF WAT." in site.post()


def test_asking_anew_loses_nothing() -> None:
    """Where the engine refuses while it is asked anew, the texts that were there stay."""
    site = Site({"a": "Een baan.\n"})
    site.run()
    site.ledger.answers.clear()
    site.backend.problem = BackendError("no answer.")
    (report,) = site.run(force=True)
    assert (report.problem, site.entry("Een baan.").target) == (site.backend.problem, "EEN BAAN.")
    site.backend.problem = None
    site.backend.answer = lambda _: Answer(("A job.",))
    site.run(force=True)
    assert site.post() == "A job.\n"


def test_repeated_sentences_are_asked_once() -> None:
    """The same sentence in two articles goes to the engine once."""
    site = Site({"a": "Een baan.\n", "b": "Een baan.\n"})
    reports = site.run()
    assert site.backend.texts == ["Een baan."]
    assert site.post("a") == site.post("b") == "EEN BAAN.\n"
    assert [report.new for report in reports] == [1, 1]


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("nl/b.md", b"", "empty"),
        ("nl/b.md", b"---\ntitle: Kop: de rest\n---\n", "nl/b.md:2"),
        ("nl/b.md", b"a\x00b\x01\x02\x80\xff" * 20, "nl/b.md"),
        ("po/b.po", b'msgid "a\n', "po/b.po:1"),
        ("po/b.po", b'msgid ""\nmsgstr ""\n"X-Article: nl/c.md\\n"\n', "for nl/c.md"),
    ],
    ids=["empty", "front matter", "binary", "broken PO", "another article's PO"],
)
def test_bad_input(path: str, data: bytes, said: str) -> None:
    """One article's bad input is named with its file; the file stays; the other articles are done."""
    site = Site({"a": ARTICLE, "b": "Een brief.\n"})
    site.files.files[path] = data
    first, second = site.run()
    assert first.problem is None
    assert said in str(second.problem)
    assert site.files.files[path] == data
    assert "en/b.md" not in site.files.files


def test_a_full_disk() -> None:
    """A file that can't be written fails its article alone."""
    site = Site({"a": "Een baan.\n", "b": "Een brief.\n"})
    site.files.refuse = frozenset({"en/a.md"})
    first, second = site.run()
    assert "no space" in str(first.problem)
    assert second.problem is None
    site.files.refuse = frozenset()
    site.run()
    assert (site.backend.asked, site.post("a")) == ([], "EEN BAAN.\n")
