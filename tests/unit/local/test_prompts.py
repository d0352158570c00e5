"""Prompts and their examples."""

from pathlib import Path

import pytest

from i18n_pipeline.backends.guard import fault
from i18n_pipeline.backends.local.choice import in_order
from i18n_pipeline.backends.local.examples import CAREERS, GENERAL, GLOSSARY, MIXED, Pair
from i18n_pipeline.backends.local.fidelity import missing_figures, missing_names, negation_differs
from i18n_pipeline.backends.local.polish import polished
from i18n_pipeline.backends.local.prompts import BEST, FAST, Prompt

EXAMPLES = (*CAREERS, *GENERAL, *MIXED, GLOSSARY)
ARTICLE = Path(__file__).parents[3] / "content" / "nl" / "netwerken.md"


def test_the_model_goes_on_after_the_last_line() -> None:
    """A request is header, examples, the sentence, and the label that the translation follows."""
    completion = Prompt("Header.", (("Ja.", "Yes."),)).completion("Nee.", {})
    assert completion.prefix + completion.text == (
        "Header.\n\nDutch: Ja.\nEnglish: Yes.\nDutch: Nee.\nEnglish:"
    )
    assert completion.most_tokens == 25


def test_terms_stand_before_the_sentence() -> None:
    """Glossary terms come behind the shared prefix, after an example that shows what they are for."""
    prompt = Prompt("", (("Ja.", "Yes."),))
    completion = prompt.completion("Je vacature.", {"vacature": "vacancy", "je": "your"})
    assert completion.prefix == prompt.prefix == "Dutch: Ja.\nEnglish: Yes.\n"
    assert completion.text.startswith("Glossary: proeftijd = probationary period\nDutch: ")
    assert completion.text.endswith(
        "\nGlossary: vacature = vacancy; je = your\nDutch: Je vacature.\nEnglish:"
    )


def test_the_best_drafts_come_from_different_prompts() -> None:
    """No two prompts begin alike, and the fast one is among them."""
    assert len({prompt.prefix for prompt in BEST}) == len(BEST) == 4
    assert FAST[0] in BEST


@pytest.mark.parametrize("pair", EXAMPLES)
def test_examples_are_what_the_checks_ask_for(pair: Pair) -> None:
    """No example breaks a rule that drafts are held to."""
    dutch, english = pair
    assert fault(dutch, english) is None
    assert polished(dutch, english) == english
    assert missing_figures(dutch, english) == 0
    assert missing_names(dutch, english) == 0
    assert not negation_differs(dutch, english)
    assert in_order(dutch, [english], {}) == [english]


def test_examples_are_not_from_the_article() -> None:
    """The article that the engine is measured with has none of the examples."""
    article = ARTICLE.read_text(encoding="utf-8")
    assert not [dutch for dutch, _ in EXAMPLES if dutch in article]
