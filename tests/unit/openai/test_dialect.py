"""What is tried after a refusal."""

from collections.abc import Iterator

import pytest

from i18n_pipeline.backends.openai.dialect import Dialect, conceded, first
from i18n_pipeline.backends.openai.settings import OpenAISettings, Structured

AUTO = OpenAISettings()


def tried(complaint: str, settings: OpenAISettings = AUTO) -> Iterator[Dialect]:
    """All dialects, one after the other, for a server that says the same every time."""
    dialect: Dialect | None = first(settings)
    while dialect:
        yield dialect
        dialect = conceded(dialect, complaint, settings)


def test_the_form_is_loosened_step_by_step() -> None:
    """Schema, then any JSON, then lines; then there is nothing left."""
    assert [dialect.form for dialect in tried("what?")] == ["json_schema", "json_object", "none"]


@pytest.mark.parametrize("structured", ["json_schema", "json_object", "none"])
def test_a_form_that_was_asked_for_stays(structured: Structured) -> None:
    """Only `auto` looks for another."""
    assert [d.form for d in tried("what?", OpenAISettings(structured=structured))] == [structured]


@pytest.mark.parametrize(
    ("complaint", "second"),
    [
        ("Unsupported value: 'temperature' does not support 0", Dialect("json_schema", temperature=False)),
        (
            "Use 'max_completion_tokens', not 'max_tokens'",
            Dialect("json_schema", limit="max_completion_tokens"),
        ),
        ("System role not supported", Dialect("json_schema", system=False)),
        ("Conversation roles must alternate user/assistant/user", Dialect("json_schema", system=False)),
    ],
)
def test_what_a_refusal_names_is_given_up_first(complaint: str, second: Dialect) -> None:
    """A parameter that the server's words name is at fault before the form is."""
    assert list(tried(complaint))[1] == second


def test_nothing_is_given_up_twice() -> None:
    """However often a server complains, the search ends."""
    assert len(list(tried("temperature, max_tokens, system role"))) == 6
