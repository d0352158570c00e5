"""From the parser's inline events to tokens that cover their text without a gap."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from i18n_pipeline.formats.markdown.codes import html_token, span_token, title_range
from i18n_pipeline.formats.markdown.events import END, LEAF, Event
from i18n_pipeline.formats.markdown.gapless import Gapless
from i18n_pipeline.formats.markdown.protect import Protected, Span
from i18n_pipeline.formats.markdown.tokens import (
    CLOSE,
    CODE,
    HARD,
    OPEN,
    PAIRED,
    SOFT,
    TEXT,
    TEXTUAL,
    Inner,
    Token,
    balanced,
    fold,
    opaque_joined,
)
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
    r"\b(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]*_]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b",
    re.IGNORECASE,
)
# What stands in each of them; the search for an address itself tries every word.
_HAS_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)


class InlineReader:
    """Makes tokens of runs of inline events."""

    def __init__(self, protected: Protected, parameters: Sequence[str]) -> None:
        self._text = protected.text
        self._spans = protected.inline
        self._starts = [span.start for span in protected.inline]
        self._ends = [span.end for span in protected.inline]
        self._parameters = parameters

    def tokens(self, run: Sequence[Event]) -> list[Token]:
        """Tokens for the events of one block, from the first one's start to the last one's end."""
        cover = Gapless(self._text, run[0].start)
        opened: list[Event] = []
        at = 0
        while at < len(run):
            event = run[at]
            if event.edge is LEAF:
                cover.add(self._leaf(event))
            elif event.edge is END:
                cover.add(self._closer(opened.pop(), cover.at))
            elif _is_autolink(event) or run[at + 1].edge is END:
                cover.add(self._standalone(event))
                at = next(number for number in range(at, len(run)) if run[number].edge is END)
            else:
                opened.append(event)
                cover.add(self._opener(event))
            at += 1
        return self.refined(cover.tokens)

    def refined(self, tokens: list[Token]) -> list[Token]:
        """The tokens with dialects, addresses and opaque elements as codes, and pairs that match."""
        tokens = _with_addresses(self._with_spans(tokens))
        if any(token.sort in PAIRED for token in tokens):
            tokens = balanced(opaque_joined(tokens, self._text))
        return tokens

    def _leaf(self, event: Event) -> Token:
        written = self._text[event.start : event.end]
        if event.name == "Text":
            return self._text_token(event, written)
        if event.name == "SoftBreak":
            return Token(SOFT, event.start, event.end, " ")
        if event.name == "HardBreak":
            return Token(HARD, event.start, event.end, written.replace("\r\n", "\n"), key="break", edge=True)
        if event.name == "InlineHtml":
            return html_token(written, event.start)
        key = _KEYS.get(event.name) or f"footnote:{event.data}"
        return Token(CODE, event.start, event.end, fold(written), key=key)

    def _text_token(self, event: Event, written: str) -> Token:
        if written.startswith("&") and event.data != written and written.endswith(";"):
            return Token(CODE, event.start, event.end, written)
        return Token(TEXT, event.start, event.end, written)

    def _opener(self, event: Event) -> Token:
        length = _OPENER.get(event.name) or (2 if self._text.startswith("~~", event.start) else 1)
        end = event.start + length
        return Token(OPEN, event.start, end, self._text[event.start : end], _KEYS[event.name])

    def _standalone(self, event: Event) -> Token:
        end = self._end(event)
        key = "autolink" if _is_autolink(event) else _KEYS[event.name]
        inner = self._title(event, event.start, end)
        return Token(CODE, event.start, end, fold(self._text[event.start : end]), key, inner=inner)

    def _closer(self, event: Event, start: int) -> Token:
        end = self._end(event)
        target = ""
        if _link_type(event) in {"Shortcut", "Collapsed"}:
            label = self._text[event.start + _OPENER[event.name] : start]
            target = f"][{fold(label)}]"
        inner = self._title(event, start, end)
        return Token(CLOSE, start, end, fold(self._text[start:end]), _KEYS[event.name], target, inner=inner)

    def _end(self, event: Event) -> int:
        """Where an element ends; the parser leaves out the `[]` of a collapsed reference."""
        collapsed = _link_type(event) == "Collapsed" and self._text.startswith("[]", event.end)
        return event.end + 2 if collapsed else event.end

    def _title(self, event: Event, start: int, end: int) -> tuple[Inner, ...]:
        if _link_type(event) != "Inline" or not event.data["title"]:
            return ()
        found = title_range(self._text, start, end - 1)
        return (Inner(*found, Syntax.TITLE, f"{event.name.lower()} title"),) if found else ()

    def _between(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans that have a part between two offsets."""
        return self._spans[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def _with_spans(self, tokens: list[Token]) -> list[Token]:
        """Dialect spans in text as codes."""
        if not tokens or not self._between(tokens[0].start, tokens[-1].end):
            return tokens
        result: list[Token] = []
        done: Span | None = None
        for token in tokens:
            at = token.start
            for span in self._between(at, token.end) if token.sort in TEXTUAL else ():
                result += [token.cut(at, span.start)] if at < span.start else []
                result += [span_token(span, self._parameters)] if span is not done else []
                at, done = min(span.end, token.end), span
            result += [token.cut(at, token.end)] if at < token.end else []
        return result


def _with_addresses(tokens: list[Token]) -> list[Token]:
    """URLs and e-mail addresses in text as codes: they are never translated."""
    result: list[Token] = []
    for token in tokens:
        if token.sort is not TEXT or not _HAS_ADDRESS.search(token.source):
            result.append(token)
            continue
        at = token.start
        for match in _ADDRESS.finditer(token.source):
            start, end = token.start + match.start(), token.start + match.end()
            result += [token.cut(at, start)] if at < start else []
            result.append(Token(CODE, start, end, match.group(), key="address"))
            at = end
        result += [token.cut(at, token.end)] if at < token.end else []
    return result


def _link_type(event: Event) -> str:
    """How a link or image is written; empty for other elements."""
    return str(event.data["link_type"]) if event.name in {"Link", "Image"} else ""


def _is_autolink(event: Event) -> bool:
    return _link_type(event) in {"Autolink", "Email"}
