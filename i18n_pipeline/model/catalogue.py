"""A catalogue: all translations of one article into one language (a PO file, without its notation)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n_pipeline.model.translation import Origin, State

Key = tuple[str | None, str]
"""What names an entry in gettext: context and source."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit.

    `previous` is the source that `target` was written for, where that is not `source` (`#| msgid`);
    `proposal` is then the machine's text for the new source. `engine` wrote the machine's text,
    `draft` says that it writes below publishing quality. `notes` are the extracted comments that the
    pipeline writes (`#.`), `comments` the translator's (`#`), `references` file and line (`#:`).
    `flags` are those of others (`python-format`), without `fuzzy`, which `state` says.
    """

    source: str
    target: str = ""
    context: str | None = None
    state: State = State.UNTRANSLATED
    origin: Origin = Origin.MACHINE
    engine: str = ""
    draft: bool = False
    previous: str | None = None
    previous_context: str | None = None
    proposal: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    references: tuple[tuple[str, int], ...] = ()
    flags: tuple[str, ...] = ()
    obsolete: bool = False
    plural: tuple[str, Mapping[int, str]] | None = None

    @property
    def key(self) -> Key:
        return (self.context, self.source)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries in the article's order, obsolete ones last; `header` keeps fields of other tools."""

    entries: tuple[Entry, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)
    header_comments: tuple[str, ...] = ()

    def by_key(self) -> dict[Key, Entry]:
        """Entries by context and source, living ones before obsolete ones."""
        result: dict[Key, Entry] = {}
        for entry in self.entries:
            if entry.key not in result or result[entry.key].obsolete:
                result[entry.key] = entry
        return result
