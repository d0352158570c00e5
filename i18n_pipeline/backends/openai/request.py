"""The body of a request, and what of the settings decides a translation."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from i18n_pipeline.backends.openai import notation
from i18n_pipeline.backends.openai.address import place
from i18n_pipeline.backends.openai.dialect import Dialect, first
from i18n_pipeline.backends.openai.prompt import Task, messages
from i18n_pipeline.backends.openai.settings import OpenAISettings

_SAMPLE = Task(
    ('Ga <g id="1">naar</g> huis<x id="2"/>', "Toch?"), "nl", "en", "Werk", {"werk": "work"},
    {1: "Eerst."}, {2: "Dan."}, "A code was lost.",
)  # fmt: skip


def body(task: Task, settings: OpenAISettings, dialect: Dialect) -> dict[str, Any]:
    """What `/chat/completions` is sent."""
    told = messages(task, notation_of(dialect), settings.instructions, system=dialect.system)
    wishes: Mapping[str, Any] = {
        "temperature": settings.temperature if dialect.temperature else None,
        dialect.limit: settings.max_tokens or None,
        "response_format": _response_format(dialect, len(task.texts)),
    }
    return {
        "model": settings.model,
        "messages": told,
        **{name: wish for name, wish in wishes.items() if wish is not None},
    }


def notation_of(dialect: Dialect) -> notation.Notation:
    """How an answer is written in this dialect."""
    return notation.LINES if dialect.form == "none" else notation.JSON


def digest(settings: OpenAISettings) -> str:
    """A digest of all that decides a translation: the server, a sample request, the limit of context.

    The sample goes through the same functions as every request, so a change of the prompt shows.
    """
    decisive = [
        place(settings.base_url),
        settings.context_limit,
        settings.structured,
        [notation.JSON.rule, notation.LINES.rule],
        body(_SAMPLE, settings, first(settings)),
    ]
    return sha256(json.dumps(decisive, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _response_format(dialect: Dialect, count: int) -> dict[str, Any] | None:
    if dialect.form == "none":
        return None
    if dialect.form == "json_object":
        return {"type": "json_object"}
    form = {"name": "translations", "strict": True, "schema": notation.schema(count)}
    return {"type": "json_schema", "json_schema": form}
