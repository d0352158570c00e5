"""Sentences by SRX rules, the project's own and a user's."""

import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats.srx import engine, rulesets, splitter
from tests.fakes.choppa_rules import choppa_by

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "tests/golden/sentences/nl.txt").read_text("utf-8").splitlines()
MARKS = str.maketrans({"⏎": "\n", "⍽": "\N{NO-BREAK SPACE}", "⦙": "\N{ZERO WIDTH SPACE}", "▢": "\ufffc"})
CASES = [line.translate(MARKS) for line in LINES if line and not line.startswith("#")]

RULES = """<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="{cascade}"/>
<body><languagerules>
<languagerule languagerulename="Slashes">
<rule break="no"><beforebreak>a/</beforebreak><afterbreak></afterbreak></rule>
<rule><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Bars">
<rule break="yes"><beforebreak>\\|</beforebreak></rule>
</languagerule>
</languagerules><maprules>
<languagemap languagepattern="{pattern}" languagerulename="{name}"/>
<languagemap languagepattern="nl" languagerulename="Bars"/>
</maprules></body></srx>
"""
FILLED = {"cascade": "yes", "before": "/", "after": "", "pattern": "nl|fy", "name": "Slashes"}


def rules(**changes: str) -> str:
    return RULES.format(**{**FILLED, **changes})


def error(text: str, language: str = "nl") -> UsageError:
    with pytest.raises(UsageError) as caught:
        splitter(language, text)
    return caught.value


@pytest.mark.parametrize("case", CASES)
def test_a_hard_paragraph_falls_into_its_sentences(case: str) -> None:
    """Each paragraph of the tricky set is cut where its author marked it, and nowhere else."""
    text = case.replace(" | ", " ").replace("|", "")
    assert [piece.strip() for piece in splitter()(text)] == [piece.strip() for piece in case.split("|")]


def test_the_tricky_set_is_large() -> None:
    """The tricky set has well over a hundred paragraphs, none of them twice."""
    assert len(set(CASES)) == len(CASES) > 200


def test_a_published_article_falls_into_its_segments() -> None:
    """The article that the project began with has 28 sentences in its four paragraphs."""
    body = (ROOT / "content/nl/netwerken.md").read_text("utf-8").split("---\n", 2)[2]
    paragraphs = re.split(r"\n{2,}", body.strip())
    assert [len(splitter()(paragraph)) for paragraph in paragraphs] == [7, 6, 9, 6]


def test_paragraphs_at_once_are_cut_like_each_alone() -> None:
    """A blank line ends a sentence even behind an abbreviation, with either line ending."""
    text = "Zie bijv.\n\ndeze. En d.w.z.\r\n \r\nDie"
    assert splitter()(text) == ["Zie bijv.\n\n", "deze. ", "En d.w.z.\r\n \r\n", "Die"]


def test_white_space_in_front_changes_nothing() -> None:
    """A rule for a text's beginning holds behind a line break too."""
    assert splitter()("\n… en dan. Ja.") == ["\n… en dan. ", "Ja."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\nEen.\n\n\n  Twee. \n", "Een.   \u00a0 Twee."])
def test_white_space_is_no_sentence_of_its_own(text: str) -> None:
    """White space stands at the end of a sentence, or before the first."""
    pieces = splitter()(text)
    assert "".join(pieces) == text
    assert len(pieces) == 1 or not any(piece.isspace() for piece in pieces)


@pytest.mark.parametrize("language", ["nl", "nl-NL", "nl_BE", "NL"])
def test_a_region_does_not_change_the_language(language: str) -> None:
    """Dutch of any region is cut by the Dutch rules."""
    assert splitter(language)("Vraag bijv. Jan. Hij weet het.") == ["Vraag bijv. Jan. ", "Hij weet het."]


def test_another_language_has_the_bundled_rules() -> None:
    """German is cut by LanguageTool's rules for German."""
    assert splitter("de")("Das ist z. B. gut. Ja.") == ["Das ist z. B. gut. ", "Ja."]


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_hard_paragraphs_are_cut_as_choppa_cuts_them(language: str) -> None:
    """The built-in rules give the same pieces as in the hands of choppa."""
    rules = rulesets.built_in(language)
    split, choppa = engine.split_by(rules), choppa_by(rules)
    for text in CASES:
        assert split(text) == choppa(text)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text", [". " * 400, "." * 4000, "(a. b. " * 300, "1. a, " * 300, "A. " * 700])
def test_no_text_takes_long(language: str, text: str) -> None:
    """Dotted lines and rows of abbreviations, a minute's work for some of the bundled rules, take none."""
    split = splitter(language)
    split(text[:1])
    start = perf_counter()
    split(text)
    assert perf_counter() - start < 5


def test_a_language_without_rules_is_refused() -> None:
    """A language that no rule set knows is named, with what to do."""
    with pytest.raises(UsageError, match=r"no sentence rules for the language 'xx'.*\.srx"):
        splitter("xx")


def test_a_users_rules_take_the_place_of_ours() -> None:
    """An SRX file of the user's decides alone, cascading where it says so."""
    assert splitter("nl", rules())("A. B/c|a/d/e") == ["A. B/", "c|", "a/d/", "e"]
    assert splitter("nl", rules(cascade="no"))("A. B/c|a/d") == ["A. B/", "c|a/d"]
    assert splitter("fy", rules())("b/c|d") == ["b/", "c|d"]


def test_a_users_rules_never_join_paragraphs() -> None:
    """A blank line ends a sentence whatever the rules say."""
    assert splitter("nl", rules())("A\n\nB") == ["A\n\n", "B"]


def test_a_prefix_for_the_namespace_is_understood() -> None:
    """An SRX file may write its elements as `srx:rule`."""
    prefixed = re.sub(r"<(/?)(?=[a-z])", r"<\1srx:", rules()).replace("xmlns=", "xmlns:srx=")
    assert splitter("nl", prefixed)("b/c") == ["b/", "c"]


@pytest.mark.parametrize(
    ("changes", "line", "message"),
    [
        ({"before": "(a"}, 7, r"'\(a' is no regular expression: missing \)"),
        ({"after": "[b"}, 7, r"'\[b' is no regular expression"),
        ({"pattern": "*"}, 13, r"'\*' is no regular expression"),
        ({"name": "Stripes"}, 13, "names the rules 'Stripes'.*Known here: Slashes, Bars"),
        ({"before": "<"}, 7, "not well-formed"),
        ({"before": "&nothing;"}, 7, "not well-formed XML: undefined entity"),
    ],
)
def test_rules_that_cannot_be_used_are_refused_with_their_line(
    changes: dict[str, str], line: int, message: str
) -> None:
    """What is wrong in a user's rules is told with its line and how to mend it."""
    told = error(rules(**changes))
    assert told.place is not None
    assert told.place.line == line
    assert re.search(message, str(told))
    assert told.mending


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "not well-formed XML: no element found"),
        ("<html/>", 1, "its root is <html>, not <srx>"),
        ("<srx><header/></srx>", 1, "<header> lacks the attribute cascade"),
        ("<srx>\n<languagerule/></srx>", 2, "<languagerule> lacks the attribute languagerulename"),
        ("<srx>\n\n<languagemap languagerulename='x'/></srx>", 3, "lacks the attribute languagepattern"),
    ],
)
def test_a_file_that_is_no_srx_is_refused(text: str, line: int, message: str) -> None:
    """A file of another kind is named as such."""
    told = error(text)
    assert told.place is not None
    assert told.place.line == line
    assert message in told.problem


def test_an_exception_that_fails_only_as_a_lookbehind_is_refused() -> None:
    r"""A pattern that compiles alone (`\E` ends no quotation) but not where choppa puts it is refused too."""
    broken = rules().replace("<beforebreak>a/</beforebreak>", "<beforebreak>[\\Qa\\E</beforebreak>")
    assert error(broken).place is not None


def test_rules_for_other_languages_are_refused() -> None:
    """A file without rules for the article's language is of no use."""
    assert "matches the language 'en'" in error(rules(), "en").problem


def test_choppa_is_never_imported() -> None:
    """Choppa lends its rules, its code would cost every command the second that it takes to import."""
    code = "import sys; from i18n_pipeline.formats.srx import splitter; splitter()('Ja. Nee.');"
    code += "sys.exit('choppa' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
