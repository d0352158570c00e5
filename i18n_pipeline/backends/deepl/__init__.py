"""DeepL, on its official client; nothing outside this package sees the client's types."""

from i18n_pipeline.backends.deepl.backend import DeepLBackend, from_table
from i18n_pipeline.backends.deepl.settings import DeepLSettings

__all__ = ["DeepLBackend", "DeepLSettings", "from_table"]
