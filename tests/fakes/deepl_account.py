"""The glossaries of an account, in memory, with a connection that breaks when it is told to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from i18n_pipeline.backends.deepl.dictionary import Dictionary
from i18n_pipeline.backends.deepl.glossary_store import Glossary
from i18n_pipeline.errors import BackendError


@dataclass
class MemoryAccount:
    """Glossaries by id; `changes` names the calls that changed something.

    The call that would be change number `breaks_at` (from 1) fails: before it took effect, or, with
    `too_late`, after it.
    """

    glossaries: dict[str, Glossary] = field(default_factory=dict)
    entries: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    breaks_at: int = 0
    too_late: bool = False
    made: int = 0

    def listed(self) -> list[Glossary]:
        """All glossaries."""
        return list(self.glossaries.values())

    def create(self, name: str, dictionary: Dictionary) -> str:
        """A new glossary."""
        self._begin("create")
        self.made += 1
        id_ = f"g{self.made}"
        self.glossaries[id_] = Glossary(id_, name, f"2026-01-01T00:00:{self.made:02d}", {})
        self._put(id_, dictionary)
        self._end()
        return id_

    def rename(self, id_: str, name: str) -> None:
        """Another name."""
        self._begin("rename")
        self.glossaries[id_] = replace(self.glossaries[id_], name=name)
        self._end()

    def replace(self, id_: str, dictionary: Dictionary) -> None:
        """Another dictionary."""
        self._begin("replace")
        self._put(id_, dictionary)
        self._end()

    def drop(self, id_: str, dictionary: Dictionary) -> None:
        """One dictionary less."""
        self._begin("drop")
        del self.entries[id_, dictionary.pair]
        self._count(id_)
        self._end()

    def delete(self, id_: str) -> None:
        """One glossary less."""
        self._begin("delete")
        del self.glossaries[id_]
        self.entries = {key: terms for key, terms in self.entries.items() if key[0] != id_}
        self._end()

    def _put(self, id_: str, dictionary: Dictionary) -> None:
        self.entries[id_, dictionary.pair] = dict(dictionary.entries)
        self._count(id_)

    def _count(self, id_: str) -> None:
        counts = {pair: len(terms) for (owner, pair), terms in self.entries.items() if owner == id_}
        self.glossaries[id_] = replace(self.glossaries[id_], counts=counts)

    def _begin(self, change: str) -> None:
        if len(self.changes) + 1 == self.breaks_at and not self.too_late:
            raise BackendError("The line is dead.")
        self.changes.append(change)

    def _end(self) -> None:
        if len(self.changes) == self.breaks_at and self.too_late:
            raise BackendError("The line is dead.")
