"""Codes as words, and back."""

import pytest

from i18n_pipeline.backends.untagged.markers import marked
from i18n_pipeline.model.inline import Content
from tests.unit.local.codes import BOLD, BOLD_END, CODE, IMAGE, LINK, LINK_END, NOTE


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("Stuur ", CODE, " op."), "Stuur XX1 op."),
        (("Een woord", NOTE, "."), "Een woord XX1."),
        (("Het ", CODE, "bestand"), "Het XX1 bestand"),
        (("Zie ", CODE, NOTE, "."), "Zie XX1 XX2."),
        (("Lees ", BOLD, "dit", BOLD_END, " nu."), "Lees dit nu."),
        (("Zie ", LINK, IMAGE, LINK_END, " hier"), "Zie XX1 hier"),
        (("Zie ", LINK, CODE, " hier", LINK_END), "Zie XX1 hier"),
        (("XX1 en ", CODE), "XX1 en QX1"),
    ],
)
def test_standalone_codes_become_words(content: Content, text: str) -> None:
    """A code is a word apart; a pair leaves no mark unless nothing is in it but codes."""
    assert marked(content).text == text


@pytest.mark.parametrize(
    ("content", "translation", "restored"),
    [
        (("Stuur ", CODE, " op."), "Send XX1 in.", ("Send ", CODE, " in.")),
        (("Een woord", NOTE, "."), "A word XX1.", ("A word", NOTE, ".")),
        (("Het ", CODE, "bestand"), "The XX1 file", ("The ", CODE, "file")),
        (("Zie ", CODE, NOTE, "."), "See XX1 XX2.", ("See ", CODE, NOTE, ".")),
        (("Zie ", LINK, IMAGE, LINK_END), "XX1", (LINK, IMAGE, LINK_END)),
        (("Niets",), "Nothing", ("Nothing",)),
    ],
)
def test_markers_become_codes_again(content: Content, translation: str, restored: Content) -> None:
    """The code stands where its marker stood, as close to its neighbours as in the source."""
    assert marked(content).restored(translation) == restored


@pytest.mark.parametrize(
    ("translation", "kept"),
    [("See XX1 and XX2", True), ("See XX1", False), ("XX1 XX1 XX2", False), ("XX1 and XX22", False)],
)
def test_each_marker_has_to_come_back_once(translation: str, kept: bool) -> None:  # noqa: FBT001
    """A marker that is lost, doubled or altered is noticed."""
    assert marked(("Zie ", CODE, " en ", NOTE)).keeps_markers(translation) is kept


def test_pairs_know_their_text_and_place() -> None:
    """A pair has the text between its codes, those of inner codes as markers, and where it begins."""
    found = marked(("Ga ", LINK, "naar ", BOLD, "mijn ", CODE, BOLD_END, LINK_END))
    assert [(span.text, span.start) for outer in found.spans for span in outer.walk()] == [
        ("naar mijn XX1", 3),
        ("mijn XX1", 8),
    ]
