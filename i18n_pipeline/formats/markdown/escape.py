"""Escapes in a translation's text what Markdown, HTML or a dialect would take for its own."""

import re

from i18n_pipeline.formats.markdown.align import matched
from i18n_pipeline.model.document import Segment, Syntax

_SPECIAL = re.compile(
    r"(?P<kept>\\[!-/:-@\[-`{-~]|&#?\w+;)|(?P<brace>[{}])|(?P<angle><)|(?P<sign>[\\`*_\[\]>|~#$!=+:-])"
)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")


def escaped(text: str, segment: Segment) -> str:
    """The text with its segment's codes as they are and everything else taken literally."""
    literal = _html if segment.syntax is Syntax.HTML else _markdown
    parts = matched(text, segment.content)
    result = "".join(literal(part) if isinstance(part, str) else part.in_translation for part in parts)
    return _NUMBERED.sub(r"\1\\\2", result)


def _markdown(text: str) -> str:
    return _SPECIAL.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    char = match.group()
    if match["kept"]:
        return char
    if match["brace"]:
        return "&#123;" if char == "{" else "&#125;"
    return "&lt;" if match["angle"] else "\\" + char


def _html(text: str) -> str:
    return re.sub(r"[{}]", lambda match: f"&#{ord(match.group())};", text.replace("<", "&lt;"))
