"""What a check looks at: a segment and its translation."""

import html
import re
from dataclasses import dataclass, field

from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.inline import Content, text_only

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """Source and translation of one segment.

    `glossary` holds the terms, `lemmatise` gives the dictionary form of a word of the target
    language. `language` is the target's tag. `line` is the segment's in its article.
    """

    source: Content
    target: Content
    glossary: Glossary = field(default_factory=Glossary)
    lemmatise: Lemmatise = str.lower
    language: str = "en-GB"
    line: int = 0

    @property
    def source_text(self) -> str:
        """The source as a reader sees it: no codes, entities decoded, single spaces."""
        return _as_read(self.source)

    @property
    def target_text(self) -> str:
        """The translation as a reader sees it."""
        return _as_read(self.target)


def words(text: str) -> list[str]:
    """The words without numbers, as written; an apostrophe may stand inside."""
    return _WORD.findall(text)


def _as_read(content: Content) -> str:
    text = html.unescape(_ESCAPED.sub(r"\1", text_only(content, " ")))
    return _SPACES.sub(" ", text.replace("\u00ad", "").replace("\u200b", "")).strip()
