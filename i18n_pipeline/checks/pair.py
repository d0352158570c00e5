"""What a check looks at: a segment and its translation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18n_pipeline.checks.shown import Shown, Span, shown
from i18n_pipeline.model.glossary import Glossary, Lemmatise
from i18n_pipeline.model.inline import Content, target_markdown

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CODE = "\ufffc"
"""Stands for each character of a code in `Pair.masked`."""


@dataclass(frozen=True)
class Pair:
    """Source and translation of one segment.

    `glossary` holds the terms, `lemmatise` gives the dictionary form of a word of the target
    language. `language` is the target's tag. `line` is the segment's in its article, `context` its
    front matter key; `title` says that it is a title or a heading. `elsewhere` are the translations
    of the same source in other articles, with the article.
    """

    source: Content
    target: Content
    glossary: Glossary = field(default_factory=Glossary)
    lemmatise: Lemmatise = str.lower
    language: str = "en-GB"
    line: int = 0
    context: str | None = None
    title: bool = False
    elsewhere: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def source_text(self) -> str:
        """The source as a reader sees it: no codes, entities decoded, single spaces."""
        return self._shown_source.text

    @property
    def target_text(self) -> str:
        """The translation as a reader sees it."""
        return self._shown_target.text

    @cached_property
    def written(self) -> str:
        """The translation's Markdown, in which a finding's span counts characters."""
        return target_markdown(self.target)

    @cached_property
    def masked(self) -> str:
        """The translation's Markdown with CODE for each character of a code: as long as `written`."""
        return masked(self.target)

    def span(self, start: int, end: int) -> Span:
        """The span of characters `start` to `end` of `target_text`."""
        return self._shown_target.written(start, end)

    def place(self, words: str) -> Span | None:
        """The span of these words where they first stand in the translation, in whatever case."""
        found = re.search(re.escape(words.strip()), self.target_text, re.IGNORECASE)
        return self.span(*found.span()) if found else None

    @property
    def end(self) -> Span:
        """The span of the last character that is seen."""
        length = len(self.target_text)
        return self.span(max(length - 1, 0), length)

    @cached_property
    def _shown_source(self) -> Shown:
        return shown(self.source)

    @cached_property
    def _shown_target(self) -> Shown:
        return shown(self.target)


def masked(content: Content) -> str:
    """The Markdown with CODE for each character of a code."""
    return "".join(part if isinstance(part, str) else CODE * len(part.in_translation) for part in content)


def words(text: str) -> list[str]:
    """The words without numbers, as written; an apostrophe may stand inside."""
    return _WORD.findall(text)
