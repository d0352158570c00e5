"""A post's title and what repeats it (`english_title`): whether they agree, and are this post's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from i18n_pipeline.formats import front_matter
from i18n_pipeline.model.alignment import FUZZY, REVIEWED, Alignment, Match
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.stages.align.matches import DOUBTFUL

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of all posts, by a form that case and punctuation don't change, with the posts' paths."""

    posts: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, posts: Iterable[tuple[str, str]]) -> "Titles":
        """From pairs of path and title; a file's name counts as a title too."""
        found: dict[str, set[str]] = {}
        for path, title in posts:
            for name in (title, path.rpartition("/")[2].partition(".")[0]):
                found.setdefault(_folded(name), set()).add(path)
        return cls({name: frozenset(paths) for name, paths in found.items() if name})

    def another(self, title: str, post: str) -> str:
        """Another post that has this title, where `post` hasn't; empty without one."""
        paths = self.posts.get(_folded(title), frozenset())
        return "" if post in paths else min(paths, default="")


def untitled(  # noqa: PLR0917
    found: Alignment, article: Document, post: Document, path: str, titles: Titles, rules: FrontMatterRules
) -> tuple[Alignment, list[Finding]]:
    """The alignment with its titles judged: what is another post's is taken out, what agrees is surer."""
    judge = _Judge(article, post, path, titles)
    matches = {match.segment: match for match in found.matches}
    for key, origin in rules.derive.items():
        number = next((n for n, each in enumerate(article.segments) if each.context == origin), None)
        if number in matches:
            matches[number] = judge.judged(matches[number], key, origin)
    return replace(found, matches=tuple(matches.values())), judge.findings


class _Judge:
    def __init__(self, article: Document, post: Document, path: str, titles: Titles) -> None:
        self._article, self._path, self._titles = article, path, titles
        self._fields = {".".join(map(str, each.path)): each for each in front_matter.read(post.head).fields}
        self.findings: list[Finding] = []

    def judged(self, match: Match, key: str, origin: str) -> Match:
        """The match of a title; `key` should repeat what `origin` says."""
        derived = self._text(key)
        given = self._article.segments[match.segment].given
        self.findings += [
            *self._foreign(given, match, key, there="the article's"),
            *self._foreign(match.text, match, origin),
        ]
        if self._titles.another(match.text, self._path):
            return replace(match, text="", doubt=f"{origin} is another post's")
        told = list(self._foreign(derived, match, key))
        self.findings += told
        if told or not derived or not match.text:
            return match
        if derived == match.text:
            return (
                replace(match, confidence=REVIEWED, doubt="")
                if FUZZY <= match.confidence < REVIEWED
                else match
            )
        doubt = f"{key} says “{derived}”"
        return replace(match, confidence=min(match.confidence, DOUBTFUL), doubt=doubt)

    def _text(self, key: str) -> str:
        found = self._fields.get(key)
        return (found.text or "").strip() if found else ""

    def _foreign(self, title: str, match: Match, key: str, there: str = "the post's") -> Iterator[Finding]:
        if other := self._titles.another(title, self._path) if title else "":
            segment = self._article.segments[match.segment]
            yield Finding(
                "title-of-another-post",
                Severity.WARNING,
                f"{self._path}: {there} {key} “{title}” is the title of {other}.",
                segment.line,
                segment.source,
                f"Correct {key}.",
            )


def _folded(title: str) -> str:
    return " ".join(_WORDS.findall(title.lower()))
