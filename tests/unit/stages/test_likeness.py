"""What differs between two source texts, and what of it decides."""

import pytest

from i18n_pipeline.stages.likeness import contradict, difference


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bel niet.", "Bel."),
        ("Je hebt geen diploma nodig.", "Je hebt een diploma nodig."),
        ("Wacht nooit.", "Wacht niet."),
        ("Niet bellen.", "Wel bellen."),
        ("Met brief.", "Zonder brief."),
        ("Na 10 dagen.", "Na 12 dagen."),
        ("Na drie dagen.", "Na vier dagen."),
        ("Sinds 2019.", "Sinds 2020."),
        ("Op A4.", "Op A5."),
        ("Versie 2.3.1.", "Versie 2.4.1."),
        ("Voor €5.", "Voor €6."),
        ("Nu 50% korting.", "Nu 5% korting."),
        ("Een betaalde stage.", "Een onbetaalde stage."),
        ("Bel **niet**.", "Bel **dan**."),
        ("Do not call.", "Do call."),
    ],
)
def test_contradictions(one: str, other: str) -> None:
    """A negation, a number in figures or words, or an `on-` that only one of them has."""
    assert contradict(one, other)
    assert contradict(other, one)
    assert not contradict(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bel niet meteen.", "Bel niet nu."),
        ("Na drie dagen.", "Na 3 dagen."),
        ("Een stage.", "De stage."),
        ("Zie [dit](a/2019).", "Zie [dit](b/2020)."),
        ("Bel `1`.", "Bel `2`."),
        ("Onze stage.", "Jouw stage."),
    ],
)
def test_no_contradictions(one: str, other: str) -> None:
    """Other words, other addresses, and the same number written otherwise are no contradiction."""
    assert not contradict(one, other)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bel je baas.", "Bel je baas.", "Bel je baas."),
        ("Bel je baas.", "Bel je coach.", "Bel je [-baas.-] {+coach.+}"),
        ("Bel baas.", "Bel je baas.", "Bel {+je+} baas."),
        ("Bel je baas.", "Bel baas.", "Bel [-je-] baas."),
        ("", "Bel.", "{+Bel.+}"),
        ("a b c d e f X g h i j k l m n Y o p q r s", "a b c d e f g h i j k l m n o p q r s",
         "… d e f [-X-] g h i … l m n [-Y-] o p q …"),
    ],
)  # fmt: skip
def test_difference(old: str, new: str, expected: str) -> None:
    """What went and what came, with the words beside it; the rest is cut where it is long."""
    assert difference(old, new) == expected
