"""Queries answered from scripted translations."""

from collections.abc import Sequence

from i18n_pipeline.backends.ctranslate2.answers import answered
from i18n_pipeline.backends.ctranslate2.translated import Link, Translated
from i18n_pipeline.backends.guard import fault
from i18n_pipeline.model.engine import Answer, Query
from i18n_pipeline.model.inline import Content
from tests.unit.local.codes import BOLD, BOLD_END, CODE

SCRIPT = {
    "Lees dit nu.": ["Read this now."],
    "dit": ["this"],
    "Je moet echt niet bellen.": ["You should really not call.", "You must certainly not call."],
    "echt niet": ["certainly not"],
    "Stuur XX1 op.": ["Send it in.", "Send in XX1."],
    "Bel XX1 nu.": ["Call now.", "Call right now."],
    "Wij gaan morgen naar huis.": ["go go go go go", "We are going home tomorrow."],
    "Hij komt niet meer terug.": ["", "Hij komt niet meer terug."],
    "Ga naar het werk toe.": ["Ga naar het werk toe.", "Go to work."],
}


class _Script:
    """Translations without alignment; `asked` are the texts of each call."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> list[tuple[Translated, ...]]:
        self.asked.append(list(texts))
        return [tuple(map(Translated, SCRIPT[text])) for text in texts]


def _answers(*contents: Content, script: _Script | None = None) -> tuple[Answer, ...]:
    def judge(source: str, text: str) -> str:
        return str(fault(source, text) or "")

    return answered([Query(content) for content in contents], script or _Script(), judge, guided=True)


def test_links_of_a_model_that_was_not_trained_for_them_say_nothing() -> None:
    """Where alignment is chance a pair goes by its words, with links it goes by them."""
    query = Query(("Lees ", BOLD, "dit", BOLD_END, " nu."))
    wrong = (Translated("Read this now.", (Link((10, 13), (5, 8)),)),)

    def translate(texts: Sequence[str]) -> list[tuple[Translated, ...]]:
        return [wrong if len(text) > len("dit") else (Translated("this"),) for text in texts]

    for guided, expected in (
        (False, ("Read ", BOLD, "this", BOLD_END, " now.")),
        (True, ("Read this ", BOLD, "now", BOLD_END, ".")),
    ):
        (answer,) = answered([query], translate, lambda *_: "", guided=guided)
        assert answer.content == expected


def test_without_alignment_the_words_of_a_pair_are_looked_for() -> None:
    """What a pair holds is translated by itself and found in the sentence, or in a less likely one."""
    one, other = _answers(
        ("Lees ", BOLD, "dit", BOLD_END, " nu."), ("Je moet ", BOLD, "echt niet", BOLD_END, " bellen.")
    )
    assert one.content == ("Read ", BOLD, "this", BOLD_END, " now.")
    assert other.content == ("You must ", BOLD, "certainly not", BOLD_END, " call.")


def test_a_translation_that_lost_a_marker_makes_room_for_the_next() -> None:
    """The likeliest translation that keeps all codes is taken; without one the answer says so."""
    kept, lost = _answers(("Stuur ", CODE, " op."), ("Bel ", CODE, " nu."))
    assert kept.content == ("Send in ", CODE, ".")
    assert (lost.content, lost.problem) == (None, "placeholders lost")


def test_what_is_no_translation_makes_room_for_the_next() -> None:
    """Words in circles are passed over; where all are wrong the likeliest one's fault is told."""
    good, bad, same = _answers(
        ("Wij gaan morgen naar huis.",), ("Hij komt niet meer terug.",), ("Ga naar het werk toe.",)
    )
    assert good.content == ("We are going home tomorrow.",)
    assert (bad.content, bad.problem) == (None, "empty answer")
    assert (same.content, same.problem) == (None, "same as the source")


def test_each_text_is_asked_for_once() -> None:
    """The same sentence twice in a batch is one text for the model; pairs are asked for when they need it."""
    script = _Script()
    _answers(("Lees dit nu.",), ("Lees ", BOLD, "dit", BOLD_END, " nu."), ("Lees dit nu.",), script=script)
    assert script.asked == [["Lees dit nu."], ["dit"]]


def test_nothing_to_translate_asks_nothing() -> None:
    """Numbers and codes alone are their own translation."""
    script = _Script()
    assert [answer.content for answer in _answers((CODE,), ("2015",), (), script=script)] == [
        (CODE,),
        ("2015",),
        (),
    ]
    assert script.asked == []
