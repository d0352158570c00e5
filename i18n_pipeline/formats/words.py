"""Which words a language has, from simplemma's word lists."""

from functools import lru_cache

import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

from i18n_pipeline.model.compound import Known


def vocabulary(language: str) -> Known:
    """Whether a word in lower case is listed, for a language tag (`nl`, `en-GB`).

    No word is where simplemma lacks the language.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    if code not in SUPPORTED_LANGUAGES:
        return lambda _: False
    return lru_cache(maxsize=65536)(lambda word: simplemma.is_known(word, code))
