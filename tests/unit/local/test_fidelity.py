"""What a draft has lost, seen from its letters."""

import pytest

from i18n_pipeline.backends.local.fidelity import (
    missing_figures,
    missing_names,
    missing_terms,
    negation_differs,
    quotes_differ,
)


@pytest.mark.parametrize(
    ("source", "draft", "missing"),
    [
        ("In 2022 waren het er 1.250.", "In 2022 there were 1,250.", 0),
        ("Het kost 1.234,56 euro.", "It costs 1,234.56 euros.", 0),
        ("Het kost 1.234,56 euro.", "It costs 1,234 euros.", 1),
        ("Om 20.30 uur.", "At 20:30.", 0),
        ("Er zijn 3 stappen.", "There are three steps.", 0),
        ("Er zijn 30 stappen.", "There are thirty steps.", 1),
        ("Er zijn stappen.", "There are 30 steps.", 1),
        ("Van 10 naar 10.", "From 10.", 1),
        ("Geen getal.", "No number.", 0),
    ],
)
def test_numbers_count_by_their_digits(source: str, draft: str, missing: int) -> None:
    """A number is kept whatever its separators are, small ones as words too."""
    assert missing_figures(source, draft) == missing


@pytest.mark.parametrize(
    ("source", "draft", "missing"),
    [
        ("Volgens Charles Ruffolo kan het.", "According to Charles Ruffolo it can.", 0),
        ("Volgens Charles Ruffolo kan het.", "According to the king it can.", 2),
        ("Netwerken is leuk. Doe het.", "Networking is fun. Do it.", 0),
        ("'Leuk!', zei ze.", "'Nice!' she said.", 0),
        ("iPhone kwijt", "Lost your phone", 1),
        ("De site van Sanne", "Sannes site", 0),
    ],
)
def test_names_are_capitals_inside_a_sentence(source: str, draft: str, missing: int) -> None:
    """A capital counts as a name where no sentence begins; a genitive is the same name."""
    assert missing_names(source, draft) == missing


@pytest.mark.parametrize(
    ("source", "draft", "differs"),
    [
        ("Dat is niet waar.", "That is not true.", False),
        ("Dat is niet waar.", "That is true.", True),
        ("Dat is waar.", "That isn't true.", True),
        ("Doe het niet.", "Don’t do it.", False),
        ("Zonder baan.", "Jobless.", True),
        ("Genieten", "Enjoy", False),
        ("Nooit meer.", "Never again.", False),
    ],
)
def test_a_negation_has_to_stay(source: str, draft: str, differs: bool) -> None:  # noqa: FBT001
    """A sentence that denies something is denied in English too, by whatever word."""
    assert negation_differs(source, draft) is differs


@pytest.mark.parametrize(
    ("source", "draft", "differs"),
    [
        ("'Ok', zal je denken.", "'OK,' you will think.", False),
        ("'Ok', zal je denken.", "OK, you will think.", True),
        ("„Ja”, zei ze.", "“Yes,” she said.", False),
        ("Foto's van de A'dammers", "Photos of the people", False),
        ("De ouders' keus", "The parents' choice", False),
    ],
)
def test_quotation_marks_are_counted(source: str, draft: str, differs: bool) -> None:  # noqa: FBT001
    """As many quotation marks as in the source, of whatever form; apostrophes inside words are none."""
    assert quotes_differ(source, draft) is differs


def test_terms_count_in_any_case() -> None:
    """A glossary term is there whatever its case is."""
    assert missing_terms({"sollicitatie": "job application", "cv": "CV"}, "Job application: your cv") == 0
    assert missing_terms({"sollicitatie": "job application", "cv": "CV"}, "Your application") == 2
