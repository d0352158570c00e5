"""Names with control characters and stray bytes, where people and line-based formats meet them."""

import json

import pytest

from i18n_pipeline.model.visible import visible, visible_json


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("nl/één gids — 'x'.md", "nl/één gids — 'x'.md"),
        ("nl/a\\nb.md", "nl/a\\nb.md"),
        ("twee\nregels\tund\r.md", "twee\\nregels\\tund\\r.md"),
        ("\x1b]0;title\x07\x9b31m\x7f.md", "\\x1b]0;title\\x07\\x9b31m\\x7f.md"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
        ("x\udcff.md", "x\\xff.md"),
        ("x\ud83d.md", "x\\ud83d.md"),
    ],
)
def test_what_can_not_be_seen_is_written_out(name: str, shown: str) -> None:
    """Letters, quotes and backslashes stay; a control character or a stray byte becomes its escape."""
    assert visible(name) == shown


def test_line_feeds_may_stay() -> None:
    """A text of several lines keeps them, and nothing else that a terminal obeys."""
    assert visible("a\x1b[2J\r\nb", breaks=True) == "a\\x1b[2J\\r\nb"


@pytest.mark.parametrize("text", ['"\\\n\x1b', "\x7f\x80\x9b\u2028", "x\udcff.md", "x\ud83d"])
def test_json_means_the_same(text: str) -> None:
    """What is read from it is the text, and what is printed can be encoded and holds no control."""
    written = visible_json(json.dumps({"name": text}, ensure_ascii=False))
    assert json.loads(written) == {"name": text}
    assert written.isprintable()
    written.encode()
