"""simplemma with its word lists as tries, which it keeps in the user's cache folder.

Decoding the Dutch list takes most of a second, loading its trie two milliseconds. Loading simplemma takes a
tenth of a second: whoever may get by without a word imports this where the first one is looked up.
"""

import os
from contextlib import suppress
from functools import cache
from tempfile import TemporaryDirectory
from typing import Any

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

__all__ = ["SUPPORTED_LANGUAGES", "is_known", "lemmatize"]


def lemmatize(word: str, code: str) -> str:
    """The dictionary form of a word in simplemma's way; the word itself where it knows none."""
    return _lemmatizer().lemmatize(word, code)


def is_known(word: str, code: str) -> bool:
    """Whether a language's list has the word."""
    return _lookup().get_lemma(word, code) is not None


class _Tries(TrieDictionaryFactory):
    """Each trie comes into the cache as a whole; where it can't be kept, it is made anew in every run."""

    def _write_trie_to_disk(self, lang: str, trie: Any) -> None:
        with suppress(OSError, RuntimeError):
            self._cache_dir.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=self._cache_dir) as folder:
                trie.save(made := os.path.join(folder, lang))  # noqa: PTH118 - no path of the project
                os.replace(made, self._cache_dir / f"{lang}.dic")  # noqa: PTH105


@cache
def _tries() -> TrieDictionaryFactory:
    return _Tries()


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_tries()))


@cache
def _lookup() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_tries())
