"""From sentences side by side to translations, each with its doubts."""

from collections.abc import Iterator, Sequence

from i18n_pipeline.checks import CHECKS, Pair
from i18n_pipeline.checks.registry import FOR_ENGLISH
from i18n_pipeline.formats import markdown
from i18n_pipeline.model.alignment import FUZZY, REVIEWED, Alignment, Match, Surplus
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.inline import same_codes
from i18n_pipeline.stages.align.lexicon import Lexicon
from i18n_pipeline.stages.align.pairs import Link, links
from i18n_pipeline.stages.align.texts import Gaps, gaps, has_its_layout, text_for

_STEP = 0.01
DOUBTFUL = REVIEWED - _STEP
"""The most that a text counts for of which a check says something."""

USELESS = FUZZY - _STEP
"""The most that a text counts for that can't stand in the segment's place."""

_TELLING = ("numbers", "negation", "untranslated", "length")
"""Checks that have to be content with what is taken unseen; those of style are none of them."""


def matches(article: Document, post: Document, lexicon: Lexicon, parameters: Sequence[str] = ()) -> Alignment:
    """What a post has for each segment of its article."""
    matcher = _Matcher(article, post, lexicon.target, gaps(post, parameters))
    found = links(article, post, lexicon, parameters)
    taken = {number: match for link in found for number, match in matcher.of(link)}
    surplus = tuple(
        Surplus(post.segments[number].source, post.segments[number].line)
        for link in found
        if not link.sources
        for number in link.targets
    )
    return Alignment(tuple(taken[number] for number in sorted(taken)), surplus)


class _Matcher:
    def __init__(self, article: Document, post: Document, language: str, between: Gaps) -> None:
        self._article, self._post, self._gaps = article, post, between
        self._checks = [CHECKS[name] for name in _TELLING if language == "en" or name not in FOR_ENGLISH]

    def of(self, link: Link) -> Iterator[tuple[int, Match]]:
        line = self._post.segments[link.targets[0]].line if link.targets else 0
        for number in link.sources:
            if not link.targets:
                yield number, Match(number, "", 0, 0.0, "the post has nothing for it")
            elif len(link.sources) > 1:
                doubt = "the post has other sentences for this one and its neighbour together"
                yield number, Match(number, "", line, 0.0, doubt)
            else:
                yield number, self._match(number, link, line)

    def _match(self, number: int, link: Link, line: int) -> Match:
        segment = self._article.segments[number]
        text = text_for(segment, link.targets, self._post, self._gaps)
        if not text:
            return Match(number, "", line, 0.0, "the post has layout inside its text")
        most, doubt = self._doubt(segment, text, left=link.confidence < FUZZY)
        confidence = min(link.confidence, most)
        if not doubt and confidence < REVIEWED:
            doubt = "it may say something else"
        return Match(number, text, line, confidence, doubt)

    def _doubt(self, segment: Segment, text: str, *, left: bool) -> tuple[float, str]:
        """The most that a text may count for, and why; of what is left out in any case, its codes alone."""
        content = markdown.aligned(text, segment.content)
        if not same_codes(segment.content, content):
            if has_its_layout(text, segment):
                return DOUBTFUL, "a link or code differs from the article's"
            return USELESS, "its links, emphasis or other codes are not those of the article"
        if left:
            return 1.0, ""
        pair = Pair(segment.content, content)
        found = (finding for check in self._checks for finding in check(pair))
        told = (finding for finding in found if finding.severity >= Severity.WARNING)
        return next(((DOUBTFUL, finding.message) for finding in told), (1.0, ""))
