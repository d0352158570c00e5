"""Front matter of every style: nothing changes unasked, and what is asked for is read back exactly."""

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats.front_matter import Field, Notation, read, write
from tests.properties.front_matter_articles import ARTICLES, NEW_KEYS, TEXTS
from tests.properties.front_matter_data import cut, data_of, with_text, without


def _fields(article: str) -> tuple[Field, ...]:
    return read(article).fields


@settings(deadline=None)
@given(ARTICLES)
def test_head_and_body_are_the_text(article: str) -> None:
    """A text is cut in two and loses nothing."""
    front = read(article)
    assert front.head + front.body == article
    assert write(front.head, {}) == front.head


@settings(deadline=None)
@given(st.text(st.sampled_from("-+\n\r:= ab#\"'[]{}|>*&!\t\ufeff\u2028\x08😀"), max_size=60))
@example("---\n[[[[[[\n---\n")
def test_any_text_is_read_or_refused_by_line(text: str) -> None:
    """Whatever stands in a file, it is cut in two or refused with a line of the file."""
    refused: ArticleError | None = None
    try:
        front = read(text)
    except ArticleError as error:
        refused = error
    if refused is None:
        assert front.head + front.body == text
    else:
        assert refused.place is not None
        assert 0 < refused.place.line <= len(re.findall(r"\r\n|\r|\n", text)) + 1
        assert refused.mending


@settings(deadline=None)
@given(ARTICLES)
def test_texts_that_stand_there_already_change_nothing(article: str) -> None:
    """Writing every field's own text gives back the head."""
    front = read(article)
    assert (
        write(front.head, {field.path: field.text for field in front.fields if field.text is not None})
        == front.head
    )


@settings(deadline=None)
@given(ARTICLES, TEXTS, st.data())
def test_a_written_text_is_read_back_and_nothing_else_changes(
    article: str, text: str, data: st.DataObject
) -> None:
    """Other parsers read the new text at its path and all other values as before; other bytes stay."""
    front = read(article)
    assume(front.fields)
    field = data.draw(st.sampled_from(front.fields))
    head = write(front.head, {field.path: text})
    assert data_of(head) == with_text(data_of(front.head), field.path, text)
    assert field.text == text or [x.text for x in _fields(head) if x.path == field.path][-1] == text
    twice = [x.path for x in front.fields].count(field.path) > 1
    if not twice:
        assert head.startswith(front.head[: field.start])
        assert head.endswith(front.head[field.end :].lstrip(" "))


@settings(deadline=None)
@given(ARTICLES, st.data())
def test_all_fields_are_written_at_once(article: str, data: st.DataObject) -> None:
    """Many texts are written in one call, whatever styles they need."""
    front = read(article)
    texts = {field.path: data.draw(TEXTS) for field in front.fields}
    head = write(front.head, texts)
    assert {field.path: field.text for field in _fields(head)} == texts


@settings(deadline=None)
@given(ARTICLES, NEW_KEYS, TEXTS)
def test_a_new_key_is_added_and_nothing_else_changes(article: str, key: str, text: str) -> None:
    """The key is there with its text, and without its line the head is as before."""
    front = read(article)
    head = write(front.head, {(key,): text})
    assert [field.text for field in _fields(head) if field.path == (key,)] == [text]
    assert data_of(head) == (
        data_of(front.head) | {key: text}
        if front.notation is Notation.TOML
        else [*(data_of(front.head) or []), (key, text)]
    )
    assert write(head, {(key,): None}) == front.head


@settings(deadline=None)
@given(ARTICLES, TEXTS, st.data())
def test_a_new_nested_key_goes_to_the_end_of_its_table(article: str, text: str, data: st.DataObject) -> None:
    """The table has one more key, the last, and nothing else changes."""
    front = read(article)
    tables = [path[:-1] for path in front.keys if len(path) > 1]
    assume(tables)
    table = data.draw(st.sampled_from(tables))
    head = write(front.head, {(*table, "nieuw"): text})
    assert [field.text for field in _fields(head) if field.path == (*table, "nieuw")] == [text]
    assert cut(data_of(write(head, {(*table, "nieuw"): None}))) == cut(data_of(front.head))
    assert cut(without(data_of(head), (*table, "nieuw"))) == cut(data_of(front.head))


@settings(deadline=None)
@given(ARTICLES, st.data())
def test_a_dropped_key_is_gone_and_nothing_else_changes(article: str, data: st.DataObject) -> None:
    """Other keys keep their values, and what is left are lines that stood there before."""
    front = read(article)
    keys = [path for path in front.keys if f"&{path[0]}" not in front.head]
    assume(keys)
    path = data.draw(st.sampled_from(keys))
    head = write(front.head, {path: None})
    assert path not in read(head).keys
    assert cut(data_of(head)) == cut(without(data_of(front.head), path))
    left = iter(front.head.splitlines(keepends=True))
    assert len(path) > 1 or all(line in left for line in head.splitlines(keepends=True))
