"""Where front matter ends and the body begins."""

import re
from contextlib import suppress

from frontmatter.default_handlers import BaseHandler, YAMLHandler
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n_pipeline.formats.front_matter import Notation
from i18n_pipeline.formats.front_matter.split import split

LINES = st.lists(
    st.sampled_from(
        (
            "---",
            "--- ",
            "----",
            "--",
            " ---",
            "---x",
            "+++",
            "+++\t",
            "title: x",
            "url: /a---b",
            "",
            " ",
            "\u2028---",
            "tekst",
            "\ufeff---",
        )
    ),
    max_size=8,
)


@settings(deadline=None)
@given(LINES, st.lists(st.sampled_from(("\n", "\r\n", "\r")), min_size=8, max_size=8))
def test_the_cut_is_where_python_frontmatter_makes_it(lines: list[str], newlines: list[str]) -> None:
    """The parts are those of python-frontmatter's handlers for a file read in text mode."""
    text = "".join(line + newline for line, newline in zip(lines, newlines, strict=False))
    parts = split(text)
    as_read = re.sub(r"\r\n?", "\n", text).strip()
    handlers = {
        Notation.YAML: YAMLHandler(),
        Notation.TOML: BaseHandler(re.compile(r"^\+{3,}\s*$", re.MULTILINE), "+++", "+++"),
    }
    expected = (Notation.NONE, "", _same(as_read))
    for notation, handler in handlers.items():
        with suppress(ValueError):  # fewer than two delimiters
            if handler.detect(as_read):
                content, body = handler.split(as_read)
                expected = (notation, _same(content), _same(body))
    assume(not text.lstrip("\n\r ").startswith("\ufeff"))  # a mark hides the first delimiter from it
    found = (parts.notation, _same(parts.content), _same(parts.body))
    assert found == expected


def _same(text: str) -> str:
    """The text without what python-frontmatter strips, and without the mark that YAML passes over."""
    return re.sub(r"\r\n?", "\n", text).strip().lstrip("\ufeff").strip()
