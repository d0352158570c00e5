"""The settings of `[backend.openai]`, and what of them may not stand in a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from i18n_pipeline.backends.openai.address import is_server
from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.errors import UsageError

KEY_VARIABLE = "OPENAI_API_KEY"
SERVER_VARIABLE = "OPENAI_BASE_URL"

Structured = Literal["auto", "json_schema", "json_object", "none"]

_RANGES = {
    "temperature": (0, 2),
    "concurrency": (1, 100),
    "timeout": (1, 3600),
    "retries": (0, 20),
    "batch_texts": (1, 50),
    "context_limit": (0, 10_000),
    "max_tokens": (0, 1_000_000),
}


@dataclass(frozen=True, slots=True)
class OpenAISettings:
    """How a chat server is asked.

    `base_url` is the address before `/chat/completions`. `model` is the server's name of it; without
    one nothing can be asked. `batch_texts` texts go into one request; `context_limit` is how many
    characters of their articles' context go along. `structured` is how a server is held to an answer
    in form: `auto` takes the strictest that it knows. `instructions` are a person's wishes of style.
    `max_tokens` limits an answer (0: the server's own limit). `timeout` is seconds to wait for an
    answer; `retries` how often a request is repeated after 429, a server's fault or a lost
    connection; `concurrency` requests at once.

    Raises UsageError for values out of range.
    """

    base_url: str = "https://api.openai.com/v1"
    model: str = ""
    temperature: float = 0.0
    batch_texts: int = 10
    context_limit: int = 1000
    structured: Structured = "auto"
    instructions: str = ""
    max_tokens: int = 0
    timeout: float = 300.0
    retries: int = 3
    concurrency: int = 2

    def __post_init__(self) -> None:
        if not is_server(self.base_url):
            _refuse(
                "base_url",
                "It is no server's address.",
                'Write one such as "http://localhost:11434/v1", without name, password or query.',
            )
        for name, (least, most) in _RANGES.items():
            value = getattr(self, name)
            if not least <= value <= most:
                _refuse(name, f"{value:g} is out of range.", f"Write {least:,} to {most:,}.")


def settings_from(table: Mapping[str, object], environment: Mapping[str, str]) -> OpenAISettings:
    """Settings from the table `[backend.openai]`; OPENAI_BASE_URL goes before its `base_url`.

    Raises UsageError for what can't be used.
    """
    settings = read_table(OpenAISettings, table, "openai")
    server = environment.get(SERVER_VARIABLE, "").strip()
    return replace(settings, base_url=server) if server else settings


def _refuse(name: str, problem: str, mending: str) -> None:
    raise UsageError(f"`backend.openai.{name}`: {problem}", mending=mending)
