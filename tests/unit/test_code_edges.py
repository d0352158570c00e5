"""Spaces at the edges of inline codes."""

import pytest

from i18n_pipeline.backends.code_edges import respaced
from i18n_pipeline.backends.inline_codes import from_xml, to_xml
from i18n_pipeline.model.inline import Content, Kind, Placeholder

OPEN, CLOSE = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
OUTER, OUTER_END = Placeholder(2, Kind.OPEN, "["), Placeholder(2, Kind.CLOSE, "](u)")
CODE, OTHER = Placeholder(3, Kind.STANDALONE, "`x`"), Placeholder(4, Kind.STANDALONE, "{{ y }}")
BREAK = Placeholder(5, Kind.STANDALONE, "  \n")
PAIR: Content = ("ga ", OPEN, "naar huis", CLOSE, " nu")


@pytest.mark.parametrize(
    ("source", "answer", "mended"),
    [
        (PAIR, 'go<g id="1">home</g>now', 'go <g id="1">home</g> now'),
        (PAIR, 'go<g id="1"> home </g>now', 'go <g id="1">home</g> now'),
        (PAIR, 'go <g id="1"> home </g> now', 'go <g id="1">home</g> now'),
        (PAIR, '<g id="1"> home</g>', '<g id="1">home</g>'),
        (PAIR, 'go<g id="1">(home)</g>now', 'go <g id="1">(home)</g> now'),
        (PAIR, 'go, <g id="1">home</g>!', 'go, <g id="1">home</g>!'),
        (PAIR, 'I<g id="1">\'m home</g>', 'I<g id="1">\'m home</g>'),
        (PAIR, '<g id="1">Philips</g>\'s', '<g id="1">Philips</g>\'s'),
        (PAIR, 'non-<g id="1">home</g>-ish', 'non-<g id="1">home</g>-ish'),
        (("on", OPEN, "gewoon", CLOSE, "lijk"), 'un<g id="1">usu</g>al', 'un<g id="1">usu</g>al'),
        (
            ("soort (", OPEN, "Scirtothrips", CLOSE, ") hier"),
            'kind<g id="1">(S</g>) here',
            'kind <g id="1">(S</g>) here',
        ),
        (("zie ", CODE, " hier"), 'see<x id="3"/>here', 'see <x id="3"/> here'),
        (("zie ", CODE, " ", OTHER), 'see <x id="3"/><x id="4"/>', 'see <x id="3"/> <x id="4"/>'),
        (
            ("a ", OPEN, "b", CLOSE, " ", OUTER, "c", OUTER_END),
            'a<g id="1">b</g><g id="2">c</g>',
            'a <g id="1">b</g> <g id="2">c</g>',
        ),
        (("a ", CODE, BREAK, "b"), 'a<x id="5"/><x id="3"/> b', 'a<x id="5"/><x id="3"/> b'),
        ((OPEN, " los ", CLOSE, "x"), '<g id="1"> loose </g>x', '<g id="1"> loose </g>x'),
        (("a ", OPEN, "b", CLOSE), 'a\u00a0<g id="1">b</g>', 'a\u00a0<g id="1">b</g>'),
    ],
)
def test_spaces_stand_where_the_source_has_them(source: Content, answer: str, mended: str) -> None:
    """A space lost or moved at a code's edge is mended; what the source glues stays glued."""
    assert to_xml(from_xml(answer, source)) == mended


def test_nested_pairs_get_one_space_outside_all_of_them() -> None:
    """A space before two pairs that open together stands before the outer one."""
    source: Content = ("ga ", OUTER, OPEN, "nu", CLOSE, OUTER_END, " weg")
    answer = ("go", OUTER, OPEN, " now ", CLOSE, OUTER_END, "away")
    assert respaced(answer, source) == ("go ", OUTER, OPEN, "now", CLOSE, OUTER_END, " away")


def test_a_source_in_pieces_is_read_as_one() -> None:
    """Empty and neighbouring texts of the source make no difference."""
    source: Content = ("ga", " ", "", OPEN, "", "nu", CLOSE)
    assert respaced(("go", OPEN, "now", CLOSE), source) == ("go ", OPEN, "now", CLOSE)
