"""DeepL through its official client, with errors in plain words."""

import logging
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any, TypeVar

import deepl

from i18n_pipeline.backends.deepl.gate import Gate
from i18n_pipeline.backends.deepl.key import Blot
from i18n_pipeline.backends.deepl.problems import in_plain_words, nonsense
from i18n_pipeline.backends.deepl.sdk import Sdk
from i18n_pipeline.backends.deepl.settings import DeepLSettings
from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.engine import Usage

T = TypeVar("T")
Words = Callable[[deepl.DeepLException, str, str], BackendError]
"""The error to raise in place of the client's, from that, the server's address and the key."""

_LOG = logging.getLogger("deepl")


class Client:
    """A connection to DeepL; `key` is asked for when the first request is to go.

    The client's retries and its time limit are settings of its module, not of an object: with two
    engines in one process, both have those of the one that asked last. All its threads share `gate`.
    """

    def __init__(self, settings: DeepLSettings, key: Callable[[], str], gate: Gate | None = None) -> None:
        self._settings = settings
        self._find_key = key
        self._key = ""
        self._lock = Lock()
        self._gate = gate or Gate()
        self._blot: Blot | None = None
        self._sdk: Sdk | None = None

    def ready(self) -> Sdk:
        """The official client; raises BackendNotReady without a usable key."""
        with self._lock:
            if self._sdk is None:
                self._key = self._find_key()
                self._blot = Blot(self._key)
                _LOG.addFilter(self._blot)
                self._sdk = Sdk(self._key, self._settings.server_url, self._gate, self._settings.concurrency)
            return self._sdk

    def ask(self, request: Callable[[Sdk], T], wanted: str, words: Words = in_plain_words) -> T:
        """What a request to the official client gives.

        Raises BackendNotReady without a usable key, QuotaExceeded, or BackendError: in `words` for
        refusals, as no `wanted` for an answer of another form.
        """
        sdk = self.ready()
        deepl.http_client.max_network_retries = self._settings.retries
        deepl.http_client.min_connection_timeout = self._settings.timeout
        try:
            return request(sdk)
        except deepl.DeepLException as error:
            raise words(error, sdk.server_url, self._key) from None
        except (TypeError, ValueError, AttributeError, KeyError):
            raise nonsense(f"no {wanted}") from None

    def translate(self, texts: Sequence[str], options: Mapping[str, Any]) -> list[deepl.TextResult]:
        """One result for each text, in order; raises what `ask` raises."""
        results = self.ask(lambda sdk: sdk.translate_text(list(texts), **options), "translations")
        if not isinstance(results, list) or len(results) != len(texts):
            found = len(results) if isinstance(results, list) else 1
            raise nonsense(f"{found} translations of {len(texts)} texts")
        if not all(isinstance(result.text, str) for result in results):
            raise nonsense("a translation that is no text")
        return results

    def usage(self) -> Usage:
        """Characters in this billing period; raises what `ask` raises."""
        character = self.ask(lambda sdk: sdk.get_usage(), "usage").character
        if character.count is None:
            raise nonsense("no usage")
        return Usage(character.count, character.limit)

    def close(self) -> None:
        if self._sdk:
            self._sdk.close()  # type: ignore[no-untyped-call]
        if self._blot:
            _LOG.removeFilter(self._blot)
