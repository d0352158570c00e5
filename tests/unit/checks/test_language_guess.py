"""The guess at a text's language."""

import pytest

from i18n_pipeline.checks.language import Language, guess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zo schrijf je een brief", Language.DUTCH),
        ("Waarom solliciteren moeilijk lijkt", Language.DUTCH),
        ("How to write a letter", Language.ENGLISH),
        ("Networking through your teachers", Language.ENGLISH),
        ("Netwerken", None),
        ("Design", None),
        ("Hogeschool Utrecht", None),
        ("A week in Amsterdam", None),
        ("2025 – 50%", None),
        ("", None),
    ],
)
def test_guess(text: str, language: Language | None) -> None:
    """A text of some words is told; a name, a number or a word that both have is not."""
    assert guess(text) is language
