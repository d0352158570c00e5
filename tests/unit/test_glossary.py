"""Terms found in a text, names of tags, and translations that are there or not."""

import pytest

from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.glossary import TAG, CaseRule, Glossary, Status, Term, occurs

DUTCH, ENGLISH = lemmatiser("nl"), lemmatiser("en-GB")

TERMS = (
    Term("baan", "job", "noun"),
    Term("vaste baan", "permanent job", "noun"),
    Term("vaste baan", "fixed job", "noun", Status.FORBIDDEN),
    Term("eerste baan", "First job", TAG),
    Term("afwijzen", "reject", "verb"),
    Term("overwerken", "work overtime", "verb"),
    Term("opzeggen", "give notice", "verb", Status.ADMITTED),
    Term("WW", "unemployment benefit", "noun", case=CaseRule.EXACT),
    Term("zzp'er", "freelancer", "noun"),
    Term("UWV", "UWV", "name", Status.UNTRANSLATABLE, case=CaseRule.EXACT),
    Term("cao", "collective labour agreement", "noun"),
)
GLOSSARY = Glossary(TERMS, DUTCH)


def found(text: str) -> list[tuple[str, str]]:
    """What is written in the text and the source term behind it."""
    return [(text[place.start : place.end], place.term.source) for place in GLOSSARY.find(text)]


def test_an_inflected_term_is_found() -> None:
    """A plural finds its singular, a typographic apostrophe the plain one."""
    assert found("Banen voor zzp’ers") == [("Banen", "baan"), ("zzp’ers", "zzp'er")]


def test_the_longest_term_wins_with_all_its_rows() -> None:
    """Where a long term stands, the short one inside it is not told, and each of the long one's rows is."""
    assert found("twee vaste banen") == [("vaste banen", "vaste baan")] * 2


def test_a_term_doesnt_cross_the_end_of_a_clause() -> None:
    """Words on both sides of a comma or full stop are no phrase."""
    assert found("Dit ligt vast, baan of geen baan.") == [("baan", "baan"), ("baan", "baan")]


def test_a_text_that_ends_inside_a_longer_term_has_the_shorter_one_once() -> None:
    """At the end of a text no words are taken that aren't there."""
    glossary = Glossary([Term("werk", "work"), Term("werk zoeken", "look for work")], DUTCH)
    assert [(place.start, place.end) for place in glossary.find("Ik heb werk")] == [(7, 11)]


def test_rows_for_tags_are_not_found_in_running_text() -> None:
    """`First job` is a category's name, no translation of the words in a sentence."""
    assert found("Je eerste baan") == [("baan", "baan")]


def test_exact_case_is_kept() -> None:
    """WW is the benefit, ww a typo for www."""
    assert found("De WW en ww") == [("WW", "WW")]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ze wijzen je af.", "wijzen"),
        ("Hij wijst de kandidaat af omdat hij te laat was.", "wijst"),
        ("Om haar af te wijzen is een brief nodig.", "af te wijzen"),
        ("Je wordt afgewezen", "afgewezen"),
        ("Zeg je huur pas op als je vertrekt", "Zeg"),
        ("Ze werken over, zei hij.", "werken"),
    ],
)
def test_a_separable_verb_is_found_in_its_parts(text: str, written: str) -> None:
    """The stem finds the verb when its particle stands later in the clause, and the participle does too."""
    assert [place[0] for place in found(text)] == [written]


@pytest.mark.parametrize(
    "text",
    ["Ze werken over de grens.", "Daar zegt iedereen ja op.", "Ze wijzen naar mij, en af is het.", "af te"],
)
def test_a_preposition_is_no_particle(text: str) -> None:
    """Before a noun, after `daar`, and in another clause the same word belongs to something else."""
    assert found(text) == []


def test_preferred_gives_the_translation_to_use() -> None:
    """Admitted and forbidden rows are left out, untranslatable ones are their own translation."""
    terms = GLOSSARY.preferred("Vaste banen: zeg niet op bij UWV")
    assert terms == {"vaste baan": "permanent job", "UWV": "UWV"}


def test_the_first_preferred_row_of_a_source_counts() -> None:
    """Two parts of speech may each have a preferred row; the file's order decides."""
    glossary = Glossary([Term("werk", "work", "noun"), Term("werk", "labour", "verb")])
    assert glossary.preferred("werk") == {"werk": "work"}


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("studie", "studies"),
        ("Studie", "Studies"),
        ("STUDIE", "studies"),
        (" studie ", "studies"),
        ("loonstrook", "payslip"),
        ("Loonstrook", "Payslip"),
        ("WW", "Unemployment benefit"),
        ("ww", None),
        ("opzeggen", None),
        ("stukje studie", None),
        ("", None),
    ],
)
def test_a_tag_has_one_name(name: str, target: str | None) -> None:
    """Tag rows as written, then in any case, then an ordinary preferred row; nothing is guessed."""
    glossary = Glossary(
        [
            Term("studie", "course"),
            Term("Studie", "Studies", TAG),
            Term("studie", "studies", TAG),
            Term("loonstrook", "payslip"),
            *TERMS,
        ],
        DUTCH,
    )
    assert glossary.taxonomy(name) == target


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("apply", "She applied twice."),
        ("permanent job", "Permanent jobs are rare."),
        ("part-time job", "a part time job"),
        ("work from home", "Working from home suits me."),
        ("carer's leave", "on carer’s leave"),
        ("UWV", "the uwv"),
    ],
)
def test_a_translation_occurs_in_an_inflected_form(words: str, text: str) -> None:
    """Endings, case, hyphens and apostrophes don't count."""
    assert occurs(words, text, ENGLISH)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("actual", "Actually, no."),
        ("permanent job", "a job, permanent"),
        ("job", ""),
        ("", "a job"),
        ("stage", "offstage"),
    ],
)
def test_other_words_are_no_occurrence(words: str, text: str) -> None:
    """Part of a word, another order, or nothing at all is no occurrence."""
    assert not occurs(words, text, ENGLISH)
