"""Where DeepL's key comes from, and how it is kept out of what people read."""

import logging
from collections.abc import Mapping

from i18n_pipeline.backends.deepl import keychain
from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE
from i18n_pipeline.errors import BackendNotReady

LOGIN = "translate login deepl"


def find(environment: Mapping[str, str]) -> str:
    """The key from the environment, else from the keyring; raises BackendNotReady where there is none."""
    if key := environment.get(KEY_VARIABLE, "").strip():
        return usable(key, KEY_VARIABLE)
    try:
        key = keychain.get()
    except BackendNotReady as unusable_keyring:
        raise missing(str(unusable_keyring)) from None
    if not key:
        raise missing(f"Or store it with `{LOGIN}`.")
    return usable(key, "The keyring")


def usable(key: str, where: str) -> str:
    """The key; raises BackendNotReady, without showing it, for what no HTTP header can hold."""
    if key and key.isascii() and key.isprintable() and " " not in key:
        return key
    raise BackendNotReady(
        f"{where} holds characters that no DeepL key has.",
        mending="Copy the key again from your DeepL account, without quotation marks or spaces.",
    )


def missing(hint: str = "") -> BackendNotReady:
    """The error for no key at all."""
    return BackendNotReady(
        "DeepL needs a key.",
        mending=f"Set {KEY_VARIABLE} in the environment to the key from your DeepL account. {hint}".strip(),
    )


def blotted(text: str, key: str) -> str:
    """The text without the key, however a server wrote its end (`:fx`, `%3Afx`)."""
    secret = key.removesuffix(":fx")
    return text.replace(secret, "***") if secret else text


class Blot(logging.Filter):
    """Takes the key out of a log's lines: the client logs answers, and a server may repeat the key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record stays."""
        record.msg, record.args = blotted(record.getMessage(), self._key), ()
        return True
