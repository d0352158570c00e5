"""The check of length."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.length import length
from i18n_pipeline.model.inline import plain

GOOD = [
    ("Arbeidsongeschiktheidsverzekering", "Disability insurance"),
    ("Arbodienst", "Occupational health and safety service"),
    ("Ok", "All right"),
    ("Uitzendbureau", "Agency"),
    ("CV", "Curriculum vitae"),
    ("Wat kun je geven?", "What can you give?"),
    ("Cao", "Collective labour agreement"),
    ("Loopbaanontwikkelingsmogelijkheden", "Career paths"),
    (
        "Dit merk ik bij de begeleiding van starters naar een baan.",
        "I notice it when I help graduates find a job.",
    ),
    ("Op die manier werkt netwerken ook helemaal niet.", "But it doesn't work like that."),
    ("Wie zit er nou op te wachten?", "Who on earth would be waiting for something like that?"),
]

LONG = (
    "Volgens hem ben je te laat, als je na je studie ineens beseft dat je moet gaan netwerken voor een baan."
)
DEFECTS = [
    (LONG, "You are too late.", "too-short"),
    (LONG, "According to him.", "too-short"),
    (LONG, "Volgens hem you are too late if you suddenly " * 6, "too-long"),
    ("Wat kun je geven aan een ander?", "What?", "too-short"),
    (
        "Wat kun je geven?",
        "What can you give to other people, and what can they give to you in return?",
        "too-long",
    ),
    ("Netwerken", "Networking is a word that may give you the jitters as a student.", "too-long"),
    ("Een netwerk opbouwen kost veel tijd!", "Building!", "too-short"),
    ("Arbeidsongeschiktheidsverzekering voor zelfstandigen", "Job", "too-short"),
    ("Neem contact op met je begeleider en vraag om hulp.", "Ask for help.", "too-short"),
    ("Titel", "Title: the title of the article as translated", "too-long"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_a_likely_length_is_silent(source: str, target: str) -> None:
    """Texts that differ as languages do are no finding; a word or three may differ more."""
    assert list(length(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_an_unlikely_length_is_found(source: str, target: str, code: str) -> None:
    """A translation below half or above twice its source is a finding with both lengths."""
    assert [finding.code for finding in length(Pair(plain(source), plain(target)))] == [code]
