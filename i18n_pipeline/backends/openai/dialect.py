"""What a server takes of the API, found out by its refusals.

Servers that call themselves compatible differ: LM Studio takes a schema but no `json_object`, newer
OpenAI models no `temperature` and another name for `max_tokens`, some chat templates no system message.
"""

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from i18n_pipeline.backends.openai.settings import OpenAISettings

Form = Literal["json_schema", "json_object", "none"]

_LOOSER: dict[Form, Form] = {"json_schema": "json_object", "json_object": "none"}
_CONCESSIONS: tuple[tuple[re.Pattern[str], dict[str, Any]], ...] = (
    (re.compile("max_tokens"), {"limit": "max_completion_tokens"}),
    (re.compile("temperature"), {"temperature": False}),
    (re.compile("system (?:role|message|prompt)|roles must alternate", re.IGNORECASE), {"system": False}),
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a request is written.

    `form` holds the answer to a form; `temperature` and `system` say whether that setting and a system
    message are sent; `limit` is what the limit of an answer is called.
    """

    form: Form
    temperature: bool = True
    limit: str = "max_tokens"
    system: bool = True


def first(settings: OpenAISettings) -> Dialect:
    """What is tried first."""
    return Dialect("json_schema" if settings.structured == "auto" else settings.structured)


def conceded(dialect: Dialect, complaint: str, settings: OpenAISettings) -> Dialect | None:
    """What to try after a refusal with these words; None where there is nothing left to give up."""
    for pattern, change in _CONCESSIONS:
        changed = replace(dialect, **change)
        if changed != dialect and pattern.search(complaint):
            return changed
    if settings.structured == "auto" and dialect.form in _LOOSER:
        return replace(dialect, form=_LOOSER[dialect.form])
    return None
