"""What holds for the sentences of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_pipeline.formats.srx import engine, rulesets, sentences, splitter
from i18n_pipeline.formats.srx.notation import Rule
from tests.fakes.choppa_rules import choppa_by

STOPS = ". ¦! ¦? ¦… ¦... ¦.¦?!¦bijv. ¦enz. ¦B.V. ¦o.a. ¦A. ¦3 jan. ¦1. ¦'s ¦'¦(¦)¦“¦”"
SPACES = "\n¦\r\n¦\n\n¦\r\n \r\n¦\t¦ ¦\u00a0¦\u200b¦\u2028¦\ufffc¦\ud800¦\0"
WORDS = "Een¦woord¦De¦Jansen¦www.¦a@b.nl¦9.30¦iPhone¦€ ¦- ¦:) ¦🎉 ¦é¦İ"
BITS = st.sampled_from("¦".join((STOPS, SPACES, WORDS)).split("¦"))
TEXTS = st.one_of(st.lists(BITS, max_size=30).map("".join), st.text(max_size=60))

SPLIT = splitter()
DUTCH = engine.split_by(rulesets.built_in("nl"))
CHOPPA = choppa_by(rulesets.built_in("nl"))
EVERYWHERE = splitter(
    "nl",
    """<srx><header cascade="yes"/><languagerule languagerulename="all"><rule/></languagerule>
    <languagemap languagepattern=".*" languagerulename="all"/></srx>""",
)


def trimmed(text: str) -> list[str]:
    return [piece.strip() for piece in SPLIT(text) if piece.strip()]


@settings(deadline=None)
@given(TEXTS)
def test_no_character_is_lost(text: str) -> None:
    """The pieces joined are the text, whatever it is and whatever the rules are."""
    assert "".join(SPLIT(text)) == text
    assert "".join(EVERYWHERE(text)) == text


@settings(deadline=None)
@given(TEXTS)
def test_no_piece_is_empty(text: str) -> None:
    """A piece has something in it, and no sentence is white space unless all of it is."""
    for split in (SPLIT, EVERYWHERE):
        pieces = split(text)
        assert "" not in pieces
        assert text.isspace() or not any(piece.isspace() for piece in pieces)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["\n\n", "\r\n\r\n", "\n \t\n"]), TEXTS)
def test_a_paragraph_does_not_depend_on_the_next(before: str, gap: str, after: str) -> None:
    """What follows a blank line changes nothing before it, and the other way round."""
    assert trimmed(before + gap + after) == trimmed(before + gap) + trimmed(after)


@settings(deadline=None)
@given(TEXTS | st.text(st.characters(max_codepoint=0x2200)))
def test_a_single_sentence_is_whole_by_the_rules_too(text: str) -> None:
    """The way round the rules, for texts that have no break, gives what the rules give."""
    if sentences._ONE_SENTENCE.fullmatch(text):
        assert list(sentences._with_white_space_behind(DUTCH(text))) == ([text] if text else [])


@settings(deadline=None)
@given(TEXTS)
def test_the_dutch_rules_cut_as_they_do_in_choppa(text: str) -> None:
    """Each text falls into the pieces that choppa makes of it."""
    assert DUTCH(text) == CHOPPA(text)


PATTERNS = st.sampled_from(
    [
        "",
        "a",
        "b*",
        "a+b",
        r"\.",
        "[.!]+",
        r"\s",
        r"\b",
        "(?:ab){2,}",
        "a*?",
        "^",
        "$",
        ".{2}",
        "(?<=a)",
        r"\h+",
    ]
)
# choppa takes the exceptions before a rule's second appearance for the first one's too.
RULES = st.lists(st.builds(Rule, st.booleans(), PATTERNS, PATTERNS), max_size=6, unique=True)


@settings(deadline=None)
@given(RULES, st.lists(st.text("ab. !\n\u00a0", max_size=12), max_size=5))
def test_any_rules_cut_as_they_do_in_choppa(rules: list[Rule], texts: list[str]) -> None:
    """Rules that overlap, match nothing or look back give the pieces that choppa makes."""
    split, choppa = engine.split_by(rules), choppa_by(rules)
    for text in texts:
        assert split(text) == choppa(text)
