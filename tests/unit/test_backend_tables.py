"""Settings of an engine from a table."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest

from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.errors import UsageError


class Size(StrEnum):
    """A choice as an enumeration, one of them empty."""

    NONE = ""
    SMALL = "small"


@dataclass(frozen=True)
class Settings:
    """One field of each kind."""

    name: str = ""
    number: int = 0
    share: float = 0.5
    flag: bool = False
    mode: Literal["fast", "good"] = "fast"
    size: Size = Size.SMALL
    model: Path | None = None
    words: tuple[str, ...] = ()


def test_an_empty_table_gives_the_defaults() -> None:
    """Every key may be left out."""
    assert read_table(Settings, {}, "x") == Settings()


def test_values_become_what_the_fields_are() -> None:
    """TOML's lists, whole numbers and texts fit tuples, floats, enumerations and paths."""
    table = {"share": 1, "words": ["a", "b"], "size": "", "model": "m.gguf", "mode": "good", "flag": True}
    settings = read_table(Settings, table, "x")
    assert settings == Settings(
        share=1.0, words=("a", "b"), size=Size.NONE, model=Path("m.gguf"), mode="good", flag=True
    )
    assert isinstance(settings.share, float)


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("name", 1, "text"),
        ("number", True, "a whole number"),
        ("number", 1.5, "a whole number"),
        ("share", "1", "a number"),
        ("flag", 1, "true or false"),
        ("mode", "best", 'one of "fast", "good"'),
        ("size", ["small"], 'one of "", "small"'),
        ("model", 3, "a path"),
        ("words", "a", "a list; each item text"),
        ("words", ["a", 1], "a list; each item text"),
    ],
)
def test_a_value_of_another_type_is_refused(key: str, value: object, wanted: str) -> None:
    """The message names the key and what it has to be."""
    with pytest.raises(UsageError) as caught:
        read_table(Settings, {key: value}, "x")
    assert str(caught.value) == f"`backend.x.{key}`: The value does not fit. It has to be {wanted}."


def test_an_unknown_key_gets_the_nearest_known() -> None:
    """A slip of the pen is answered with the right name."""
    with pytest.raises(UsageError, match=r"`backend\.x\.nmae`.*Did you mean `name`\?"):
        read_table(Settings, {"nmae": "secret"}, "x")


def test_a_refused_value_is_not_shown() -> None:
    """What stands in the wrong place may be a secret."""
    with pytest.raises(UsageError) as caught:
        read_table(Settings, {"number": "s3cret"}, "x")
    assert "s3cret" not in str(caught.value)
