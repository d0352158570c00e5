"""The check of terms against the glossary."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.glossary import glossary
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.glossary import CaseRule, Glossary, Status, Term
from i18n_pipeline.model.inline import Content, Kind, Placeholder, plain

TERMS = Glossary(
    [
        Term("sollicitatiebrief", "cover letter", "noun"),
        Term("sollicitatiebrief", "letter of application", "noun", Status.ADMITTED),
        Term("sollicitatiebrief", "solicitation letter", "noun", Status.FORBIDDEN),
        Term("solliciteren", "apply", "verb"),
        Term("solliciteren", "solicit", "verb", Status.FORBIDDEN),
        Term("brief", "letter", "noun"),
        Term("brief", "brief", "noun", Status.FORBIDDEN),
        Term("stage", "internship", "noun"),
        Term("stage", "work placement", "noun", Status.ADMITTED),
        Term("stage", "stage", "noun", Status.FORBIDDEN),
        Term("invullen", "fill in", "verb"),
        Term("actueel", "current", "adjective"),
        Term("actueel", "actual", "adjective", Status.FORBIDDEN),
        Term("UWV", "UWV", "name", Status.UNTRANSLATABLE, case=CaseRule.EXACT),
        Term("aan de slag", "get started", "phrase", Status.ADMITTED),
        Term("directie", "management board", "noun"),
        Term("directie", "direction", "noun", Status.FORBIDDEN),
        Term("arbeidsmarkt", "labour market", "noun"),
        Term("arbeidsmarkt", "labor market", "noun", Status.FORBIDDEN),
        Term("organisatie", "organisation", "noun"),
        Term("9-tot-5-baan", "nine-to-five job", "noun"),
    ],
    lemmatiser("nl"),
)

GOOD = [
    ("Schrijf een sollicitatiebrief.", "Write a cover letter."),
    ("Schrijf sollicitatiebrieven.", "Write cover letters."),
    ("Schrijf een sollicitatiebrief.", "Write a letter of application."),
    ("Je solliciteert op een functie.", "You are applying for a position."),
    ("Ik solliciteerde vorig jaar.", "I applied last year."),
    ("Zij loopt stage.", "She is doing an internship."),
    ("Zij zoekt stages.", "She is looking for work placements."),
    ("Vul het formulier in.", "Fill in the form."),
    ("Het formulier invullen.", "Fill the form in."),
    ("Actuele vacatures", "Current vacancies"),
    ("Bij het UWV", "At the UWV"),
    ("Ga aan de slag!", "Roll up your sleeves!"),
    ("Vraag het de directie.", "Ask the Management Board."),
    ("Een 9-tot-5-baan", "A nine-to-five job"),
    ("Een 9-tot-5-baan", "A nine to five job"),
    ("Een 9-tot-5-baan", "A 9-to-5 job"),
    ("Niets uit de lijst", "Nothing from the list"),
    ("Elke fase van je loopbaan", "Every stage of your career"),
    ("De arbeidsmarkt", "The Labour Market"),
    ("Hun organisatie", "Their organization's staff"),
    ("Stage? Ja, stage!", "An internship? Yes, that!"),
    ("Een brief bij je sollicitatiebrief", "A letter with your cover letter"),
]

DEFECTS = [
    ("Schrijf een sollicitatiebrief.", "Write an application.", ["term-missing"]),
    ("Schrijf een sollicitatiebrief.", "Write a solicitation letter.", ["term-missing", "term-forbidden"]),
    ("Je solliciteert op een functie.", "You are soliciting a position.", ["term-missing", "term-forbidden"]),
    ("Zij loopt stage.", "She is on stage.", ["term-missing", "term-forbidden"]),
    ("Tijdens je stage", "During the stage of your internship", ["term-forbidden"]),
    ("Actuele vacatures", "Actual vacancies", ["term-missing", "term-forbidden"]),
    ("Actuele vacatures", "Latest vacancies", ["term-missing"]),
    ("Bij het UWV", "At the Employee Insurance Agency", ["term-missing"]),
    ("Vraag het de directie.", "Ask the direction.", ["term-missing", "term-forbidden"]),
    ("Je schrijft een brief.", "You write a brief.", ["term-missing", "term-forbidden"]),
    ("Het formulier invullen.", "Complete the form.", ["term-missing"]),
    ("Een sollicitatiebrief bij je stage", "A letter for your placement", ["term-missing", "term-missing"]),
    ("De arbeidsmarkt", "The labor market", ["term-forbidden"]),
    ("Je brief over de sollicitatiebrief", "Your letter of application and your brief", ["term-forbidden"]),
]


def pair(source: str, target: str) -> Pair:
    """Source and target with the terms above."""
    return Pair(plain(source), plain(target), TERMS, lemmatiser("en-GB"))


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_allowed_terms_are_silent(source: str, target: str) -> None:
    """A preferred or admitted term, inflected or not, is no finding, nor is a word that no term is behind."""
    assert list(glossary(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "codes"), DEFECTS)
def test_missing_and_forbidden_terms_are_found(source: str, target: str, codes: list[str]) -> None:
    """Another word than the glossary's, and a forbidden one, are a finding each."""
    assert [finding.code for finding in glossary(pair(source, target))] == codes


def test_a_finding_names_the_better_words() -> None:
    """The message has source and expected term, the fix all that are allowed."""
    (finding,) = glossary(pair("Schrijf een sollicitatiebrief.", "Write an application."))
    assert (
        finding.message == "'sollicitatiebrief' stands in the source, 'cover letter' not in the translation."
    )
    assert finding.fix == "Use 'cover letter' or 'letter of application'."


def test_a_term_that_is_missing_twice_is_told_once() -> None:
    """Each term is one finding, however often its source occurs."""
    assert len(list(glossary(pair("Stage? Stage!", "Placement? Placement!")))) == 1


BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
LINK, LINK_END = Placeholder(2, Kind.OPEN, "["), Placeholder(2, Kind.CLOSE, "](https://example.org/stage)")
BREAK = Placeholder(3, Kind.STANDALONE, "<br>")


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        (("Een ", BOLD, "stage", BOLD_END), ("An ", BOLD, "internship", BOLD_END), []),
        (("Een ", LINK, "stage", LINK_END), ("A ", LINK, "work ", LINK_END, "placement"), []),
        (("Een ", LINK, "stage", LINK_END), ("A ", LINK, "position", LINK_END), ["term-missing"]),
        (("Een ", BOLD, "sollicitatie", BOLD_END, "brief"), ("A ", BOLD, "cover", BOLD_END, " letter"), []),
        (("Een stage",), ("A work", BREAK, "placement"), []),
        (("Een ", LINK, "baan", LINK_END), ("A ", LINK, "job", LINK_END), []),
    ],
)
def test_terms_are_read_across_markup(source: Content, target: Content, codes: list[str]) -> None:
    """Emphasis and links inside a term don't hide it, and a link's address is no word."""
    assert [finding.code for finding in glossary(Pair(source, target, TERMS, lemmatiser("en-GB")))] == codes
