"""The settings of `[backend.openai]`."""

import re
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from i18n_pipeline.backends.openai import OpenAIBackend, OpenAISettings, from_table
from i18n_pipeline.backends.openai.settings import settings_from
from i18n_pipeline.errors import BackendNotReady, UsageError

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "openai.md"
PUBLIC = {"model": "m"}
LOCAL = {"model": "m", "base_url": "http://localhost:11434/v1"}


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "localhost:11434"},
        {"base_url": "https://key@api.example.com/v1"},
        {"temperature": -1.0},
        {"temperature": float("nan")},
        {"concurrency": 0},
        {"timeout": 0.0},
        {"retries": -1},
        {"batch_texts": 0},
        {"context_limit": -1},
        {"max_tokens": -5},
    ],
)
def test_settings_that_can_not_work_are_refused(settings: dict[str, Any]) -> None:
    """The error names the setting and what it may be."""
    with pytest.raises(UsageError, match=rf"`backend\.openai\.{next(iter(settings))}`.*Write"):
        OpenAISettings(**settings)


@pytest.mark.parametrize("name", ["api_key", "key", "OPENAI_API_KEY"])
def test_a_key_in_the_table_is_not_shown(name: str) -> None:
    """It is no setting, and the message does not repeat it."""
    with pytest.raises(UsageError, match=name) as caught:
        from_table({name: "sk-geheim"}, {})
    assert "geheim" not in str(caught.value)


def test_a_structure_that_is_none_is_refused() -> None:
    """The choices are named."""
    with pytest.raises(UsageError, match='"auto", "json_schema", "json_object", "none"'):
        from_table({"structured": "yaml"}, {})


def test_the_environment_names_the_server() -> None:
    """OPENAI_BASE_URL goes before the file, unless it is empty."""
    assert settings_from(LOCAL, {"OPENAI_BASE_URL": "http://gpu:8000/v1"}).base_url == "http://gpu:8000/v1"
    assert settings_from(LOCAL, {"OPENAI_BASE_URL": " "}).base_url == LOCAL["base_url"]


@pytest.mark.parametrize(
    ("table", "key", "words"),
    [
        ({}, "sk-1", r"No model.*`model = "),
        ({"base_url": LOCAL["base_url"]}, "", "No model"),
        (PUBLIC, "", "Set OPENAI_API_KEY"),
        (PUBLIC, "sk-geh\neim", "characters that no key has"),
        (LOCAL, "sk-geh€im", "characters that no key has"),
    ],
)
def test_what_is_missing_is_told_before_anything_is_sent(table: dict[str, str], key: str, words: str) -> None:
    """A model is always needed, a key for a public server; a broken one is not repeated."""
    backend = from_table(table, {"OPENAI_API_KEY": key})
    with pytest.raises(BackendNotReady, match=words) as caught:
        backend.check_ready()
    assert "geh" not in str(caught.value)


def test_a_local_server_needs_no_key() -> None:
    """It is ready with a model's name, and costs nothing; a public one does."""
    backend = from_table(LOCAL, {})
    backend.check_ready()
    assert not backend.capabilities.paid
    assert from_table(PUBLIC, {}).capabilities.paid


def test_only_what_changes_a_translation_changes_the_fingerprint() -> None:
    """Key, patience and haste are no part of it; model, server, prompt and wishes are."""

    def fingerprint(key: str = "", **settings: Any) -> str:
        return OpenAIBackend(OpenAISettings(**{"model": "m", **settings}), key).fingerprint

    plain = fingerprint()
    assert fingerprint("sk-1", timeout=5.0, retries=1, concurrency=7, batch_texts=3) == plain
    changes: list[dict[str, Any]] = [
        {"model": "n"},
        {"base_url": "http://localhost:1/v1"},
        {"temperature": 0.5},
        {"structured": "none"},
        {"instructions": "Say you."},
        {"context_limit": 5},
        {"max_tokens": 100},
    ]
    assert len({plain, *(fingerprint(**change) for change in changes)}) == len(changes) + 1


def test_every_setting_stands_on_the_page_with_its_default() -> None:
    """The table of settings is that of the code."""
    table = PAGE.read_text("utf-8").split("\n## Settings\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| `(.+?)` \| ", table, re.MULTILINE)
    assert tomllib.loads("\n".join(f"{name} = {value}" for name, value in rows)) == asdict(OpenAISettings())
