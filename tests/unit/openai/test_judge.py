"""What a model wrote, judged."""

import pytest

from i18n_pipeline.backends.openai.judge import NoTranslation, judged
from i18n_pipeline.model.inline import Content, Kind, Placeholder

BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
CODE = Placeholder(2, Kind.STANDALONE, "`x`")
SOURCE: Content = ("Ga ", BOLD, "snel", BOLD_END, " naar ", CODE, " bij O&O & lees.")


@pytest.mark.parametrize(
    "answer",
    [
        'Go <g id="1">quickly</g> to <x id="2"/> at R&amp;D &amp; read.',
        ' Go <g id="1">quickly</g> to <x id="2"/> at R&D & read.\n',
        'Go\n<g id="1">quickly</g> to <x id="2"></x> at R&D &#38; read.',
    ],
    ids=["escaped", "bare", "in two lines"],
)
def test_ampersands_need_no_escape(answer: str) -> None:
    """Models forget escapes; what can't be a code is text, and a line break is a space."""
    assert judged(answer, SOURCE, "en-GB") == (
        "Go ", BOLD, "quickly", BOLD_END, " to ", CODE, " at R&D & read.",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["if x < 3 then y > 4", "the <b> tag", "the </div> tag", "a &nbsp; b"])
def test_what_is_no_code_is_text(text: str) -> None:
    """Brackets and references that are not the protocol's come through as they are."""
    assert judged(text, (text.replace("the", "de"),), "en") == (text,)


def test_white_space_at_the_edges_is_the_sources() -> None:
    """A piece of a sentence keeps the spaces that join it to the others."""
    assert judged("and more\n", (" en meer ",), "en") == (" and more ",)


def test_a_code_is_an_edge_too() -> None:
    """The space before a code at the end is not the text's last character."""
    assert judged('Use <x id="2"/>', ("Gebruik ", CODE), "en") == ("Use ", CODE)


def test_line_breaks_of_the_source_stay() -> None:
    """A text in lines may come back in lines."""
    assert judged("one\ntwo", ("een\ntwee",), "en") == ("one\ntwo",)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Go quickly to x at R&D & read.", "lost"),
        ('Go <g id="1">quickly</g> to <x id="2"/><x id="2"/> at R&D.', "added"),
        ('Go <x id="2"/> <g id="1">quickly to R&D', "not closed"),
        ('Go <g id="1"></g>quickly to <x id="2"/> at R&D & read.', "emptied"),
        ('Ga <g id="1">snel</g> naar <x id="2"/> bij O&O & lees.', "same as the source"),
        ('Je <g id="1">moet</g> naar <x id="2"/> bij O&O en dan niet meer.', "still Dutch"),
        ('Go <g id="1">on</g> <x id="2"/>, o friend, through fields of spring where larks rise up', "longer"),
        ('Go <g id="1">to</g> <x id="2"/> www.evil.example', "link"),
        (' <g id="1">-</g><x id="2"/>', "empty"),
    ],
)
def test_what_can_not_be_the_translation(answer: str, reason: str) -> None:
    """Codes, language, length, repetition and links are looked at; the reason is told."""
    with pytest.raises(NoTranslation, match=reason):
        judged(answer, SOURCE, "en-GB")


def test_a_link_of_the_source_may_stay() -> None:
    """Only new links are suspicious."""
    source = ("Kijk op https://example.org voor werk",)
    assert judged("See https://example.org for work", source, "en") == ("See https://example.org for work",)


def test_other_languages_share_words_with_dutch() -> None:
    """`de` and `en` in a French text don't make it Dutch."""
    french = "le réseau de la ville en France"
    assert judged(french, ("het netwerk van de stad in Frankrijk",), "fr") == (french,)
