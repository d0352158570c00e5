"""Terms inside compounds."""

import pytest

from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.compound import parts
from i18n_pipeline.model.glossary import TAG, Glossary, Term

GLOSSARY = Glossary(
    [
        Term("vacature", "vacancy", "noun"),
        Term("vacature", "job opening", "noun"),
        Term("stage", "internship", "noun"),
        Term("stagebegeleider", "internship supervisor", "noun"),
        Term("baan", "job", "noun"),
        Term("werven", "recruit", "verb"),
        Term("vast contract", "permanent contract", "noun"),
        Term("hbo", "higher professional education", "noun"),
        Term("tekst", "Texts", TAG),
    ],
    lemmatiser("nl"),
)


def near(text: str) -> list[tuple[str, str]]:
    """What is written in the text and the term inside it."""
    found = GLOSSARY.near(text, vocabulary("nl"))
    return [(text[place.start : place.end], place.term.source) for place in found]


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("vacaturetekst", "vacature"),
        ("Vacatureteksten", "vacature"),
        ("stageplekken", "stage"),
        ("zomerstage", "stage"),
        ("studentenbaan", "baan"),
        ("droombanen", "baan"),
        ("arbeidsvacature", "vacature"),
        ("hbo-opleiding", "hbo"),
        ("vacature-alert", "vacature"),
        ("stagevacature", "vacature"),
    ],
)
def test_a_compound_tells_its_term(word: str, term: str) -> None:
    """At the beginning, at the end, inflected, behind a linking s or en, between hyphens; the longest one."""
    assert near(f"Een {word}.") == [(word, term)]


@pytest.mark.parametrize(
    "word",
    ["percentage", "etage", "banaan", "vacature", "stagebegeleider", "verwerven", "vast", "hbox", "context"],
)
def test_other_words_are_no_compounds(word: str) -> None:
    """Not where the rest is no word, for a term itself, a verb, a part of a phrase, a tag."""
    assert near(f"Een {word}.") == []


def test_a_compound_inside_a_found_term_is_not_told() -> None:
    """`stage` is not told where `stagebegeleider` is."""
    assert near("Mijn stagebegeleiders en mijn stageplek") == [("stageplek", "stage")]


def test_the_longest_part_comes_first() -> None:
    """Of two terms in one word the longer says more."""
    known = {"werk", "werkgever", "lasten"}.__contains__
    assert list(parts("werkgeverslasten", known, known)) == ["werkgever", "lasten"]
    assert list(parts("werkgeverswerk", known, known)) == ["werkgever", "werk"]


def test_a_language_without_word_lists_has_no_compounds() -> None:
    """Nothing is known to be a word there."""
    assert not vocabulary("fy")("wurk")
