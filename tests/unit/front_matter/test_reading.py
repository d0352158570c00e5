"""What `read` finds in front matter."""

from itertools import pairwise

import pytest

from i18n_pipeline.formats.front_matter import Field, Notation, read

ARTICLE = """\
---
# vul de velden in
title: "#89: A & B"
date: 2025-01-07 # jjjj - mm - dd
changed: 2018-08-07 09:24:55 +2h

tags:
- solliciteren
 # nog een
-
wanneer: {van: 'ma', tot}
intro: Een kop
  over twee regels
url: https://example.org/a---b
tekst: |
  regel een

english_title: ~ # later
---

Tekst

---
"""


def test_fields_have_path_text_and_line() -> None:
    """Every scalar value is a field, with what YAML reads and the line where it begins."""
    assert read(ARTICLE).fields == (
        Field(("title",), "#89: A & B", True, 3),
        Field(("date",), "2025-01-07", False, 4),
        Field(("changed",), "2018-08-07 09:24:55 +2h", True, 5),
        Field(("tags", 0), "solliciteren", True, 8),
        Field(("tags", 1), None, False, 10),
        Field(("wanneer", "van"), "ma", True, 11),
        Field(("wanneer", "tot"), None, False, 11),
        Field(("intro",), "Een kop over twee regels", True, 12),
        Field(("url",), "https://example.org/a---b", True, 14),
        Field(("tekst",), "regel een\n", True, 15),
        Field(("english_title",), None, False, 18),
    )


def test_keys_are_those_of_tables_and_lists_too() -> None:
    """A key is known even where its value is no scalar."""
    keys = read(ARTICLE).keys
    assert ("tags",) in keys
    assert ("wanneer",) in keys
    assert ("tags", 0) not in keys


def test_a_field_says_where_its_value_is_written() -> None:
    """The span of a field is its value with quotes, without comment."""
    front = read(ARTICLE)
    written = [front.head[field.start : field.end] for field in front.fields]
    assert written[:2] == ['"#89: A & B"', "2025-01-07"]
    assert written[-2:] == ["|\n  regel een", "~"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n", "\ufeff\n "])
def test_line_ends_marks_and_leading_space_are_no_matter(newline: str, start: str) -> None:
    """Fields are found behind a byte order mark and with any line ends, and the head has it all."""
    article = (start + ARTICLE).replace("\n", newline)
    front = read(article)
    assert front.head + front.body == article
    assert front.body == "\nTekst\n\n---\n".replace("\n", newline)
    assert [field.text for field in front.fields] == [field.text for field in read(ARTICLE).fields]
    shift = start.count("\n")
    assert [field.line for field in front.fields] == [field.line + shift for field in read(ARTICLE).fields]


def test_signs_beyond_the_first_plane_move_no_span() -> None:
    """Spans count characters, whatever stands before them."""
    front = read("---\n😀: \U0001f468\u200d\U0001f469 # 😀\r\nb: ' \u00a0\u200b\ufeffé'\ne\u0301: x\n---\n")
    written = [front.head[field.start : field.end] for field in front.fields]
    assert written == ["\U0001f468\u200d\U0001f469", "' \u00a0\u200b\ufeffé'", "x"]
    assert [field.line for field in front.fields] == [2, 3, 4]


@pytest.mark.parametrize("marks", ["\ufeff", "\ufeff\ufeff"])
def test_a_mark_behind_the_delimiter_moves_no_span(marks: str) -> None:
    """A byte order mark in front, which libyaml passes over uncounted, is no part of a key."""
    front = read(f"---\n{marks}title: A\n---\n")
    (field,) = front.fields
    assert (field.path, front.head[field.start : field.end]) == (("title",), "A")


@pytest.mark.parametrize(
    "article",
    [
        pytest.param("", id="empty file"),
        pytest.param("\ufeff", id="byte order mark alone"),
        pytest.param("# Kop\n\n---\n\nTekst\n\n---\n", id="rules in the body"),
        pytest.param("---\ntitle: A\n", id="no closing delimiter"),
        pytest.param("---\ntitle: A\n ---\n", id="indented delimiter"),
        pytest.param("---x\ntitle: A\n---\n", id="text behind the first delimiter"),
        pytest.param("---\nFoo\n---\nBar\n---\n", id="prose between rules"),
        pytest.param("---\n- a\n- b\n---\n", id="list between rules"),
        pytest.param("---\n{{ page.title }}\n---\n", id="Liquid between rules"),
        pytest.param("---\n* een\n* twee\n---\n", id="bullets between rules"),
        pytest.param("+++\nprose\n+++\n", id="prose between plus signs"),
        pytest.param('{\n"title": "A"\n}\n', id="JSON"),
    ],
)
def test_what_is_no_front_matter_is_body(article: str) -> None:
    """Without two delimiters and keys between them the whole text is body."""
    front = read(article)
    assert (front.notation, front.head, front.body) == (Notation.NONE, "", article)


@pytest.mark.parametrize("article", ["---\n---\n", "---\n\n \n---", "---\n# alleen uitleg\n---\nTekst"])
def test_front_matter_may_be_empty(article: str) -> None:
    """Two delimiters with nothing but comments between them are front matter without fields."""
    front = read(article)
    assert (front.notation, front.fields) == (Notation.YAML, ())
    assert front.head + front.body == article


def test_a_duplicate_key_is_there_twice() -> None:
    """A key written twice gives two fields of one path, and one key."""
    front = read("---\ndescription: een\ndescription: twee\n---\n")
    assert [(field.path, field.text) for field in front.fields] == [
        (("description",), "een"),
        (("description",), "twee"),
    ]
    assert front.keys == (("description",),)


def test_an_alias_is_no_field() -> None:
    """What stands elsewhere is a field only there, without its anchor."""
    front = read("---\na: &naam Jan\nb: *naam\nc:\n  <<: &d {e: f}\ng: *d\n---\n")
    assert [field.path for field in front.fields] == [("a",), ("c", "<<", "e")]
    assert front.head[front.fields[0].start : front.fields[0].end] == "Jan"


def test_liquid_in_a_value_is_no_text() -> None:
    """Unquoted Liquid reads as braces in braces, quoted Liquid as text."""
    front = read('---\na: {{ page.title }}\nb: "{{ page.title }}"\n---\n')
    assert [(field.path, field.text) for field in front.fields] == [(("b",), "{{ page.title }}")]


@pytest.mark.parametrize("value", ["yes", "12", "1.0", "2018-08-07", "1:30", ".inf", "~", "!!int '3'"])
def test_typed_values_are_no_text(value: str) -> None:
    """What YAML reads as a number, date, boolean or null isn't text."""
    assert [field.is_text for field in read(f"---\na: {value}\n---\n").fields] == [False]


def test_spans_do_not_overlap() -> None:
    """Fields stand one after the other."""
    assert all(one.end <= other.start for one, other in pairwise(read(ARTICLE).fields))
