"""Links and emphasis found again."""

from collections.abc import Mapping, Sequence

import pytest

from i18n_pipeline.backends.untagged.markers import marked
from i18n_pipeline.backends.untagged.spans import placed
from i18n_pipeline.model.inline import Content
from tests.unit.local.codes import BOLD, BOLD_END, CODE, LINK, LINK_END

SITE: Content = ("Kijk op de ", LINK, "website van de school", LINK_END, ".")


def _placed(content: Content, translation: str, names: Mapping[str, Sequence[str]]) -> Content | None:
    return placed(marked(content), translation, lambda text: [*names.get(text, ()), text])


@pytest.mark.parametrize(
    ("translation", "name", "found"),
    [
        ("Look at the school's website.", "school's website", "Look at the [school's website]."),
        ("Visit The School Website.", "the school website", "Visit [The School Website]."),
        ("Look at the school websites!", "school website", "Look at the [school websites]!"),
        ("See the website of a school.", "the website of the school", "See [the website] of a school."),
        ("Op de website van de school.", "homepage", "Op de [website van de school]."),
    ],
)
def test_the_words_of_a_pair_are_found(translation: str, name: str, found: str) -> None:
    """A pair stands around its words in any case, around most of them, or around the untranslated ones."""
    before, rest = found.split("[")
    inside, after = rest.split("]")
    expected = (before, LINK, inside, LINK_END, after)
    assert _placed(SITE, translation, {"website van de school": [name]}) == expected


@pytest.mark.parametrize("translation", ["Look there.", "Look at the page.", "See the school.", ""])
def test_words_that_are_not_there_are_not_guessed(translation: str) -> None:
    """Where no like words stand, or only an article, there is no place for the pair."""
    assert _placed(SITE, translation, {"website van de school": ["the site of the school"]}) is None


def test_of_several_places_the_likeliest_counts() -> None:
    """Words that occur twice are taken where the source has them."""
    content: Content = ("Werk is niet altijd ", BOLD, "werk", BOLD_END)
    assert _placed(content, "Work is not always work", {"werk": ["work"]}) == (
        "Work is not always ",
        BOLD,
        "work",
        BOLD_END,
    )


def test_pairs_do_not_share_words() -> None:
    """Two pairs with the same words get two places."""
    content: Content = (BOLD, "goed", BOLD_END, " en ", LINK, "goed", LINK_END)
    assert _placed(content, "good and good", {"goed": ["good"]}) == (
        BOLD,
        "good",
        BOLD_END,
        " and ",
        LINK,
        "good",
        LINK_END,
    )
    assert _placed(content, "good", {"goed": ["good"]}) is None


def test_pairs_in_pairs_stay_inside() -> None:
    """An inner pair is looked for in the words of the outer one only, and markers come along."""
    content: Content = ("Nu: ", LINK, "lees ", BOLD, "nu", BOLD_END, " ", CODE, LINK_END)
    assert _placed(content, "Now: read now XX1", {"lees nu XX1": ["read now XX1"], "nu": ["now"]}) == (
        "Now: ",
        LINK,
        "read ",
        BOLD,
        "now",
        BOLD_END,
        " ",
        CODE,
        LINK_END,
    )


def test_a_lost_marker_means_no_place() -> None:
    """A translation without a marker is of no use."""
    assert _placed(("Zie ", CODE), "See", {}) is None
