"""From the parser's inline events to tokens that cover their text without a gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from i18n_pipeline.formats.markdown.codes import html_token, span_token, title_range
from i18n_pipeline.formats.markdown.events import Edge, Event
from i18n_pipeline.formats.markdown.protect import Protected, Span
from i18n_pipeline.formats.markdown.tokens import TEXTUAL, Inner, Sort, Token, balanced, fold, opaque_joined
from i18n_pipeline.model.document import Syntax

INLINE_NAMES = frozenset(
    [
        "Text",
        "Code",
        "SoftBreak",
        "HardBreak",
        "InlineHtml",
        "FootnoteReference",
        "InlineMath",
        "DisplayMath",
        "Emphasis",
        "Strong",
        "Strikethrough",
        "Link",
        "Image",
    ]
)
_OPENER = {"Emphasis": 1, "Strong": 2, "Link": 1, "Image": 2}
_KEYS = {
    "Emphasis": "emphasis",
    "Strong": "strong",
    "Strikethrough": "strikethrough",
    "Link": "link",
    "Image": "image",
    "Code": "code",
    "InlineMath": "math",
    "DisplayMath": "math",
    "HardBreak": "break",
}
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]*_]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
    re.IGNORECASE,
)


class InlineReader:
    """Makes tokens of runs of inline events."""

    def __init__(self, protected: Protected, parameters: Sequence[str]) -> None:
        self._protected = protected
        self._text = protected.text
        self._parameters = parameters

    def tokens(self, run: Sequence[Event]) -> list[Token]:
        """Tokens for the events of one block, from the first one's start to the last one's end."""
        raw = self._without_gaps(list(self._raw(run, 0, len(run))))
        return self.refined(raw)

    def refined(self, tokens: list[Token]) -> list[Token]:
        """The tokens with dialects, addresses and opaque elements as codes, and pairs that match."""
        return balanced(opaque_joined(self._with_addresses(self._with_spans(tokens)), self._text))

    def _raw(self, run: Sequence[Event], first: int, last: int) -> Iterator[Token]:
        at = first
        while at < last:
            event = run[at]
            if event.edge is Edge.LEAF:
                yield self._leaf(event)
                at += 1
                continue
            close = _closing(run, at)
            yield from self._pair(run, at, close)
            at = close + 1

    def _leaf(self, event: Event) -> Token:
        written = self._text[event.start : event.end]
        if event.name == "Text":
            return self._text_token(event, written)
        if event.name == "SoftBreak":
            return Token(Sort.SOFT, event.start, event.end, " ")
        if event.name == "HardBreak":
            return Token(
                Sort.HARD, event.start, event.end, written.replace("\r\n", "\n"), key="break", edge=True
            )
        if event.name == "InlineHtml":
            return html_token(written, event.start)
        key = _KEYS.get(event.name) or f"footnote:{event.data}"
        return Token(Sort.CODE, event.start, event.end, fold(written), key=key)

    def _text_token(self, event: Event, written: str) -> Token:
        if written.startswith("&") and event.data != written and written.endswith(";"):
            return Token(Sort.CODE, event.start, event.end, written)
        return Token(Sort.TEXT, event.start, event.end, written)

    def _pair(self, run: Sequence[Event], at: int, close: int) -> Iterator[Token]:
        event = run[at]
        end = event.end
        if event.name in {"Link", "Image"} and event.data["link_type"] == "Collapsed":
            end += 2 if self._text[end : end + 2] == "[]" else 0
        autolink = event.name == "Link" and event.data["link_type"] in {"Autolink", "Email"}
        key = _KEYS[event.name]
        if autolink or close == at + 1:
            yield self._standalone(event, end, "autolink" if autolink else key)
            return
        opener = _OPENER.get(event.name) or (2 if self._text.startswith("~~", event.start) else 1)
        yield Token(
            Sort.OPEN, event.start, event.start + opener, self._text[event.start : event.start + opener], key
        )
        inside = self._without_gaps(list(self._raw(run, at + 1, close)), start=event.start + opener)
        yield from inside
        yield self._closer(event, inside[-1].end, end, key)

    def _standalone(self, event: Event, end: int, key: str) -> Token:
        written = self._text[event.start : end]
        return Token(
            Sort.CODE, event.start, end, fold(written), key, inner=self._title(event, event.start, end)
        )

    def _closer(self, event: Event, start: int, end: int, key: str) -> Token:
        written = fold(self._text[start:end])
        target = ""
        if event.name in {"Link", "Image"} and event.data["link_type"] in {"Shortcut", "Collapsed"}:
            opener = _OPENER[event.name]
            target = f"][{fold(self._text[event.start + opener : start])}]"
        return Token(Sort.CLOSE, start, end, written, key, target, inner=self._title(event, start, end))

    def _title(self, event: Event, start: int, end: int) -> tuple[Inner, ...]:
        if (
            event.name not in {"Link", "Image"}
            or event.data["link_type"] != "Inline"
            or not event.data["title"]
        ):
            return ()
        found = title_range(self._text, start, end - 1)
        return (Inner(*found, Syntax.TITLE, f"{event.name.lower()} title"),) if found else ()

    def _without_gaps(self, tokens: list[Token], start: int | None = None) -> list[Token]:
        """The tokens with what stands between them: escapes' backslashes, line prefixes."""
        result: list[Token] = []
        at = tokens[0].start if start is None else start
        for token in tokens:
            gap = self._text[at : token.start]
            if gap == "\\" and token.sort is Sort.TEXT:
                result.append(Token(Sort.CODE, at, token.start + 1, self._text[at : token.start + 1]))
                token = token.cut(token.start + 1, token.end)  # noqa: PLW2901
            elif gap and result and result[-1].sort in {Sort.SOFT, Sort.HARD}:
                result[-1] = replace(result[-1], end=token.start)
            elif gap and token.sort in {Sort.SOFT, Sort.HARD}:
                token = replace(token, start=at)  # noqa: PLW2901
            elif gap:
                result.append(Token(Sort.CODE, at, token.start, gap))
            if token.end > token.start:
                result.append(token)
            at = token.end
        return result

    def _with_spans(self, tokens: list[Token]) -> list[Token]:
        """Dialect spans in text as codes."""
        if not tokens or not self._protected.between(tokens[0].start, tokens[-1].end):
            return tokens
        result: list[Token] = []
        done: Span | None = None
        for token in tokens:
            at = token.start
            for span in self._protected.between(at, token.end) if token.sort in TEXTUAL else ():
                result += [token.cut(at, span.start)] if at < span.start else []
                result += [span_token(span, self._parameters)] if span is not done else []
                at, done = min(span.end, token.end), span
            result += [token.cut(at, token.end)] if at < token.end else []
        return result

    def _with_addresses(self, tokens: list[Token]) -> list[Token]:
        """URLs and e-mail addresses in text as codes: they are never translated."""
        result: list[Token] = []
        for token in tokens:
            if token.sort is not Sort.TEXT:
                result.append(token)
                continue
            at = token.start
            for match in _ADDRESS.finditer(token.source):
                start, end = token.start + match.start(), token.start + match.end()
                result += [token.cut(at, start)] if at < start else []
                result.append(Token(Sort.CODE, start, end, match.group(), key="address"))
                at = end
            result += [token.cut(at, token.end)] if at < token.end else []
        return result


def _closing(run: Sequence[Event], at: int) -> int:
    depth = 0
    for number in range(at, len(run)):
        depth += (run[number].edge is Edge.START) - (run[number].edge is Edge.END)
        if depth == 0:
            return number
    raise AssertionError("the parser closes what it opens")
