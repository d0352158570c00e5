"""Which words a language has, from simplemma's word lists."""

from functools import lru_cache

from i18n_pipeline.model.compound import Known
from i18n_pipeline.model.language import base


def vocabulary(language: str) -> Known:
    """Whether a word in lower case is listed, for a language tag (`nl`, `en-GB`).

    No word is where simplemma lacks the language.
    """
    code = base(language)

    def is_word(word: str) -> bool:
        from i18n_pipeline.formats import word_lists  # noqa: PLC0415 - see there

        return code in word_lists.SUPPORTED_LANGUAGES and word_lists.is_known(word, code)

    return lru_cache(maxsize=65536)(is_word)
