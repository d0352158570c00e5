"""Articles that no one writes: marks that never end and nesting without end neither hang nor crash."""

import pytest

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.guard import guarded
from tests.fakes.texts import accented

_BYTES = 40_000
_DEPTH = 1_500

_ENDLESS = (
    *("*", "_", "**a ", "~~", "[", "![", "](", "`", "``a", "$", "<b>", "</b>", "<b></i>", "<code>", "<svg>"),
    *("<!--", "<!-- -->", "<![CDATA[", "<a href='", '<div title="', "{{", "{%", "{{< a ", "{{<", "{{%", "}}"),
    *("{% raw %}", "{% comment %}", "{% capture a %}", "{{< highlight a >}}", "{{< highlight a", "{/*", "{:"),
    *("{#a ", "](a){b=", ":::", "::: a ", '??? a "', '=== "', "--- a ", "[toc", "[[[", "[caption ", "[code]"),
    *("<Tab a=", "<Tab {", "<Tab a ", "<a b={ c ", "export const a ", "import {", "](a b ", "](a b.c", ":a"),
    *("http://a.", "a@b.", "a.b-c+d@", "[a](b 'c') ", '<img alt="a"> ', "| a |\n|-|\n", "\n> "),
)

_NESTED = {
    "tags": "<b>" * _DEPTH + "tekst" + "</b>" * _DEPTH,
    "sentences in tags": "Een. <b>" * _DEPTH + "tekst" + "</b> Twee." * _DEPTH,
    "elements": "<div>" * _DEPTH + "tekst" + "</div>" * _DEPTH,
    "emphasis": "*a " * _DEPTH + "b*" * _DEPTH,
    "strong": "**a *b " * _DEPTH + "c* d**" * _DEPTH,
    "quotations": ">" * _DEPTH + " tekst",
    "images": "![" * _DEPTH + "a" + "](b)" * _DEPTH,
    "lists": "".join("  " * level + "- a\n" for level in range(200)),
}


def _keeps_itself(text: str) -> bool:
    skeleton, segments = markdown.parse(text, split=lambda prose: [prose], repair=lambda prose: prose)
    document = Document(skeleton=skeleton, segments=segments)
    changed = {number: accented(segment.content) for number, segment in enumerate(segments)}
    return document.body == text and not guarded(document, changed).findings


@pytest.mark.parametrize("piece", _ENDLESS)
def test_endless(piece: str) -> None:
    """A mark repeated over 40 KB is read and filled; work that grows with the square would take minutes."""
    assert _keeps_itself(piece * (_BYTES // len(piece)))


@pytest.mark.parametrize(
    "begin", ["--- a", "!!! a ", "::: ", ":::tip a", "export const a", "[caption", "{: a"]
)
def test_a_gap_in_a_line(begin: str) -> None:
    """White space that nothing comes of is read once, not once for each of its characters."""
    assert _keeps_itself(begin + " " * _BYTES + "b,\n")


@pytest.mark.parametrize("text", ["@ " + "a." * (_BYTES // 2), "a-" * (_BYTES // 2) + "@"])
def test_no_address(text: str) -> None:
    """A row of words and dots that is no address is not tried from each of its words."""
    assert _keeps_itself(text)


@pytest.mark.parametrize("name", _NESTED)
def test_nested(name: str) -> None:
    """Nesting beyond the interpreter's own stack is read."""
    assert _keeps_itself(_NESTED[name])
