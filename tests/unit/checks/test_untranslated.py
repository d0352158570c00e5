"""The check of text that is still Dutch."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.untranslated import untranslated
from i18n_pipeline.model.inline import plain

GOOD = [
    ("Netwerken", "Netwerken"),
    ("Tips voor starters", "Tips voor starters"),
    ("Hogeschool van Arnhem en Nijmegen", "Hogeschool van Arnhem en Nijmegen"),
    ("Marijn van der Damsma en Jan de Vries", "Marijn van der Damsma en Jan de Vries"),
    (
        "Google Analytics, Adobe InDesign, Microsoft Excel",
        "Google Analytics, Adobe InDesign, Microsoft Excel",
    ),
    ("Charles Ruffolo, 'the network king'", "Charles Ruffolo, 'the network king'"),
    ("Een netwerk opbouwen kost tijd!", "Building a network takes time!"),
    ("Je werkt bij de Belastingdienst in Den Haag.", "You work for the Belastingdienst in Den Haag."),
    (
        "De Wet op het hoger onderwijs is er duidelijk over.",
        "The Higher Education Act (Wet op het hoger onderwijs) is clear about it.",
    ),
    (
        "'Wie niet waagt, die niet wint', zegt ze.",
        "'Wie niet waagt, die niet wint' is how she puts it in Dutch.",
    ),
    ("Bij het UWV en de Kamer van Koophandel", "At the UWV and the Kamer van Koophandel"),
    ("Wat is een cao?", "What is a collective labour agreement (cao)?"),
    ("Design is a state of mind", "Design is a state of mind"),
    ("Hij werkt bij Van Gogh in Amsterdam.", "He works for Van Gogh in Amsterdam."),
]

DEFECTS = [
    ("Een netwerk opbouwen kost tijd!", "Een netwerk opbouwen kost tijd!", "untranslated"),
    ("Zo schrijf je een brief", "Zo schrijf je een brief", "untranslated"),
    ("Wat kun je geven?", "Wat kun je geven?", "untranslated"),
    ("Je werkt samen met collega's.", "je werkt samen met collega's", "untranslated"),
    ("Begin op tijd met zoeken naar een stage.", "Begin op tijd met zoeken naar een stage!", "untranslated"),
    (
        "Stuur je brief voor 1 mei naar het adres onderaan.",
        "Send your letter voor 1 mei naar het adres onderaan.",
        "still-dutch",
    ),
    ("Je kunt ook bellen met je begeleider.", "Je kunt ook call your supervisor.", "still-dutch"),
    ("Dat is niet zo moeilijk als je denkt.", "That is niet zo moeilijk als je think.", "still-dutch"),
    ("Wees jezelf en bereid je goed voor.", "Be yourself en bereid je goed voor.", "still-dutch"),
    (
        "Neem contact op met de werkgever en vraag wat er kan, voordat je het contract tekent.",
        "Contact the employer and ask what is possible for graduates, voordat je het contract tekent.",
        "still-dutch",
    ),
    (
        "Het duurt niet lang voordat je iets hoort.",
        "It doesn't last long voordat je iets hoort.",
        "still-dutch",
    ),
    ("Wat moet je doen als je ziek bent?", "What moet je doen als je ziek are?", "still-dutch"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_english_names_and_short_text_are_silent(source: str, target: str) -> None:
    """English, names, quotations and a word or three are no finding."""
    assert list(untranslated(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_dutch_is_found(source: str, target: str, code: str) -> None:
    """The source itself, and Dutch words among English ones, are a finding."""
    assert [finding.code for finding in untranslated(Pair(plain(source), plain(target)))] == [code]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Schoon water is schaars.", "Schoon water is schaars.", True),
        ("Zo werkt het", "Zo werkt het", True),
        ("Je werkt van 9.00 tot 17.00 uur.", "You work van 9.00 tot 17.00 uur.", True),
        ("Durf een stilte te laten vallen.", "Dare to stilte te laten vallen.", True),
        (
            "Het Centraal Bureau voor de Statistiek telt.",
            "The Centraal Bureau voor de Statistiek counts.",
            False,
        ),
        ("Hij zei 'wie niet waagt' en ging.", "He said 'wie niet waagt' and left.", False),
    ],
)
def test_short_and_partly_dutch_text(source: str, target: str, *, found: bool) -> None:
    """Words that were copied from the source, unless they are a name or a quotation."""
    assert bool(list(untranslated(Pair(plain(source), plain(target))))) == found
