"""How common words are in everyday language, from the frequency lists of `wordfreq`."""

from collections.abc import Callable

from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.language import base


def commonness(language: str) -> Callable[[str], float]:
    """A word's uses per million words, for a language tag (`nl`, `en-GB`).

    Raises UsageError where `wordfreq` isn't installed or has no list for the language.
    """
    try:
        import wordfreq  # noqa: PLC0415 - 60 MB that one command needs
    except ImportError as error:
        problem = "how common words are is not known: the package `wordfreq` is not installed."
        raise UsageError(problem, mending="Install it: pip install 'i18n-pipeline[terms]'") from error
    code = base(language)
    if code not in wordfreq.available_languages():
        raise UsageError(f"there is no list of how common the words of {language!r} are.")
    return lambda word: 1e6 * float(wordfreq.word_frequency(word, code))
