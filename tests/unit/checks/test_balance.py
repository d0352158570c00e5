"""The check of brackets and quotes."""

import pytest

from i18n_pipeline.checks.balance import balance
from tests.golden.checks_set import pair

GOOD = [
    pytest.param('(Bel ons) of "mail".', '(Call us) or "mail".', id="all closed"),
    pytest.param("a) Begin", "a) Start", id="a list letter that closes only"),
    pytest.param("Collega's boek", "The colleagues' book, it's new, from the '90s", id="apostrophes"),
    pytest.param(
        "‘Studenten’ zijn duur",
        "‘Students’ are dear, says the students’ union",
        id="a genitive in a quotation",
    ),
    pytest.param("Leuk :)", "Nice :)", id="a smiley in both"),
    pytest.param('Een scherm van 15"', 'A 15" screen', id="inches"),
    pytest.param(
        "„Dat kan”, zegt ze.", "“That is possible,” she says.", id="a Dutch quotation became an English one"
    ),
]

DEFECTS = [
    pytest.param("Bel ons (gratis).", "Call us (free.", "bracket-unbalanced", id="a bracket that stays open"),
    pytest.param(
        "Bel ons (gratis).", "Call us free).", "bracket-unbalanced", id="a bracket that closes only"
    ),
    pytest.param("Bel (nu).", "Call )now(.", "bracket-unbalanced", id="brackets the wrong way round"),
    pytest.param('Zij zegt "ja".', 'She says "yes.', "quote-unbalanced", id="a straight double quote"),
    pytest.param("Zij zegt “ja”.", "She says “yes.", "quote-unbalanced", id="a curly double quote"),
    pytest.param(
        "Zij zegt 'ja' en gaat.", "She says 'yes and goes.", "quote-unbalanced", id="a single quote"
    ),
    pytest.param(
        "Wees 'jezelf' hier", "Be yourself' here", "quote-unbalanced", id="a single quote that closes only"
    ),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_silent(source: str, target: str) -> None:
    """What is right, or may be, is no finding."""
    assert list(balance(pair(source, target))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_found(source: str, target: str, code: str) -> None:
    """Each defect is found, and says what to do about it."""
    found = list(balance(pair(source, target)))
    assert {finding.code for finding in found} == {code}
    assert all(finding.fix for finding in found)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("'Ik las uw advertentie.", "'I read your advert.", False),
        ("'Ik las uw advertentie.", "I read your advert.", True),
        ('Zij zei: "Kom maar.', "She said: come on.", True),
        ("'Iets' is vaag, 'ik wil' niet.", "Something's' vague, 'I want' is not.", True),
        ("Heb je 'm gezien?", "Have you seen it?", False),
    ],
)
def test_a_quotation_over_several_sentences(source: str, target: str, *, found: bool) -> None:
    """Its first sentence only opens it: the translation has to, too."""
    codes = [finding.code for finding in balance(pair(source, target))]
    assert codes == ["quote-unbalanced"] * found
