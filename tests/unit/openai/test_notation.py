"""A model's answer read."""

import pytest

from i18n_pipeline.backends.openai.notation import JSON, LINES, Unreadable, schema


@pytest.mark.parametrize(
    "answer",
    [
        '{"1": "Go", "2": "Come"}',
        '\n {"2": "Come",\n"1": "Go"} \n',
        '```json\n{"1": "Go", "2": "Come"}\n```',
        'Here are the translations:\n\n```\n{"1": "Go", "2": "Come"}\n```\nGood luck!',
        '<think>First {"1": "no"}, but\nthen…</think>\n{"1": "Go", "2": "Come"}',
        'It is short.</think>{"1": "Go", "2": "Come"}',
    ],
    ids=["plain", "spaced", "fenced", "talkative", "thinking", "half a tag"],
)
def test_json_is_found_among_words(answer: str) -> None:
    """Fences, politeness and thoughts around the object are left out."""
    assert JSON.read(answer, 2) == {1: "Go", 2: "Come"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("", "no JSON"),
        ("[1] Go", "no JSON"),
        ('{"1": "Go", "2": "Come",}', "malformed"),
        ("{'1': 'Go', '2': 'Come'}", "malformed"),
        ('{"1": "Go", "2": "Co', "malformed"),
        ('{"1": "Go"}', "1 translations of 2"),
        ('{"0": "Go", "1": "Come"}', "other numbers"),
        ('{"1": "Go", "2": "Come", "3": "Stay"}', "3 translations of 2"),
        ('{"1": "Go", "1": "Went", "2": "Come"}', "twice"),
        ('{"1": "Go", "01": "Went"}', "other numbers"),
        ('{"1": "Go", "two": "Come"}', "other numbers"),
        ('{"1": "Go", "²": "Come"}', "other numbers"),
        ('{"1": "Go", "2": null}', "no text"),
        ('{"1": "Go", "2": {"text": "Come"}}', "no text"),
        ('{"1": "Go", "2": "Come"} or {"1": "Walk", "2": "Come"}', "more than one"),
        ('<think>{"1": "Go", "2": "Come"}', "without an end"),
        ("[" * 10 + '{"1":' * 100_000, "malformed"),
    ],
)
def test_json_that_is_almost_right_is_not_guessed_at(answer: str, reason: str) -> None:
    """Nothing of an answer with other numbers, other types or broken notation is used."""
    with pytest.raises(Unreadable, match=reason):
        JSON.read(answer, 2)


@pytest.mark.parametrize(
    "answer",
    [
        "[1] Go\n[2] 3. Come [1]",
        "Sure!\n\n```\n[2] 3. Come [1]\n\n[1]   Go  \n```\n",
        "<think>\n[1] no\n</think>\n[1] Go\n[2] 3. Come [1]",
    ],
    ids=["plain", "talkative", "thinking"],
)
def test_lines_are_found_by_their_numbers(answer: str) -> None:
    """A number in brackets at a line's start is the text's, whatever follows."""
    assert LINES.read(answer, 2) == {1: "Go", 2: "3. Come [1]"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("", "0 translations of 2"),
        ("Go\nCome", "0 translations of 2"),
        ("[1] Go", "1 translations of 2"),
        ("[1] Go\n[3] Come", "other numbers"),
        ("[1] Go\n[02] Come", "without a number"),
        ("[1] Go\n[1] Went\n[2] Come", "twice"),
        ("[1] Go\nand go\n[2] Come", "without a number"),
        ("[1] Go\n[2] Come\nI hope this helps.", "without a number"),
    ],
)
def test_lines_that_are_almost_right_are_not_guessed_at(answer: str, reason: str) -> None:
    """A line that could belong to a text or be talk spoils the answer."""
    with pytest.raises(Unreadable, match=reason):
        LINES.read(answer, 2)


def test_the_schema_wants_each_number() -> None:
    """A server that keeps to it can't leave out a text or add one."""
    wanted = schema(2)
    assert wanted["required"] == ["1", "2"]
    assert wanted["additionalProperties"] is False
