"""DeepL's settings, and what of them may not stand in a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.errors import UsageError

KEY_VARIABLE = "DEEPL_AUTH_KEY"
SERVER_VARIABLE = "DEEPL_SERVER_URL"

Formality = Literal["prefer_more", "prefer_less", "default"]
ModelType = Literal["", "quality_optimized", "prefer_quality_optimized", "latency_optimized"]
Glossaries = Literal["sync", "off"]

_MOST_GLOSSARIES = 5
_MOST_INSTRUCTIONS = 10
_LONGEST_INSTRUCTION = 300
_LONGEST_NAME = 60
_RANGES = {
    "context_limit": (0, 10_000),
    "translation_memory_threshold": (0, 100),
    "timeout": (1, 3600),
    "retries": (0, 20),
    "concurrency": (1, 100),
}
_KEYS = {"key", "authkey", "apikey", "deeplauthkey", "deeplapikey", "token", "secret", "password"}


@dataclass(frozen=True, slots=True)
class DeepLSettings:
    """What DeepL is asked for; an empty text means DeepL's own choice.

    `formality` is a wish: a target language without it (English) is no error. `glossary` says whether
    the project's terms are kept in step with a glossary of the account, whose name begins with
    `glossary_name`; `glossary_id` or up to 5 `glossary_ids` are used in its place. `style_rule` and
    `translation_memory` are ids of DeepL's, `translation_memory_threshold` is the least match in per
    cent. `custom_instructions`: up to 10 of 300 characters. `context_limit` is how many characters of
    context go along (they cost nothing). `split_sentences` is for segments of several sentences.
    `timeout` is seconds to wait for an answer, at least one; `retries` how often a request is
    repeated after 429, a server's fault or a lost connection; `concurrency` requests at once.

    Raises UsageError for values that DeepL would refuse.
    """

    server_url: str = ""
    formality: Formality = "prefer_more"
    model_type: ModelType = ""
    glossary: Glossaries = "sync"
    glossary_name: str = "i18n-pipeline"
    glossary_id: str = ""
    glossary_ids: tuple[str, ...] = ()
    style_rule: str = ""
    translation_memory: str = ""
    translation_memory_threshold: int | None = None
    custom_instructions: tuple[str, ...] = ()
    context_limit: int = 4000
    split_sentences: bool = False
    timeout: float = 60.0
    retries: int = 5
    concurrency: int = 4

    @property
    def synced(self) -> bool:
        """Whether the project's terms go into a glossary of the account."""
        return self.glossary == "sync" and not self.glossary_id and not self.glossary_ids

    def __post_init__(self) -> None:
        for name, (least, most) in _RANGES.items():
            value = getattr(self, name)
            if value is not None and not least <= value <= most:
                _refuse(name, f"{value:g} is out of range.", f"Write {least} to {most}.")
        for name, wrong, problem, mending in _RULES:
            if wrong(self):
                _refuse(name, problem, mending)


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


def _is_name(text: str) -> bool:
    return text.isprintable() and text == text.strip() != "" and len(text.encode()) <= _LONGEST_NAME


_RULES: tuple[tuple[str, Callable[[DeepLSettings], bool], str, str], ...] = (
    (
        "server_url",
        lambda chosen: chosen.server_url != "" and not _is_server(chosen.server_url),
        "It is no server's address.",
        'Write one such as "https://api.deepl.com".',
    ),
    (
        "glossary_name",
        lambda chosen: not _is_name(chosen.glossary_name),
        "It is no name for a glossary.",
        f"Write up to {_LONGEST_NAME} bytes without line breaks.",
    ),
    (
        "glossary_ids",
        lambda chosen: len(chosen.glossary_ids) > _MOST_GLOSSARIES,
        "There are more than 5.",
        "DeepL takes up to 5; drop some.",
    ),
    (
        "glossary_ids",
        lambda chosen: bool(chosen.glossary_ids and chosen.glossary_id),
        "There is a `glossary_id`, too.",
        "Put it among `glossary_ids`.",
    ),
    (
        "translation_memory_threshold",
        lambda chosen: chosen.translation_memory_threshold is not None and not chosen.translation_memory,
        "There is no `translation_memory`.",
        "Name one by its id, or drop the threshold.",
    ),
    (
        "custom_instructions",
        lambda chosen: len(chosen.custom_instructions) > _MOST_INSTRUCTIONS,
        "There are more than 10.",
        "DeepL takes up to 10; join or drop some.",
    ),
    (
        "custom_instructions",
        lambda chosen: any(len(text) > _LONGEST_INSTRUCTION for text in chosen.custom_instructions),
        "One has more than 300 characters.",
        "Shorten it or split it.",
    ),
    (
        "model_type",
        lambda chosen: bool(chosen.custom_instructions) and chosen.model_type == "latency_optimized",
        "This model takes no custom instructions.",
        "Drop one of the two.",
    ),
)
"""Setting, what is wrong with it, and how to say so."""


def _refuse(name: str, problem: str, mending: str) -> None:
    raise UsageError(f"`backend.deepl.{name}`: {problem}", mending=mending)
