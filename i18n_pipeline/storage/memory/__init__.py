"""Past translations in SQLite: exact, and alike by their words."""

from i18n_pipeline.storage.memory.store import SqliteMemory

__all__ = ["SqliteMemory"]
