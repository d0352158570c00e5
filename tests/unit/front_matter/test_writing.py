"""Edits of a head: what they change, what they leave, what they refuse."""

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats.front_matter import Path, read, write

HEAD = """\
---
# uitleg
title:   "Netwerken" # kop\t
date: 2015-03-20

tags:
  - solliciteren # kern
  -  carriere
categories:
 - Carriere
seo: # zoeken
    description: >-
      Een
      omschrijving

    robots: all

wanneer: {van: ma, tot: di}
english_title:
# einde
---
"""


def test_many_edits_touch_only_their_values() -> None:
    """Texts, a new key and a dropped one in one call; every other line stays."""
    changed = write(
        HEAD,
        {
            ("title",): "Networking",
            ("english_title",): "Networking",
            ("tags", 0): "applying",
            ("seo", "description"): "A description: short",
            ("lang",): "en",
            ("date",): None,
        },
    )
    assert (
        changed
        == """\
---
# uitleg
title:   "Networking" # kop\t

tags:
  - applying # kern
  -  carriere
categories:
 - Carriere
seo: # zoeken
    description: >-
      A description: short

    robots: all

wanneer: {van: ma, tot: di}
english_title: Networking
# einde
lang: en
---
"""
    )


@pytest.mark.parametrize("text", ["Netwerken", None])
def test_no_change_gives_the_head_itself(text: str | None) -> None:
    """The text that stands there, and the removal of what isn't there, change nothing."""
    assert write(HEAD, {("title",) if text else ("weg",): text}) == HEAD


def test_typed_values_that_are_set_to_what_they_say_stay() -> None:
    """A date or boolean set to the text that is written there isn't quoted."""
    head = "---\ndate: 2015-03-20\ndraft: true\n---\n"
    assert write(head, {("date",): "2015-03-20", ("draft",): "true"}) == head


def test_a_duplicate_key_that_has_the_text_stays() -> None:
    """The last of two keys is the one that counts; where it has the text, neither changes."""
    head = "---\nk: een\nk: twee\n---\n"
    assert write(head, {("k",): "twee"}) == head
    assert write(head, {("k",): "een"}) == "---\nk: een\nk: een\n---\n"


# id: lines before, the new path, lines after
INSERTED: dict[str, tuple[str, Path, str]] = {
    "top": ("a: b\n", ("lang",), "a: b\nlang: x\n"),
    "top, after comments and blank lines": ("a: b\n\n# c\n\n", ("lang",), "a: b\n\n# c\n\nlang: x\n"),
    "top, after a kept block": ("a: |+\n  b\n\n", ("lang",), "a: |+\n  b\n\nlang: x\n"),
    "top, indented": ("  a: b\n  c: d\n", ("lang",), "  a: b\n  c: d\n  lang: x\n"),
    "top, before the end mark": ("a: b\n...\n", ("lang",), "a: b\nlang: x\n...\n"),
    "top, in braces": ("{a: b}\n", ("lang",), "{a: b, lang: x}\n"),
    "nothing there": ("", ("lang",), "lang: x\n"),
    "comments alone": ("# c\n", ("lang",), "# c\nlang: x\n"),
    "key that needs quotes": ("a: b\n", ("no",), 'a: b\n"no": x\n'),
    "nested": ("s:\n   a: b # c\n\nt: u\n", ("s", "k"), "s:\n   a: b # c\n   k: x\n\nt: u\n"),
    "nested, after a list": ("s:\n  a:\n  - b\nt: u\n", ("s", "k"), "s:\n  a:\n  - b\n  k: x\nt: u\n"),
    "nested, after a kept block": (
        "s:\n  a: |+\n    b\n\nt: u\n",
        ("s", "k"),
        "s:\n  a: |+\n    b\n\n  k: x\nt: u\n",
    ),
    "nested twice": (
        "s:\n  a:\n    b: c\n  d: e\n",
        ("s", "a", "k"),
        "s:\n  a:\n    b: c\n    k: x\n  d: e\n",
    ),
    "nested in a list": ("s:\n  - a: b\n  - c: d\n", ("s", 0, "k"), "s:\n  - a: b\n    k: x\n  - c: d\n"),
    "nested in braces": ("s: {a: b}\n", ("s", "k"), "s: {a: b, k: x}\n"),
    "nested in empty braces": ("s: {}\n", ("s", "k"), "s: {k: x}\n"),
    "nested, comma at the end": ("s: {\n  a: b,\n  }\n", ("s", "k"), "s: {\n  a: b, k: x\n  }\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("before", "path", "after"), INSERTED.values(), ids=INSERTED)
def test_a_new_key_goes_to_the_end_of_its_table(before: str, path: Path, after: str, newline: str) -> None:
    """A key that isn't there is put at the end, with the head's line ends."""
    head = f"---\n{before}---\n".replace("\n", newline)
    assert write(head, {path: "x"}) == f"---\n{after}---\n".replace("\n", newline)


DROPPED: dict[str, tuple[str, Path, str]] = {
    "scalar": ("a: b # c\n# d\ne: f\n", ("a",), "# d\ne: f\n"),
    "only key": ("a: b\n", ("a",), ""),
    "text over lines": ("a: b\n  c\n\nd: e\n", ("a",), "\nd: e\n"),
    "block": ("a: |\n  b\n\n  c\n\nd: e\n", ("a",), "\nd: e\n"),
    "kept block": ("x: |+\n  y\na: |+\n  b\n\nd: e\n", ("a",), "x: |+\n  y\nd: e\n"),
    "list": ("a:\n- b\n- c\nd: e\n", ("a",), "d: e\n"),
    "table": ("a:\n  b:\n    c: d\ne: f\n", ("a",), "e: f\n"),
    "null": ("a:\nb: c\n", ("a",), "b: c\n"),
    "duplicate": ("a: b\nc: d\na: e\n", ("a",), "c: d\n"),
    "alias": ("a: &x b\nc: *x\n", ("c",), "a: &x b\n"),
    "nested": ("a:\n  b: c\n  d: e\n", ("a", "b"), "a:\n  d: e\n"),
    "last nested": ("a:\n  b: c\nd: e\n", ("a", "b"), "a:\nd: e\n"),
    "first of a list's item": ("a:\n- b: c\n  d: e\n", ("a", 0, "b"), "a:\n- d: e\n"),
    "in braces, first": ("a: {b: c, d: e}\n", ("a", "b"), "a: {d: e}\n"),
    "in braces, last": ("a: {b: c, d: e}\n", ("a", "d"), "a: {b: c}\n"),
    "in braces, only": ("a: {b: c}\n", ("a", "b"), "a: {}\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("before", "path", "after"), DROPPED.values(), ids=DROPPED)
def test_a_dropped_key_goes_with_its_lines(before: str, path: Path, after: str, newline: str) -> None:
    """All lines of the key go, and no others."""
    head = f"---\n{before}---\n".replace("\n", newline)
    assert write(head, {path: None}) == f"---\n{after}---\n".replace("\n", newline)


def test_a_table_may_lose_its_last_key_and_get_another() -> None:
    """New keys are put in before others are taken out."""
    head = "---\nseo:\n  a: b\n---\n"
    assert write(head, {("seo", "a"): None, ("seo", "c"): "d"}) == "---\nseo:\n  c: d\n---\n"


def test_an_article_without_front_matter_gets_one() -> None:
    """An empty head becomes YAML with the given line ends, but only for a text."""
    assert write("", {("lang",): "en"}) == "---\nlang: en\n---\n"
    assert write("", {("lang",): "en"}, newline="\r\n") == "---\r\nlang: en\r\n---\r\n"
    assert write("", {("lang",): None}) == ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param((), "x", id="no path"),
        pytest.param(("weg", "a"), "x", id="parent isn't there"),
        pytest.param(("title", "a"), "x", id="parent is a text"),
        pytest.param(("tags", 2), "x", id="new list item"),
        pytest.param(("tags", 0), None, id="list item removed"),
    ],
)
def test_a_path_without_a_place_is_a_value_error(path: Path, text: str | None) -> None:
    """What no setting should ask for is an error of the caller."""
    with pytest.raises(ValueError, match=r"key|table"):
        write(HEAD, {path: text})


def test_a_head_is_what_read_gives() -> None:
    """A text that is no head is an error of the caller."""
    for text in ("title: x\n", f"{HEAD}Tekst\n", "---\nTekst\n---\n"):
        with pytest.raises(ValueError, match=r"head|^$"):
            write(text, {("title",): "x"})


def test_an_anchor_that_is_needed_is_not_removed() -> None:
    """A key whose value others refer to can't go; the error says so with its line."""
    with pytest.raises(ArticleError, match="`a` can't be changed") as caught:
        write("---\n# x\na: &x b\nc: *x\n---\n", {("a",): None})
    assert caught.value.place is not None
    assert caught.value.place.line == 3


def test_a_lone_surrogate_is_refused() -> None:
    """A text that no file can hold isn't written."""
    with pytest.raises(ArticleError):
        write(HEAD, {("title",): "\ud800"})


def test_an_edit_is_read_back() -> None:
    """The written texts are those of the new head's fields."""
    changed = write(HEAD, {("wanneer", "van"): "ma, di", ("categories", 0): "null"})
    texts = {field.path: field.text for field in read(changed).fields}
    assert texts["wanneer", "van"] == "ma, di"
    assert texts["categories", 0] == "null"


def test_a_text_that_needs_another_style_leaves_the_others_theirs() -> None:
    """Where one of many texts doesn't fit as it was tried first, only that one is written otherwise."""
    lines = [f"k{number}: een\n  twee\n" for number in range(20)]
    texts: dict[Path, str] = {(f"k{number}",): "one" for number in range(20)}
    changed = write(f"---\n{''.join(lines)}---\n", texts | {("k7",): "one\n"})
    assert changed.count(": one\n") == 19
    assert 'k7: "one\\n"\n' in changed
