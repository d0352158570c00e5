"""Segments cut into what the model reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.backends.untagged.sections import Section, sections
from i18n_pipeline.model.inline import Content, Placeholder, merged
from tests.unit.local.codes import (
    ADDRESS,
    BOLD,
    BOLD_END,
    BREAK,
    CODE,
    IMAGE,
    LINK,
    LINK_END,
    NOTE,
    TAG,
)

SENTENCE = "Wie een baan zoekt, heeft aan een goede brief alleen niet altijd genoeg, zegt ze."


def _pieces(content: Content) -> list[tuple[Content, Content, Content]]:
    return [(section.lead, section.core, section.trail) for section in sections(content)]


@pytest.mark.parametrize(
    ("content", "lead", "core", "trail"),
    [
        (("Hallo.",), (), ("Hallo.",), ()),
        ((" Hallo. ",), (" ",), ("Hallo.",), (" ",)),
        ((BOLD, "Hallo.", BOLD_END), (BOLD,), ("Hallo.",), (BOLD_END,)),
        ((LINK, BOLD, " Ja", BOLD_END, LINK_END), (LINK, BOLD, " "), ("Ja",), (BOLD_END, LINK_END)),
        ((IMAGE, " Hallo.", NOTE), (IMAGE, " "), ("Hallo.",), (NOTE,)),
        ((TAG, "Hallo"), (TAG,), ("Hallo",), ()),
        ((CODE, " sturen"), (), (CODE, " sturen"), ()),
        (("Zie ", ADDRESS), (), ("Zie ", ADDRESS), ()),
        ((BOLD, "Tip:", BOLD_END, " bel"), (), (BOLD, "Tip:", BOLD_END, " bel"), ()),
        (("2015 – 2016",), ("2015 – 2016",), (), ()),
        ((LINK, IMAGE, LINK_END), (LINK, IMAGE, LINK_END), (), ()),
        ((), (), (), ()),
    ],
)
def test_what_is_no_part_of_the_sentence_stays_outside(
    content: Content, lead: Content, core: Content, trail: Content
) -> None:
    """Spaces, images, footnote marks and pairs around everything are kept from the model; code is a word."""
    assert _pieces(content) == [(lead, core, trail)]


def test_lines_are_translated_one_by_one() -> None:
    """A line break ends a text, for the model knows one line only."""
    assert _pieces(("een", BREAK, "twee")) == [((), ("een",), (BREAK,)), ((), ("twee",), ())]


def test_long_texts_are_cut_into_sentences() -> None:
    """Above 400 characters each sentence is read alone; shorter texts stay whole."""
    assert len(sections((f"{SENTENCE} {SENTENCE}",))) == 1
    cut = sections((" ".join([SENTENCE] * 6),))
    assert [section.core for section in cut] == [(SENTENCE,)] * 6
    assert [section.trail for section in cut] == [(" ",)] * 5 + [()]


def test_a_pair_is_never_cut() -> None:
    """A sentence that ends inside a pair, or right before one, goes on with it."""
    held = (BOLD, f"{SENTENCE} Ja.", BOLD_END, " En.")
    cut = sections((f"{SENTENCE} " * 5, *held))
    assert cut[-1] == Section((), (f"{SENTENCE} ", *held), ())


@given(
    st.lists(
        st.sampled_from(
            [
                (" ",),
                ("a. B",),
                (SENTENCE * 2,),
                (BREAK,),
                (NOTE,),
                (CODE,),
                (BOLD, "c", BOLD_END),
                (IMAGE, " x"),
            ]
        ),
        max_size=8,
    )
)
def test_sections_are_the_content(parts: list[tuple[str | Placeholder, ...]]) -> None:
    """Put end to end, the sections give the content again."""
    content = merged(tuple(part for group in parts for part in group))
    found = [part for section in sections(content) for part in (*section.lead, *section.core, *section.trail)]
    assert merged(tuple(found)) == content
