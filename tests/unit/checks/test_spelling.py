"""British and American spellings."""

import pytest

from i18n_pipeline.checks.spelling import spelling

PAIRS = """
analyse analyze|organise organize|organisation organization|organiser organizer|recognising recognizing
labour labor|behaviour behavior|neighbours neighbors|colourful colorful|favourite favorite|endeavour endeavor
centre center|centres centers|theatre theater|litre liter|kilometre kilometer|fibre fiber
licence license|defence defense|offence offense|practice practise
catalogue catalog|dialogues dialogs|programme program|programmes programs
judgement judgment|acknowledgement acknowledgment|ageing aging|grey gray
travelling traveling|cancelled canceled|labelled labeled|counsellor counselor|enrolled enroled|fulfill fulfil
skilful skillful|modelling modeling|signalled signaled
"""
DIFFERENT = """
four for|our or|hour hor|tour tor|your yor|filling filing|tiller tiler|bell bel|advice advise|rice rise
acre acer|ire ier|ogre oger|vogue vog|meter metre-long|all al|pollen polen|wise wize
"""


def pairs(table: str) -> list[list[str]]:
    """The pairs of a table."""
    return [pair.split() for line in table.strip().splitlines() for pair in line.split("|")]


@pytest.mark.parametrize(("british", "american"), pairs(PAIRS))
def test_two_spellings_are_one_word(british: str, american: str) -> None:
    """The same word on both sides of the Atlantic."""
    assert spelling(british) == spelling(american)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    """No rule joins two words that both exist."""
    assert spelling(one) != spelling(other)
