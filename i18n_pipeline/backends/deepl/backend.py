"""DeepL as a backend: a batch into requests, results into answers."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from deepl import TextResult

from i18n_pipeline.backends.deepl import key as keys
from i18n_pipeline.backends.deepl.client import Client
from i18n_pipeline.backends.deepl.glossary import Push, SyncedGlossary
from i18n_pipeline.backends.deepl.glossary_store import Account
from i18n_pipeline.backends.deepl.request import (
    MOST_TEXTS,
    TAGS,
    grouped,
    most_bytes,
    options,
    room_for_texts,
    weight,
)
from i18n_pipeline.backends.deepl.sdk import UNBILLED
from i18n_pipeline.backends.deepl.settings import DeepLSettings, settings_from
from i18n_pipeline.backends.inline_codes import CodesError, from_xml, to_xml
from i18n_pipeline.backends.references import readable
from i18n_pipeline.errors import BackendError, UsageError
from i18n_pipeline.model.engine import Answer, Batch, Capabilities, Usage
from i18n_pipeline.model.inline import Content, has_letters, text_only

_NO_INFLUENCE = {"timeout", "retries", "concurrency", "glossary", "glossary_name"}


class DeepLBackend:
    """Translations from DeepL, each text by itself with the batch's context and glossary.

    A query's `terms`, `before` and `after` are not sent: DeepL takes terms as a glossary of the account
    and one context per request. `key` is asked for, once, before the first request.
    """

    name = "deepl"

    def __init__(self, settings: DeepLSettings, key: Callable[[], str]) -> None:
        self._settings = settings
        self._client = Client(settings, key)
        self._glossary = SyncedGlossary(Account(self._client), settings.glossary_name)

    @property
    def fingerprint(self) -> str:
        """Changes with every setting that changes a translation; neither key nor account is in it.

        What is left to DeepL does not count, so that a new setting keeps old answers valid. Which
        terms a synced glossary holds is no part of it: those that matter to a text are its own.
        """
        values = {name: value for name, value in asdict(self._settings).items() if name not in _NO_INFLUENCE}
        influence = values | dict(TAGS) | {"synced": self._settings.synced}
        text = json.dumps({name: value for name, value in influence.items() if value}, sort_keys=True)
        return f"deepl {sha256(text.encode()).hexdigest()[:16]}"

    @property
    def capabilities(self) -> Capabilities:
        chosen = self._settings
        return Capabilities(
            tags=True,
            glossary=chosen.synced or bool(chosen.glossary_id or chosen.glossary_ids),
            context=True,
            paid=True,
            concurrency=chosen.concurrency,
            batch_texts=MOST_TEXTS,
            batch_bytes=most_bytes(chosen),
            weigh=_weigh,
        )

    def check_ready(self) -> None:
        """Raises BackendNotReady without a usable key."""
        self._client.ready()

    def usage(self) -> Usage:
        """Characters of this billing period; raises BackendError."""
        return self._client.usage()

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """One answer for each query; a text without letters is not sent and costs nothing.

        A batch above DeepL's limits goes out as several requests. Where a later one fails, the
        answers before it, which are paid for, are given, and those behind it say what failed.
        """
        contents = [query.content for query in batch.queries]
        chosen = options(batch, self._settings, self._glossary_for(batch))
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
                failed = Answer(None, problem, unasked=True)
                answers[index] = _answer(contents[index], results[index]) if index in results else failed
        return tuple(answers[index] for index in range(len(contents)))

    def push(self, batch: Batch, *, dry_run: bool = False) -> Push:
        """Bring the account's glossary into step with the batch's terms; queries are not looked at.

        Raises UsageError where the settings name another glossary or none, BackendError where DeepL
        does not take it.
        """
        if not self._settings.synced:
            raise UsageError(
                "The settings let no run use the project's terms at DeepL.",
                mending='Write `glossary = "sync"` and no id of another glossary in [backend.deepl].',
            )
        return self._glossary.push(batch, dry_run=dry_run)

    def close(self) -> None:
        self._client.close()

    def _glossary_for(self, batch: Batch) -> str:
        wanted = self._settings.synced and any(has_letters(query.content) for query in batch.queries)
        return self._glossary.id_for(batch) if wanted else ""

    def _asked(self, group: Mapping[int, str], chosen: Mapping[str, Any]) -> dict[int, TextResult]:
        return dict(zip(group, self._client.translate(tuple(group.values()), chosen), strict=True))


def from_table(table: Mapping[str, object], environment: Mapping[str, str]) -> DeepLBackend:
    """The engine with the settings of `[backend.deepl]`; the key from the environment or the keyring.

    Raises UsageError for settings that can't be used; a missing key is an error only once
    something is to be translated.
    """
    return DeepLBackend(settings_from(table, environment), lambda: keys.find(environment))


def _prepared(content: Content, room: int) -> str | Answer:
    if not has_letters(content):
        return Answer(content)
    try:
        xml = to_xml(readable(content))
    except CodesError as error:
        return Answer(None, str(error))
    if weight(xml) > room:
        return Answer(None, f"text too long: DeepL takes {room} bytes in one request")
    return xml


def _weigh(content: Content) -> int:
    """Bytes of a text in a request's body; what is not sent weighs nothing."""
    try:
        return weight(to_xml(readable(content))) if has_letters(content) else 0
    except CodesError:
        return 0


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
