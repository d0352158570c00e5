"""What YAML or TOML rejects is told by line, in plain words, with what to do."""

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats.front_matter import read

# id: the lines between the delimiters, the file's line, a word of the problem, a word of the mending
REFUSED = {
    "unquoted colon": ("title: A\nintro: Kop: de rest\n", 3, "colon", "quotes"),
    "doubled quotes": ('title: ""Iets met Mensen""\nx: y\n', 2, "closing quote", "quotes"),
    "apostrophe in single quotes": ("title: 'foto's'\n", 2, "closing quote", "quotes"),
    "text behind brackets": ("title: [Vacature] Tester\n", 2, "closing bracket", "quotes"),
    "star as bullet": ("tags:\n* solliciteren\n* netwerken\n", 3, "`*`", "`- `"),
    "Markdown emphasis": ("title: *Let op*\n", 2, "`*`", "quotes"),
    "unknown alias": ("title: *Let op\n", 2, "`*`", "quotes"),
    "ampersand": ("title: & dan\n", 2, "`&`", "quotes"),
    "exclamation mark": ("title: !Let!op dit\n", 2, "`!`", "quotes"),
    "at sign": ("auteur: @jan\n", 2, "`@`", "quotes"),
    "percent sign": ("%titel: x\na: b\n", 2, "`%`", "quotes"),
    "tab as indent": ("seo:\n\ttitle: A\n", 3, "tab", "spaces"),
    "control character": ("title: A\nintro: B\x08C\n", 3, "U+0008", "Delete"),
    "C1 control character": ("title: A\x93\n", 2, "U+0093", "Delete"),
    "lone surrogate": ("title: A\ud800\n", 2, "U+D800", "Delete"),
    "quote never closed": ("a: b\ntitle: 'A\nintro: B\n", 3, "never closed", "Close"),
    "bracket never closed": ("a: b\ntags: [x, y\nintro: B\n", 3, "bracket", "Close"),
    "unknown escape": ('a: "C:\\quux"\n', 2, "backslash", "twice"),
    "no colon": ("title: A\nEen losse regel\nb: c\n", 3, "neither", "key: value"),
    "no space behind the colon": ("title:A\nb: c\n", 3, "before", "space"),
    "indent that fits nothing": ("seo:\n    a: b\n  c: d\n", 4, "indented", "alike"),
    "indented key": ("title: A\n intro: B\n", 3, "before", "alike"),
    "text behind a block sign": ("a: > tekst\n", 2, "lines below", "next line"),
    "item on its key's line": ("tags: - een\n", 2, "list's item", "own"),
    "closing brace first": ("a: }\n", 2, "sign", "quotes"),
    "explicit key in a value": ("a: ? b\n", 2, "sign", "quotes"),
    "second document": ("a: b\n--- x\n", 3, "`---`", "Remove"),
    "end of document": ("a: b\n...\nTekst: x\n", 4, "`...`", "Remove"),
    "duplicate anchor": ("a: &x b\nc: &x d\n", 3, "anchor", "Rename"),
    "deep brackets": (f"a: {'[' * 3000}\n", 2, "deeply", "fewer"),
    "deep brackets, closed": (f"a: {'[' * 900}{']' * 900}\n", 2, "deeply", "fewer"),
}


@pytest.mark.parametrize(("content", "line", "problem", "mending"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_mistake_is_told_with_its_line(
    content: str, line: int, problem: str, mending: str, newline: str
) -> None:
    """The error names the line, what is wrong there and how to mend it, and never a parser's class."""
    with pytest.raises(ArticleError) as caught:
        read(f"\ufeff---\n{content}---\nTekst\n".replace("\n", newline))
    place = caught.value.place
    assert place is not None
    assert (place.path, place.line) == ("", line)
    assert problem in caught.value.problem
    assert mending in caught.value.mending


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("a = 1\ntitle = Netwerken\n", 3, id="no quotes"),
        pytest.param("a = 1\na = 2\n", 3, id="duplicate key"),
        pytest.param("title = 'A\n", 2, id="quote never closed"),
        pytest.param('title = """A\n', 2, id="never closed at all"),
        pytest.param(f"a = {'[' * 3000}\n", 2, id="deep brackets"),
    ],
)
def test_toml_mistakes_have_a_line_too(content: str, line: int) -> None:
    """A TOML error says its line in the file."""
    with pytest.raises(ArticleError) as caught:
        read(f"+++\n{content}+++\n")
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert caught.value.mending
