"""A chat server behind the port `Backend`."""

from collections.abc import Mapping

from i18n_pipeline.backends.inline_codes import CodesError, to_xml
from i18n_pipeline.backends.openai.address import is_local
from i18n_pipeline.backends.openai.asking import Asking
from i18n_pipeline.backends.openai.client import Client
from i18n_pipeline.backends.openai.request import digest
from i18n_pipeline.backends.openai.server import HttpServer, Server
from i18n_pipeline.backends.openai.settings import KEY_VARIABLE, OpenAISettings, settings_from
from i18n_pipeline.errors import BackendNotReady
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.inline import Content, has_letters

_MOST_BYTES = 8 * 1024
"""Of a request's texts: an answer is about as long, and small models have little room."""


class OpenAIBackend:
    """Translations by a language model of one's own choice; `key` may be empty for a local server.

    `server` takes the place of the one at `base_url`.
    """

    name = "openai"

    def __init__(self, settings: OpenAISettings, key: str = "", server: Server | None = None) -> None:
        self._settings = settings
        self._key = key
        self._is_local = is_local(settings.base_url)
        self._client = Client(settings, server or HttpServer(settings, key), key)

    @property
    def fingerprint(self) -> str:
        """Model, and a digest of server, prompt and settings; key, patience and haste are not in it."""
        return f"openai {self._settings.model} {digest(self._settings)}"

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            tags=True,
            glossary=True,
            context=True,
            paid=not self._is_local,
            concurrency=self._settings.concurrency,
            batch_texts=self._settings.batch_texts,
            batch_bytes=_MOST_BYTES,
        )

    def check_ready(self) -> None:
        """Raises BackendNotReady without a model's name, or without a usable key for a public server."""
        if not self._settings.model:
            raise BackendNotReady(
                "No model is named.",
                mending='Write its name on the server as `model = "…"` in [backend.openai].',
            )
        if not self._key and not self._is_local:
            raise BackendNotReady(
                "The server needs a key.", mending=f"Set {KEY_VARIABLE} in the environment to it."
            )
        if not (self._key.isascii() and self._key.isprintable() and " " not in self._key):
            raise BackendNotReady(
                f"{KEY_VARIABLE} holds characters that no key has.",
                mending="Copy the key again, without quotation marks or spaces.",
            )

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """One answer for each query; a text without letters is not sent.

        Where a later request fails, the answers before it are given, and the others say what failed.
        """
        ready = {number: _ready(query.content) for number, query in enumerate(batch.queries)}
        asked = [number for number, answer in ready.items() if answer is None]
        if asked:
            self.check_ready()
        asking = Asking(batch, self._client.complete, self._settings, paid=not self._is_local)
        answers = {**ready, **asking.answers(asked)}
        return tuple(answer for answer in answers.values() if answer)

    def close(self) -> None:
        self._client.close()


def from_table(table: Mapping[str, object], environment: Mapping[str, str]) -> OpenAIBackend:
    """The engine with the settings of `[backend.openai]` and the key from the environment.

    Raises UsageError for settings that can't be used; a missing key or model is an error only once
    something is to be translated.
    """
    return OpenAIBackend(settings_from(table, environment), environment.get(KEY_VARIABLE, "").strip())


def _ready(content: Content) -> Answer | None:
    """The answer to a text that is not sent: without letters, or with codes that XML can't say."""
    if not has_letters(content):
        return Answer(content)
    try:
        to_xml(content)
    except CodesError as error:
        return Answer(None, str(error))
    return None
