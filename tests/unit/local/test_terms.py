"""Glossary terms in a text."""

import pytest

from i18n_pipeline.backends.local.terms import occurring, written_in

TERMS = (("uitzendbureau", "temp agency"), ("vaste baan", "permanent job"), ("cv", "CV"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Uitzendbureaus hebben werk.", "Temp agency hebben werk."),
        ("Zoek je een vaste baan?", "Zoek je een permanent job?"),
        ("Stuur je cv's op.", "Stuur je CV op."),
        ("Een vaste, goede baan", "Een vaste, goede baan"),
        ("Uitzendbureaumedewerkers", "Uitzendbureaumedewerkers"),
        ("Niets hiervan", "Niets hiervan"),
    ],
)
def test_terms_are_written_into_the_dutch(text: str, written: str) -> None:
    """An inflected form is replaced and keeps its capital; compounds and scattered words stay."""
    assert written_in(TERMS, text) == written


def test_a_part_has_the_terms_that_are_in_it() -> None:
    """Only the terms that occur go along with a part of a sentence."""
    assert occurring(TERMS, "twee uitzendbureaus") == TERMS[:1]
    assert occurring(TERMS, "") == ()
    assert occurring((("", "nothing"),), "tekst") == ()
