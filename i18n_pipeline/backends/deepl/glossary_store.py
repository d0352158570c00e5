"""The account's glossaries, through the official client (API v3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from deepl.api_data import MultilingualGlossaryDictionaryEntries, MultilingualGlossaryInfo

from i18n_pipeline.backends.deepl.client import Client
from i18n_pipeline.backends.deepl.dictionary import Dictionary
from i18n_pipeline.backends.deepl.problems import without_glossary, without_list


@dataclass(frozen=True, slots=True)
class Glossary:
    """A glossary of the account; `counts`: pair → number of terms. Older ones sort first by `created`."""

    id: str
    name: str
    created: str
    counts: Mapping[str, int]


class Store(Protocol):
    """Glossaries that are kept elsewhere; every call raises BackendError."""

    def listed(self) -> list[Glossary]:
        """All glossaries, others' too."""
        ...

    def create(self, name: str, dictionary: Dictionary) -> str:
        """A new glossary with one dictionary; gives its id."""
        ...

    def rename(self, id_: str, name: str) -> None:
        """Give a glossary another name."""
        ...

    def replace(self, id_: str, dictionary: Dictionary) -> None:
        """Put a dictionary in place of the one for its languages, if there is one."""
        ...

    def drop(self, id_: str, dictionary: Dictionary) -> None:
        """Take out the dictionary for these languages."""
        ...

    def delete(self, id_: str) -> None:
        """Delete a glossary."""
        ...


class Account:
    """The glossaries of DeepL's account."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def listed(self) -> list[Glossary]:
        """All glossaries; a refusal here is one of the key, not of a glossary.

        Raises NoGlossaries where the server has none to list.
        """
        found = self._client.ask(
            lambda sdk: sdk.list_multilingual_glossaries(), "list of glossaries", without_list
        )
        return [_glossary(info) for info in found]

    def create(self, name: str, dictionary: Dictionary) -> str:
        """A new glossary with one dictionary; gives its id."""
        return self._client.ask(
            lambda sdk: sdk.create_multilingual_glossary(name, [_entries(dictionary)]).glossary_id,
            "glossary",
            without_glossary,
        )

    def rename(self, id_: str, name: str) -> None:
        """Give a glossary another name."""
        self._client.ask(
            lambda sdk: sdk.update_multilingual_glossary_name(id_, name), "glossary", without_glossary
        )

    def replace(self, id_: str, dictionary: Dictionary) -> None:
        """Put a dictionary in place of the one for its languages, if there is one."""
        self._client.ask(
            lambda sdk: sdk.replace_multilingual_glossary_dictionary(id_, _entries(dictionary)),
            "dictionary",
            without_glossary,
        )

    def drop(self, id_: str, dictionary: Dictionary) -> None:
        """Take out the dictionary for these languages."""
        self._client.ask(
            lambda sdk: sdk.delete_multilingual_glossary_dictionary(
                id_, source_lang=dictionary.source, target_lang=dictionary.target
            ),
            "dictionary",
            without_glossary,
        )

    def delete(self, id_: str) -> None:
        """Delete a glossary."""
        self._client.ask(lambda sdk: sdk.delete_multilingual_glossary(id_), "glossary", without_glossary)


def _glossary(info: MultilingualGlossaryInfo) -> Glossary:
    counts = {
        f"{each.source_lang}-{each.target_lang}".lower(): each.entry_count for each in info.dictionaries
    }
    return Glossary(info.glossary_id, info.name, info.creation_time.isoformat(), counts)


def _entries(dictionary: Dictionary) -> MultilingualGlossaryDictionaryEntries:
    return MultilingualGlossaryDictionaryEntries(
        dictionary.source, dictionary.target, dict(dictionary.entries)
    )
