"""What a request to DeepL holds: options, and as many texts as fit."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from deepl import SplitSentences

from i18n_pipeline.backends.deepl.settings import DeepLSettings
from i18n_pipeline.backends.inline_codes import STANDALONE
from i18n_pipeline.model.engine import Batch
from i18n_pipeline.model.language import base

MOST_TEXTS = 50
MOST_BYTES = 128 * 1024
"""Of a request: texts, and bytes of its body (DeepL, "Request body size limits")."""

_ENVELOPE = 1024  # bytes of a body beside texts and options: names, quotes, the client's own fields
_VARIANTS = {"EN": "EN-GB", "PT": "PT-PT"}  # of these, DeepL wants a variant as target

TAGS: Mapping[str, object] = {
    "tag_handling": "xml",
    "tag_handling_version": "v2",
    "outline_detection": False,
    "ignore_tags": [STANDALONE],
    "preserve_formatting": True,
}


def options(batch: Batch, settings: DeepLSettings, synced_glossary: str = "") -> dict[str, Any]:
    """The client's keyword arguments for all texts of the batch.

    `synced_glossary` is the id of the one that the project keeps in step; empty: none.
    """
    wishes = {
        "formality": "" if settings.formality == "default" else settings.formality,
        "model_type": settings.model_type,
        "style_rule": settings.style_rule,
        "glossary": settings.glossary_id or synced_glossary,
        "glossary_ids": list(settings.glossary_ids),
        "translation_memory": settings.translation_memory,
        "custom_instructions": list(settings.custom_instructions),
        "context": _shortened(batch.context, settings.context_limit),
    }
    chosen = {
        "source_lang": base(batch.source_language).upper(),  # a glossary wants it
        "target_lang": _VARIANTS.get(_code(batch.target_language), _code(batch.target_language)),
        **{name: wish for name, wish in wishes.items() if wish},
        "split_sentences": SplitSentences.NO_NEWLINES if settings.split_sentences else SplitSentences.OFF,
        **TAGS,
    }
    if settings.translation_memory_threshold is not None:
        chosen["translation_memory_threshold"] = settings.translation_memory_threshold
    return chosen


def room_for_texts(chosen: Mapping[str, Any]) -> int:
    """How many bytes of a request's body these options leave."""
    return MOST_BYTES - _ENVELOPE - size(chosen)


def most_bytes(settings: DeepLSettings) -> int:
    """How many bytes there are for texts beside the longest context, letters such as `é` and all."""
    without_context = options(Batch((), "", ""), settings)
    return room_for_texts(without_context) - settings.context_limit * len("\\u00e9")


def weight(text: str) -> int:
    """Bytes that a text takes among others."""
    return size(text) + len(", ")


def size(value: object) -> int:
    """Bytes of `value` in a body; the client writes ASCII, so `é` takes six."""
    return len(json.dumps(value, default=str))


def grouped(texts: Mapping[int, str], room: int) -> Iterator[dict[int, str]]:
    """The texts in order, each group within DeepL's limits."""
    group: dict[int, str] = {}
    taken = 0
    for index, text in texts.items():
        length = weight(text)
        if group and (len(group) == MOST_TEXTS or taken + length > room):
            yield group
            group, taken = {}, 0
        group[index] = text
        taken += length
    if group:
        yield group


def _code(language: str) -> str:
    return language.replace("_", "-").upper()


def _shortened(text: str, limit: int) -> str:
    """The text's beginning, up to the last space within `limit` characters."""
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0]
