"""Whether what a model wrote for a text may be its translation."""

import re

from i18n_pipeline.backends.guard import Fault, fault
from i18n_pipeline.backends.inline_codes import CodesError, from_xml, to_xml
from i18n_pipeline.backends.references import readable
from i18n_pipeline.model.inline import Content, text_only

_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)|<(?!/?[gx]\b)")
_ESCAPES = {"&": "&amp;", "<": "&lt;"}
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE)


class NoTranslation(ValueError):
    """An answer that can't be the translation; its text is the reason."""


def judged(answer: str, source: Content, target_language: str) -> Content:
    """The answer to a text as content with the text's own placeholders.

    An `&` or `<` that the model left unescaped is text. Raises NoTranslation for codes lost or added,
    for what `guard` refuses, and for a link that the source hasn't.
    """
    try:
        content = from_xml(_edged(_escaped(answer), to_xml(readable(source))), source)
    except CodesError as error:
        raise NoTranslation(str(error)) from error
    said, asked = text_only(content), text_only(readable(source))
    if found := _fault(asked, said, target_language):
        raise NoTranslation(found)
    if set(_LINK.findall(said)) - set(_LINK.findall(asked)):
        raise NoTranslation("a link that the source has not")
    return content


def _escaped(answer: str) -> str:
    return _BARE.sub(lambda found: _ESCAPES[found[0]], answer)


def _edged(answer: str, source: str) -> str:
    """The answer in one line, if the source is, with the white space that the source begins and ends with."""
    begin, end = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]
    return begin + (answer.strip() if "\n" in source else " ".join(answer.split())) + end


def _fault(asked: str, said: str, target_language: str) -> Fault | None:
    found = fault(asked, said)
    english = target_language.lower().startswith("en")
    # `de`, `en` and `er` are words of other languages too.
    return None if found is Fault.DUTCH and not english else found
