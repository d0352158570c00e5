"""One request to DeepL through its official client, with errors in plain words."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import deepl

from i18n_pipeline.backends.deepl.problems import in_plain_words, nonsense
from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE, DeepLSettings
from i18n_pipeline.errors import BackendNotReady

UNBILLED = -1
"""Stands for characters that the server did not count."""


class Client:
    """A connection to DeepL; `key` may be empty until something is asked.

    The client's retries and its time limit are settings of its module, not of an object: with two
    engines in one process, both have those of the one that asked last.
    """

    def __init__(self, settings: DeepLSettings, key: str) -> None:
        self._settings = settings
        self._key = key
        self._sdk: _Sdk | None = None
        if key and key.isascii() and key.isprintable() and " " not in key:
            self._sdk = _Sdk(key, server_url=_base(settings.server_url), send_platform_info=False)
            self._sdk.set_app_info("i18n-pipeline", version("i18n-pipeline"))

    def translate(self, texts: Sequence[str], options: Mapping[str, Any]) -> list[deepl.TextResult]:
        """One result for each text, in order.

        Raises BackendNotReady without a usable key, QuotaExceeded, or BackendError.
        """
        sdk = self.ready()
        deepl.http_client.max_network_retries = self._settings.retries
        deepl.http_client.min_connection_timeout = self._settings.timeout
        try:
            results = sdk.translate_text(list(texts), **options)
        except deepl.DeepLException as error:
            raise in_plain_words(error, sdk.server_url, self._key) from None
        except (TypeError, ValueError, AttributeError):
            raise nonsense("no translations") from None
        if not isinstance(results, list) or len(results) != len(texts):
            found = len(results) if isinstance(results, list) else 1
            raise nonsense(f"{found} translations of {len(texts)} texts")
        if not all(isinstance(result.text, str) for result in results):
            raise nonsense("a translation that is no text")
        return results

    def close(self) -> None:
        if self._sdk:
            self._sdk.close()  # type: ignore[no-untyped-call]

    def ready(self) -> "_Sdk":
        """The SDK's client; raises BackendNotReady without a usable key."""
        if self._sdk:
            return self._sdk
        if self._key:
            raise BackendNotReady(
                f"{KEY_VARIABLE} holds characters that no DeepL key has.",
                mending="Copy the key again from your DeepL account, without quotation marks or spaces.",
            )
        raise BackendNotReady(
            "DeepL needs a key.",
            mending=f"Set {KEY_VARIABLE} in the environment to the key from your DeepL account.",
        )


class _Sdk(deepl.DeepLClient):
    """The official client, made to survive servers that leave out what it takes for granted.

    Without this, an answer without `billed_characters` is a TypeError after the text was paid for.
    """

    def _api_call(self, url: str, **details: Any) -> tuple[int, Any, Any]:
        status, content, answer = super()._api_call(url, **details)
        return status, content, _completed(answer)


def _completed(answer: Any) -> Any:
    if not isinstance(answer, dict):
        return answer
    if "Message" in answer:  # so written where tags could not be parsed
        answer.setdefault("message", answer["Message"])
    translations = answer.get("translations")
    for translation in translations if isinstance(translations, list) else ():
        if isinstance(translation, dict) and not isinstance(translation.get("billed_characters"), int):
            translation["billed_characters"] = UNBILLED
    return answer


def _base(server_url: str) -> str | None:
    """The address that paths are joined to; without the slash at its end the last part would be cut off."""
    return f"{server_url.rstrip('/')}/" if server_url else None
