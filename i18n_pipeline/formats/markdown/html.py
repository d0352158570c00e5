"""HTML blocks: text between tags in sentences, tags as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from i18n_pipeline.formats.html_tags import INLINE, OPAQUE, tag_name
from i18n_pipeline.formats.markdown.codes import html_token
from i18n_pipeline.formats.markdown.tokens import CLOSE, CODE, OPEN, SOFT, TEXT, Token

_PIECE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*>?)"
    r"""|(?P<tag></?[A-Za-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>)"""
    r"|(?P<unclosed></?[A-Za-z].*)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<soft>[ \t]*\r?\n[ \t]*)"
    r"|(?P<fence>(?<=[\n \t])(?P<ticks>`{3,}|~{3,}).*?(?:\n[ \t]*(?P=ticks)|\Z))"
    r"|(?P<mark>(?<=[\n \t])(?:(?:[-*+]|\d{1,9}[.)]|\#{1,6}|>)[ \t]+|\|[ \t]*))"
    r"|(?P<link>!?\[(?=[^\[\]]*\]\([^()\s]*\)))"
    r"|(?P<destination>\]\([^()\s]*\))"
    r"|(?P<code>(?<!`)`[^`\n]+`(?!`))"
    r"|(?P<text>[^<&\r\n\[\]!`]+|.)",
    re.DOTALL,
)


class HtmlPieces:
    """The lines of one HTML block, without the marks of the quote or list around them."""

    def __init__(self, lines: Sequence[tuple[int, str]]) -> None:
        self._starts: list[int] = []
        self._offsets = [offset for offset, _ in lines]
        length = 0
        for _, line in lines:
            self._starts.append(length)
            length += len(line)
        self._html = "".join(line for _, line in lines)

    def _offset(self, at: int, *, end: bool = False) -> int:
        """Where in the article a character of the block stands."""
        number = bisect_right(self._starts, at - end) - 1
        return self._offsets[number] + at - self._starts[number]

    def runs(self) -> Iterator[list[Token]]:
        """Tokens in runs: a block-level tag is a run by itself and ends the one before it."""
        run: list[Token] = []
        for token, alone in self._tokens():
            if not alone:
                run.append(token)
                continue
            yield run
            yield [token]
            run = []
        yield run

    def _tokens(self) -> Iterator[tuple[Token, bool]]:
        at = 0
        heading = False
        while match := _PIECE.match(self._html, at):
            end = match.end()
            tag = tag_name(match.group()) if match.lastgroup == "tag" else None
            if tag and tag.name in OPAQUE and not tag.closing and not tag.closed:
                end = self._opaque_end(tag.name, end)
            token = self._token(match, end)
            if match.lastgroup in {"mark", "soft"}:
                token = token._replace(boundary=True) if heading else token
                heading = "#" in match.group()
            yield token, bool(tag and (tag.name not in INLINE))
            at = end

    def _token(self, match: re.Match[str], end: int) -> Token:
        start, written = match.start(), self._html[match.start() : end]
        token = _token(match, written)
        return Token(
            CODE if end > match.end() else token.sort,
            self._offset(start),
            self._offset(end, end=True),
            token.source,
            token.key,
            edge=token.edge,
            boundary=token.boundary,
            inner=tuple(
                replace(
                    part, start=self._offset(start + part.start), end=self._offset(start + part.end, end=True)
                )
                for part in token.inner
            ),
        )

    def _opaque_end(self, name: str, start: int) -> int:
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._html, start)
        return close.end() if close else len(self._html)


def _token(match: re.Match[str], written: str) -> Token:
    if match.lastgroup == "text":
        return Token(TEXT if written not in "<&" else CODE, 0, len(written), written)
    if match.lastgroup == "soft":
        return Token(SOFT, 0, len(written), " ")
    if match.lastgroup in _CODES:
        sort, key, edge = _CODES[match.lastgroup]
        return Token(sort, 0, len(written), written, key, edge=edge, boundary=edge)
    return html_token(written, 0)


_CODES = {
    "entity": (CODE, "", False),
    "fence": (CODE, "fence", True),
    "mark": (CODE, "mark", True),
    "link": (OPEN, "link", False),
    "destination": (CLOSE, "link", False),
    "code": (CODE, "code", False),
}
"""Beside entities what generators that read Markdown inside HTML (kramdown, Python-Markdown) make of it."""
