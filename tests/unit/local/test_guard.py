"""Answers that can't be translations."""

import pytest

from i18n_pipeline.backends.guard import Fault, dutch_share, fault

SENTENCE = "Je moet elke dag een beetje oefenen voor je gesprek."
TALK = "You have to practise, and there is a great deal more that could be said about the rest of it."


@pytest.mark.parametrize(
    ("source", "answer", "found"),
    [
        (SENTENCE, "You have to practise a little every day for your interview.", None),
        (SENTENCE, "", Fault.EMPTY),
        (SENTENCE, " … ", Fault.EMPTY),
        ("2015", "2015", None),
        (SENTENCE, SENTENCE, Fault.UNTRANSLATED),
        (SENTENCE, SENTENCE.upper(), Fault.UNTRANSLATED),
        ("LinkedIn", "LinkedIn", None),
        ("Sanne de Boer", "Sanne de Boer", None),
        ("Het team", "Het team", Fault.DUTCH),
        (SENTENCE, "You moet elke day een bit practise voor je interview.", Fault.DUTCH),
        ("We ontmoetten elkaar.", "We met.", None),
        ("Wie overlijdt er?", "Who will die?", None),
        ("De zus van Vincent van Gogh schreef.", "Vincent van Gogh's sister wrote.", None),
        (SENTENCE, "Practise.", Fault.LENGTH),
        (SENTENCE, TALK, Fault.LENGTH),
        ("Opdringerig.", "Intrusive.", None),
        ("Opdringerig.", "I am a student who has to find a job in the city of Amsterdam.", Fault.LENGTH),
        (SENTENCE, "You have to do it, you have to do it, you have to do it.", Fault.LOOP),
        ("Nee, nee, nee!", "No, no, no!", None),
        ("Heel mooi!", "Very, very, very nice!", Fault.LOOP),
        (SENTENCE, "Feel free to call if you are not sure.", Fault.EXAMPLE),
    ],
)  # fmt: skip
def test_the_first_fault_is_named(source: str, answer: str, found: Fault | None) -> None:
    """An answer that can't be a translation is named by what is wrong with it; others pass."""
    assert fault(source, answer, {"Feel free to call, if you are not sure!"}) is found


def test_an_example_that_is_the_source_may_be_said() -> None:
    """A source that says what an example says is not taken for a recital."""
    assert fault("Tips and tricks", "Tips and tricks", {"Tips and tricks"}) is None


def test_particles_inside_names_are_not_dutch() -> None:
    """`van` before a capital is a part of a name; before a small letter it is Dutch."""
    assert dutch_share("Jan van Dijk") == 0
    assert dutch_share("Jan van dijk") == pytest.approx(1 / 3)
    assert dutch_share("") == 0
