"""Content to XML and back."""

import re
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.backends.inline_codes import CodesError, Fault, from_xml, to_xml
from i18n_pipeline.model.inline import Content, Kind, Placeholder, merged

BOLD = Placeholder(1, Kind.OPEN, "**")
BOLD_END = Placeholder(1, Kind.CLOSE, "**")
CODE = Placeholder(2, Kind.STANDALONE, "`x`")
LINK = Placeholder(3, Kind.OPEN, "[")
LINK_END = Placeholder(3, Kind.CLOSE, "](https://example.org)")
SENTENCE: Content = ("Zie ", BOLD, "dit", BOLD_END, " en ", CODE, ".")

CHARS = st.characters(
    exclude_categories=["Cc", "Cs"], include_characters="\t\n\r", exclude_characters="\ufffe\uffff"
)


def contents() -> st.SearchStrategy[Content]:
    """Well nested content with an id of its own for each code."""
    leaves: st.SearchStrategy[object] = st.text(st.sampled_from(' ab("') | CHARS, max_size=6) | st.none()
    trees = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4))
    return st.lists(trees, max_size=4).map(_numbered)


def _numbered(tree: list[object]) -> Content:
    ids = count(1)

    def parts(node: object) -> Content:
        if isinstance(node, str):
            return (node,)
        if node is None:
            return (Placeholder(next(ids), Kind.STANDALONE, "`c`"),)
        assert isinstance(node, list)
        id_ = next(ids)
        inner = tuple(part for child in node for part in parts(child))
        return (Placeholder(id_, Kind.OPEN, "*"), *inner, Placeholder(id_, Kind.CLOSE, "*"))

    return tuple(part for child in tree for part in parts(child))


def test_codes_become_elements() -> None:
    """A pair is a `g`, a standalone code an `x`, each with its id."""
    assert to_xml(SENTENCE) == 'Zie <g id="1">dit</g> en <x id="2"/>.'


def test_text_is_escaped() -> None:
    """What XML would read as markup is escaped, quotation marks stay."""
    assert to_xml(('R&D <b> "q"',)) == 'R&amp;D &lt;b&gt; "q"'


@given(contents())
def test_there_and_back_is_identity(content: Content) -> None:
    """What was written is read back as it was."""
    assert from_xml(to_xml(content), content) == merged(content)


@given(contents(), st.randoms(use_true_random=False))
def test_mending_spaces_changes_nothing_else(content: Content, random: Random) -> None:
    """Whatever spaces an answer has, its words and codes come through in their order."""
    answer = re.sub(r"(?<!<[gx])\s", lambda _: random.choice(["", " ", "  "]), to_xml(content))
    result = to_xml(from_xml(answer, content))
    assert "".join(result.split()) == "".join(answer.split())


def test_a_carriage_return_survives() -> None:
    """An XML parser makes line feeds of carriage returns; the notation keeps it from doing so."""
    assert from_xml(to_xml(("a\r\nb\rc\td",)), ()) == ("a\r\nb\rc\td",)


@pytest.mark.parametrize("char", ["\x04", "\x08", "\x1f", "\x00", "\ud800", "\uffff"])
def test_characters_that_xml_cannot_hold_are_left_out(char: str) -> None:
    """A control character or a lone surrogate does not cost the sentence its translation."""
    assert from_xml(to_xml((f"a{char}b",)), ()) == ("ab",)


def test_codes_may_change_places() -> None:
    """Another order of codes is a translation's right."""
    answer = from_xml('<x id="2"/> and <g id="1">this</g>', SENTENCE)
    assert answer == (CODE, " and ", BOLD, "this", BOLD_END)


def test_codes_that_share_an_id_keep_their_order() -> None:
    """Two codes with one id are told apart by their order."""
    first, second = Placeholder(1, Kind.STANDALONE, "`a`"), Placeholder(1, Kind.STANDALONE, "`b`")
    assert from_xml('<x id="1"/>-<x id="1"/>', (first, " ", second)) == (first, "-", second)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("Zie dit en x.", Fault.LOST),
        ('Zie <g id="1">dit</g> en.', Fault.LOST),
        ('Zie <g id="1">dit</g> <x id="2"/> <x id="2"/>', Fault.ADDED),
        ('Zie <g id="1">dit</g> <g id="1">dat</g> <x id="2"/>', Fault.ADDED),
        ('Zie <g id="1">dit</g> <x id="2"/> <b>x</b>', Fault.ADDED),
        ('Zie <g id="1" class="c">dit</g> <x id="2"/>', Fault.ADDED),
        ('Zie <g>dit</g> <x id="2"/>', Fault.ADDED),
        ('<content>Zie <g id="1">dit</g> <x id="2"/></content>', Fault.ADDED),
        ('Zie <g id="1">dit <x id="2"></g></x>', Fault.CROSSED),
        ('Zie <g id="1">dit <x id="2"/>', Fault.CROSSED),
        ('Zie <g id="1"></g> dit <x id="2"/>', Fault.EMPTIED),
        ('Zie <g id="1"> </g> dit <x id="2"/>', Fault.EMPTIED),
        ('Zie <g id="1">dit</g> <x id="2">x</x>', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> R&D <x id="2"/>', Fault.MALFORMED),
        ('Zie <g id="1">dit</g>&nbsp;<x id="2"/>', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> < <x id="2"/>', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> <x id="2"/><!-- c -->', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> <x id="2"/><?p i?>', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> <x id="2"/>\x00', Fault.MALFORMED),
        ('Zie <g id="1">dit</g> <x id="2"/>\ud800', Fault.MALFORMED),
        ('</content><content>Zie <g id="1">dit</g> <x id="2"/>', Fault.MALFORMED),
    ],
)
def test_an_answer_with_other_codes_is_refused(answer: str, fault: Fault) -> None:
    """No code is dropped, invented, emptied or guessed."""
    with pytest.raises(CodesError) as caught:
        from_xml(answer, SENTENCE)
    assert caught.value.fault is fault


def test_a_refusal_names_the_codes() -> None:
    """What is lost is named by its tag, a pair once."""
    with pytest.raises(CodesError, match=r'^placeholders lost: <g id="1">, <x id="2"/>$'):
        from_xml("Zie dit en dat.", SENTENCE)


@pytest.mark.parametrize(
    "answer",
    [
        '<!DOCTYPE content [<!ENTITY e "boo">]>Zie &e;',
        '<?xml version="1.0"?><!DOCTYPE content [<!ENTITY e "boo">]><content>&e;</content>',
        "&e;",
    ],
)
def test_no_entity_is_ever_defined_or_expanded(answer: str) -> None:
    """A document type in an answer is no well-formed fragment."""
    with pytest.raises(CodesError) as caught:
        from_xml(answer, ("Zie",))
    assert caught.value.fault is Fault.MALFORMED


def test_content_that_is_not_well_nested_is_refused() -> None:
    """Crossed pairs have no notation in XML."""
    with pytest.raises(CodesError) as caught:
        to_xml((BOLD, "a", LINK, "b", BOLD_END, "c", LINK_END))
    assert caught.value.fault is Fault.CROSSED


def test_a_pair_may_hold_only_a_code() -> None:
    """A link around an image has no words and is not empty."""
    content: Content = (LINK, CODE, LINK_END)
    assert from_xml('<g id="3"><x id="2"></x></g>', content) == content


def test_a_link_that_loses_its_image_is_refused() -> None:
    """A link that showed an image and now shows nothing can't be clicked."""
    with pytest.raises(CodesError, match='emptied: <g id="3">'):
        from_xml('<g id="3"></g><x id="2"/>', (LINK, CODE, LINK_END))


def test_an_answer_that_is_text_alone_needs_no_codes() -> None:
    """Plain text comes back as one text, references decoded."""
    assert from_xml("R&amp;D &#8217;s &quot;x&quot;", ("O&O",)) == ('R&D ’s "x"',)
