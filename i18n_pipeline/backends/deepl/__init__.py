"""DeepL, on its official client; nothing outside this package sees the client's types."""

from i18n_pipeline.backends.deepl import keychain
from i18n_pipeline.backends.deepl.backend import DeepLBackend, from_table
from i18n_pipeline.backends.deepl.key import usable
from i18n_pipeline.backends.deepl.settings import KEY_VARIABLE, DeepLSettings, settings_from

__all__ = [
    "KEY_VARIABLE",
    "DeepLBackend",
    "DeepLSettings",
    "from_table",
    "keychain",
    "settings_from",
    "usable",
]
