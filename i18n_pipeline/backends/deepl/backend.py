"""DeepL as a backend: a batch into requests, results into answers."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from deepl import TextResult

from i18n_pipeline.backends.deepl.client import UNBILLED, Client
from i18n_pipeline.backends.deepl.request import (
    MOST_BYTES,
    MOST_TEXTS,
    TAGS,
    grouped,
    options,
    room_for_texts,
    size,
)
from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE, DeepLSettings, settings_from
from i18n_pipeline.backends.inline_codes import CodesError, from_xml, to_xml
from i18n_pipeline.backends.references import readable
from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.inline import Content, has_letters, text_only

_NO_INFLUENCE = {"timeout", "retries", "concurrency"}


class DeepLBackend:
    """Translations from DeepL, each text by itself with the batch's context.

    A query's `terms`, `before` and `after` are not sent: DeepL takes terms as a glossary of its own
    (`glossary_id`) and one context per request.
    """

    name = "deepl"

    def __init__(self, settings: DeepLSettings, key: str = "") -> None:
        self._settings = settings
        self._client = Client(settings, key)

    @property
    def fingerprint(self) -> str:
        """Changes with every setting that changes a translation; neither key nor account is in it."""
        values = asdict(self._settings) | dict(TAGS)
        influence = {name: value for name, value in values.items() if name not in _NO_INFLUENCE}
        text = json.dumps(influence, default=str, sort_keys=True)
        return f"deepl {sha256(text.encode()).hexdigest()[:16]}"

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            tags=True,
            glossary=bool(self._settings.glossary_id),
            context=True,
            paid=True,
            concurrency=self._settings.concurrency,
            batch_texts=MOST_TEXTS,
            batch_bytes=MOST_BYTES // 2,  # tags, escapes and options make a body longer than its texts
        )

    def check_ready(self) -> None:
        """Raises BackendNotReady without a usable key."""
        self._client.ready()

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """One answer for each query; a text without letters is not sent and costs nothing.

        A batch above DeepL's limits goes out as several requests. Where a later one fails, the
        answers before it, which are paid for, are given, and those behind it say what failed.
        """
        contents = [query.content for query in batch.queries]
        chosen = options(batch, self._settings)
        room = room_for_texts(chosen)
        prepared = {index: _prepared(content, room) for index, content in enumerate(contents)}
        answers = {index: ready for index, ready in prepared.items() if isinstance(ready, Answer)}
        texts = {index: ready for index, ready in prepared.items() if isinstance(ready, str)}
        problem = ""
        for number, group in enumerate(grouped(texts, room)):
            try:
                results = {} if problem else self._asked(group, chosen)
            except BackendError as error:
                if number == 0:
                    raise
                results, problem = {}, str(error)
            for index in group:
                failed = Answer(None, problem)
                answers[index] = _answer(contents[index], results[index]) if index in results else failed
        return tuple(answers[index] for index in range(len(contents)))

    def close(self) -> None:
        self._client.close()

    def _asked(self, group: Mapping[int, str], chosen: Mapping[str, Any]) -> dict[int, TextResult]:
        return dict(zip(group, self._client.translate(tuple(group.values()), chosen), strict=True))


def from_table(table: Mapping[str, object], environment: Mapping[str, str]) -> DeepLBackend:
    """The engine with the settings of `[backend.deepl]` and the key from the environment.

    Raises UsageError for settings that can't be used; a missing key is an error only once
    something is to be translated.
    """
    return DeepLBackend(settings_from(table, environment), environment.get(KEY_VARIABLE, "").strip())


def _prepared(content: Content, room: int) -> str | Answer:
    if not has_letters(content):
        return Answer(content)
    try:
        xml = to_xml(readable(content))
    except CodesError as error:
        return Answer(None, str(error))
    if size(xml) > room:
        return Answer(None, f"text too long: DeepL takes {room} bytes in one request")
    return xml


def _answer(content: Content, result: TextResult) -> Answer:
    billed = result.billed_characters
    if billed == UNBILLED:
        billed = len(text_only(readable(content)))  # DeepL charges for characters outside tags
    try:
        translation = from_xml(result.text, content)
    except CodesError as error:
        return Answer(None, str(error), billed)
    return (
        Answer(translation, "", billed)
        if text_only(translation).strip()
        else Answer(None, "no words", billed)
    )
