"""DeepL's settings, and what of them may not stand in a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.errors import UsageError

KEY_VARIABLE = "DEEPL_AUTH_KEY"
SERVER_VARIABLE = "DEEPL_SERVER_URL"

Formality = Literal["prefer_more", "prefer_less", "default"]
ModelType = Literal["", "quality_optimized", "prefer_quality_optimized", "latency_optimized"]

_MOST_INSTRUCTIONS = 10
_LONGEST_INSTRUCTION = 300
_RANGES = {"context_limit": (0, 10_000), "timeout": (1, 3600), "retries": (0, 20), "concurrency": (1, 100)}
_KEYS = {"key", "authkey", "apikey", "deeplauthkey", "deeplapikey", "token", "secret", "password"}


@dataclass(frozen=True, slots=True)
class DeepLSettings:
    """What DeepL is asked for; an empty text means DeepL's own choice.

    `formality` is a wish: a target language without it (English) is no error. `style_rule` and
    `glossary_id` are ids of DeepL's. `custom_instructions`: up to 10 of 300 characters.
    `context_limit` is how many characters of an article's context go along (they cost nothing).
    `timeout` is seconds to wait for an answer, at least one; `retries` how often a request is
    repeated after 429, a server's fault or a lost connection; `concurrency` requests at once.

    Raises UsageError for values that DeepL would refuse.
    """

    server_url: str = ""
    formality: Formality = "prefer_more"
    model_type: ModelType = ""
    style_rule: str = ""
    custom_instructions: tuple[str, ...] = ()
    context_limit: int = 4000
    glossary_id: str = ""
    timeout: float = 60.0
    retries: int = 5
    concurrency: int = 4

    def __post_init__(self) -> None:
        if self.server_url and not _is_server(self.server_url):
            _refuse("server_url", "It is no server's address.", 'Write one such as "https://api.deepl.com".')
        if len(self.custom_instructions) > _MOST_INSTRUCTIONS:
            _refuse(
                "custom_instructions", "There are more than 10.", "DeepL takes up to 10; join or drop some."
            )
        if any(len(text) > _LONGEST_INSTRUCTION for text in self.custom_instructions):
            _refuse("custom_instructions", "One has more than 300 characters.", "Shorten it or split it.")
        if self.custom_instructions and self.model_type == "latency_optimized":
            _refuse("model_type", "This model takes no custom instructions.", "Drop one of the two.")
        for name, (least, most) in _RANGES.items():
            if not least <= getattr(self, name) <= most:
                _refuse(name, f"{getattr(self, name):g} is out of range.", f"Write {least} to {most}.")


def settings_from(table: Mapping[str, object], environment: Mapping[str, str]) -> DeepLSettings:
    """Settings from the table `[backend.deepl]`; DEEPL_SERVER_URL goes before its `server_url`.

    Raises UsageError for what can't be used, and for a key: a file is shared and kept in Git.
    """
    for name in table:
        if name.lower().replace("_", "").replace("-", "") in _KEYS:
            _refuse(
                name,
                "A key does not belong in a file.",
                f"Delete the line, set {KEY_VARIABLE} in the environment, and have DeepL replace the key "
                "if others could read the file.",
            )
    settings = read_table(DeepLSettings, table, "deepl")
    server = environment.get(SERVER_VARIABLE, "").strip()
    return replace(settings, server_url=server) if server else settings


def _is_server(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def _refuse(name: str, problem: str, mending: str) -> None:
    raise UsageError(f"`backend.deepl.{name}`: {problem}", mending=mending)
