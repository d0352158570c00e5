"""The check of negation."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.negation import negation
from i18n_pipeline.model.inline import plain

GOOD = [
    ("Je hoeft dat niet te vertellen.", "You don't have to tell them that."),
    ("Je hoeft dat niet te vertellen.", "You do not have to tell them that."),
    ("Er is geen vacature.", "There is no vacancy."),
    ("Ga nooit zonder voorbereiding.", "Never go unprepared."),
    ("Niemand begint als expert.", "Nobody starts out as an expert."),
    ("Niemand begint als expert.", "No one starts out as an expert."),
    ("Je kunt er niets aan doen.", "There is nothing you can do about it."),
    ("Wees niet onbeleefd.", "Avoid being rude."),
    ("Dat is niet mogelijk.", "That is impossible."),
    ("Hij was niet tevreden.", "He was unhappy."),
    ("Hij was niet tevreden.", "He was dissatisfied."),
    ("Het is niet alleen leuk, maar ook nuttig.", "It is both fun and useful."),
    ("Vergeet niet te bedanken.", "Remember to say thank you."),
    ("Aarzel dan niet om te bellen.", "Then feel free to call."),
    ("Ben je er nog niet uit?", "Are you still deciding?"),
    ("Je kent iemand die je niet of nauwelijks kent.", "You know someone you hardly know."),
    ("Het is niet voor niets populair.", "It is popular for good reason."),
    ("Een niet-roker", "A non-smoker"),
    ("Geen ervaring? Solliciteer toch!", "Inexperienced? Apply anyway!"),
    ("Kom op tijd.", "Be on time."),
    ("Kom liever niet te laat.", "Try to avoid being late."),
    ("Zonder diploma kun je ook starten.", "You can start without a degree, too."),
    ("Je baas is onbereikbaar.", "Your boss can't be reached."),
    ("Ik heb te weinig geld om te stoppen.", "I don't have enough money to stop."),
    ("Dat is leuk, toch?", "That's fun, isn't it?"),
    ("Waarom zou je het proberen? Waarom niet?", "Why try? Go for it!"),
    ("Bel gerust.", "Don't hesitate to call."),
]

DEFECTS = [
    ("Je hoeft dat niet te vertellen.", "You have to tell them that.", "negation-missing"),
    ("Er is geen vacature.", "There is a vacancy.", "negation-missing"),
    ("Ga nooit onvoorbereid op gesprek.", "Always go to an interview.", "negation-missing"),
    ("Niemand begint als expert.", "Everybody starts out as an expert.", "negation-missing"),
    ("Je kunt er niets aan doen.", "You can do something about it.", "negation-missing"),
    ("Vraag niet meteen naar het salaris.", "Ask about the salary straight away.", "negation-missing"),
    ("Het is nergens te vinden.", "It can be found anywhere.", "negation-missing"),
    ("Wij nemen geen contact met je op.", "We will contact you.", "negation-missing"),
    ("Het voelt niet geforceerd aan.", "It feels forced.", "negation-missing"),
    ("Je mag niet onder werktijd bellen.", "You may phone under working hours.", "negation-missing"),
    ("Stuur je brief vandaag nog.", "Do not send your letter today.", "negation-added"),
    ("Je krijgt altijd antwoord.", "You never get an answer.", "negation-added"),
    ("Bel de werkgever.", "Don't call the employer.", "negation-added"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_a_kept_negation_is_silent(source: str, target: str) -> None:
    """A negation by whatever English word is no finding, nor is an idiom that denies nothing."""
    assert list(negation(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_a_lost_or_new_negation_is_found(source: str, target: str, code: str) -> None:
    """A negation on one side alone is a finding that names the word."""
    assert [finding.code for finding in negation(Pair(plain(source), plain(target)))] == [code]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Is iets niet duidelijk, bel dan even.", "If anything is unclear, give them a ring."),
        ("Twijfel je over een afspraak?", "Not sure about an arrangement?"),
        ("Vergeet niet te bellen.", "Remember to call."),
    ],
)
def test_a_negation_said_otherwise_is_silent(source: str, target: str) -> None:
    """`unclear` denies, doubt is being not sure, and not to forget is to remember."""
    assert list(negation(Pair(plain(source), plain(target)))) == []


def test_do_forget_is_found() -> None:
    """“Forget” where the Dutch says not to is the opposite."""
    found = list(negation(Pair(plain("Vergeet niet te bellen."), plain("Do forget to call."))))
    assert [finding.code for finding in found] == ["negation-missing"]


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Is er geen vacature, mail dan niet.", "If there is no vacancy, do email.", "negation-missing"),
        (
            "Zet er niet alleen je naam, maar ook je doel.",
            "Say only your name, but also your goal.",
            "negation-missing",
        ),
        ("Neem hun missie niet over.", "Copy their mission.", "negation-missing"),
    ],
)
def test_a_lost_negation_beside_another(source: str, target: str, code: str) -> None:
    """One of two, “not only” without its not, and a mission that is no miss."""
    assert [finding.code for finding in negation(Pair(plain(source), plain(target)))] == [code]
