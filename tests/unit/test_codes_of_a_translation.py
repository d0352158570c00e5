"""Codes of a translation found by how they are written."""

import pytest

from i18n_pipeline.formats.markdown import aligned
from i18n_pipeline.model.inline import Content, Kind, Placeholder, same_codes

LINK, LINK_END = Placeholder(1, Kind.OPEN, "["), Placeholder(1, Kind.CLOSE, "](x)")
OTHER, OTHER_END = Placeholder(3, Kind.OPEN, "["), Placeholder(3, Kind.CLOSE, "](y)")
STRESS, STRESS_END = Placeholder(2, Kind.OPEN, "*"), Placeholder(2, Kind.CLOSE, "*")
RED, RED_END = Placeholder(4, Kind.OPEN, '<b class="r">'), Placeholder(4, Kind.CLOSE, "</b>")
BOLD, BOLD_END = Placeholder(5, Kind.OPEN, "<b>"), Placeholder(5, Kind.CLOSE, "</b>")


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (
            (LINK, "een ", STRESS, "link", STRESS_END, LINK_END),
            "[*link*](x)",
            (LINK, STRESS, "link", STRESS_END, LINK_END),
        ),
        (
            (STRESS, "een", STRESS_END, " ", LINK, "link", LINK_END),
            "[*a* link](x)",
            (LINK, STRESS, "a", STRESS_END, " link", LINK_END),
        ),
        (
            (LINK, "een", LINK_END, " ", OTHER, "twee", OTHER_END),
            "[two](y) [one](x)",
            (OTHER, "two", OTHER_END, " ", LINK, "one", LINK_END),
        ),
        (
            (RED, "een", RED_END, " ", BOLD, "twee", BOLD_END),
            '<b>two</b> <b class="r">one</b>',
            (BOLD, "two", BOLD_END, " ", RED, "one", RED_END),
        ),
    ],
)
def test_a_pair_is_what_it_is_in_the_source(source: Content, text: str, expected: Content) -> None:
    """What ends a code is written like the end of that code, whatever stands inside or comes first."""
    found = aligned(text, source)
    assert found == expected
    assert same_codes(found, source)


def test_an_end_without_its_beginning_pairs_with_nothing() -> None:
    """An end inside another code doesn't end that one."""
    source: Content = (LINK, "een", LINK_END, " ", BOLD, "twee", BOLD_END)
    found = aligned("[one</b>](x) two", source)
    assert [part for part in found if part in source] == [LINK, LINK_END]
