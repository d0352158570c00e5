"""Texts drafted and judged."""

from i18n_pipeline.backends.local.drafts import Draft, Source, draft
from i18n_pipeline.backends.local.prompts import BEST, FAST
from tests.fakes.scripted_engine import ScriptedEngine

SENTENCE = Source("Je moet elke dag oefenen.")
GOOD = "You have to practise every day."


def test_each_prompt_gives_a_draft() -> None:
    """A text is asked for once with every prompt, however often it is wanted."""
    engine = ScriptedEngine({SENTENCE.text: GOOD})
    assert draft([SENTENCE, SENTENCE], engine, BEST) == {SENTENCE: Draft((GOOD,), tokens=12)}
    assert [request.prefix for request in engine.requests] == [prompt.prefix for prompt in BEST]


def test_drafts_with_a_fault_are_left_out() -> None:
    """The next draft counts where the first is no translation."""
    engine = ScriptedEngine({SENTENCE.text: ["Je moet elke dag oefenen", "", GOOD, "Practise!"]})
    assert draft([SENTENCE], engine, BEST)[SENTENCE].texts == (GOOD,)


def test_a_text_without_a_sound_draft_has_a_problem() -> None:
    """Where all drafts have a fault there is no text, and the first fault is told."""
    engine = ScriptedEngine({SENTENCE.text: SENTENCE.text})
    assert draft([SENTENCE], engine, FAST)[SENTENCE] == Draft((), "same as the source", 3)


def test_what_was_cut_off_is_no_draft() -> None:
    """An answer that did not come to an end has the wrong length."""
    engine = ScriptedEngine({SENTENCE.text: GOOD}, finished=False)
    assert draft([SENTENCE], engine, FAST)[SENTENCE].problem == "far shorter or longer than the source"


def test_a_glossary_term_alone_is_looked_up() -> None:
    """A text that is a term of the glossary is not asked for; it keeps its capital."""
    terms = (("solliciteren", "applying for jobs"),)
    engine = ScriptedEngine({})
    small, large = Source("solliciteren", terms), Source("Solliciteren", terms)
    drafts = draft([small, large], engine, BEST)
    assert (drafts[small].texts, drafts[large].texts) == (("applying for jobs",), ("Applying for jobs",))
    assert engine.requests == []


def test_drafts_are_polished_before_they_are_judged() -> None:
    """A missing mark or capital makes no difference between drafts."""
    engine = ScriptedEngine(
        {SENTENCE.text: [GOOD, "you have to practise every day", "You must practise.", GOOD]}
    )
    assert draft([SENTENCE], engine, BEST)[SENTENCE].texts[0] == GOOD


def test_every_second_prompt_reads_the_glossarys_terms() -> None:
    """Two of four prompts get the sentence with the English term in it, all of them the glossary line."""
    source = Source("De proeftijd is kort.", (("proeftijd", "trial period"),))
    engine = ScriptedEngine({"De trial period is kort.": "The trial period is short."})
    assert draft([source], engine, BEST)[source].texts == ("The trial period is short.",)
    assert engine.asked == ["De proeftijd is kort.", "De trial period is kort."] * 2
    assert all("Glossary: proeftijd = trial period\n" in request.text for request in engine.requests)
