"""An article's text → its front matter."""

import re
from bisect import bisect_right

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.front_matter.fields import Field, FrontMatter, Notation, Path
from i18n_pipeline.formats.front_matter.grammar import grammar
from i18n_pipeline.formats.front_matter.slot import NotFrontMatterError, Slot, Slots
from i18n_pipeline.formats.front_matter.split import Parts, split

_BREAK = re.compile(r"\r\n|\r|\n")


def read(text: str) -> FrontMatter:
    """The front matter of an article's text; `head + body` of the outcome is the text.

    Text between two rules that is no set of keys (prose, a list) is body. Raises ArticleError, its
    place without a path, for what the notation rejects.
    """
    parts = split(text)
    if parts.notation is Notation.NONE:
        return FrontMatter(Notation.NONE, "", text)
    try:
        found = _slots(parts)
    except NotFrontMatterError:
        return FrontMatter(Notation.NONE, "", text)
    head = parts.opening + parts.content + parts.closing
    fields = _fields(head, found, len(parts.opening))
    return FrontMatter(parts.notation, head, parts.body, fields, _keys(found))


def _slots(parts: Parts) -> Slots:
    try:
        return grammar(parts.notation).slots(parts.content)
    except ArticleError as error:
        before = len(_BREAK.findall(parts.opening))
        line = before + (error.place.line if error.place else 1)
        raise ArticleError(error.problem, place=Place("", line), mending=error.mending) from error


def _fields(head: str, found: Slots, offset: int) -> tuple[Field, ...]:
    ends = [match.end() for match in _BREAK.finditer(head)]
    return tuple(_field(slot, offset, ends) for slot in found if slot.is_scalar)


def _field(slot: Slot, offset: int, line_ends: list[int]) -> Field:
    at = slot.key_start if slot.is_member and slot.start == slot.end else slot.start
    line = bisect_right(line_ends, offset + at) + 1
    return Field(slot.path, slot.text, slot.kind == "text", line, offset + slot.start, offset + slot.end)


def _keys(found: Slots) -> tuple[Path, ...]:
    prefixes = (slot.path[:length] for slot in found for length in range(1, len(slot.path) + 1))
    return tuple(dict.fromkeys(path for path in prefixes if isinstance(path[-1], str)))
