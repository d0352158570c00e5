"""Tokens of codes: tags, dialect spans, link titles, and what a reader meets inside them."""

import re
from collections.abc import Sequence

from i18n_pipeline.formats.html_tags import VOID, Tag, tag_inner, tag_name
from i18n_pipeline.formats.markdown.protect import Span
from i18n_pipeline.formats.markdown.tokens import CLOSE, CODE, OPEN, Inner, Sort, Token, fold
from i18n_pipeline.model.document import Syntax

_TITLE = re.compile(
    r"""[\s](?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*$""", re.DOTALL
)


def title_range(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a link's title stands inside its quotes, when the link's part `start` to `end` ends with one."""
    match = _TITLE.search(text[start:end])
    if not match or match.lastindex is None:
        return None
    return start + match.start(match.lastindex), start + match.end(match.lastindex)


def html_token(written: str, start: int) -> Token:
    """The token of one inline tag or comment."""
    tag = tag_name(written)
    end = start + len(written)
    source = fold(written)
    if tag is None:
        return Token(CODE, start, end, source, key="html:" + source, edge=True)
    attributes = tag_inner(written) if "=" in written else ()
    inner = tuple(
        Inner(start + a, start + b, Syntax.ATTRIBUTE, f"{name} of <{tag.name}>") for name, a, b in attributes
    )
    return Token(_tag_sort(tag), start, end, source, f"html:{tag.name}", edge=True, inner=inner)


def _tag_sort(tag: Tag) -> Sort:
    if tag.name in VOID or tag.closed:
        return CODE
    return CLOSE if tag.closing else OPEN


def span_token(span: Span, parameters: Sequence[str]) -> Token:
    """The token of a dialect's span in text; `parameters` are the names of its translatable ones."""
    written = span.match.string[span.start : span.end]
    inner = span_inner(span, parameters)
    return Token(
        CODE,
        span.start,
        span.end,
        fold(written),
        key=f"{span.dialect.name}:{without(written, span.start, inner)}",
        edge=span.dialect.edge,
        boundary=span.dialect.boundary,
        inner=inner,
    )


def span_inner(span: Span, parameters: Sequence[str]) -> tuple[Inner, ...]:
    """The translatable ranges of a dialect's span: an admonition's title, a shortcode's caption."""
    if span.dialect.title:
        groups = [name for name in ("title", "bracketed", "tab") if name in span.dialect.pattern.groupindex]
        return tuple(
            Inner(*span.match.span(name), Syntax.PARAMETER, "admonition title")
            for name in groups
            if span.match[name]
        )
    if not span.dialect.parameters or not parameters:
        return ()
    names = "|".join(map(re.escape, parameters))
    pattern = re.compile(rf"""(?<![\w-])({names})\s*[=:]\s*(?:"((?:[^"\\]|\\.)+)"|'([^']+)')""")
    return tuple(
        Inner(
            match.start(match.lastindex),
            match.end(match.lastindex),
            Syntax.PARAMETER,
            f"shortcode {match[1]}",
        )
        for match in pattern.finditer(span.match.string, span.start, span.end)
        if match.lastindex
    )


def without(written: str, offset: int, inner: Sequence[Inner]) -> str:
    """A notation with its translatable ranges blanked: what must stay the same."""
    for part in sorted(inner, key=lambda part: -part.start):
        written = written[: part.start - offset] + written[part.end - offset :]
    return fold(written)
