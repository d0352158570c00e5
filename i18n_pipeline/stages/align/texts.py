"""What stands in a post for a segment, as Markdown for that segment's hole."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.document import Document, Nested, Segment
from i18n_pipeline.stages.align.blocks import blocks, field_blocks

Gaps = Mapping[tuple[int, int], str]
"""What stands between two neighbouring sentences of a block, by their numbers."""

_BREAK = re.compile(r"[ \t]*\r?\n[ \t>]*")


def gaps(document: Document, parameters: Sequence[str] = ()) -> Gaps:
    """The gaps of a whole document."""
    return {
        numbers: gap
        for block in (*blocks(document, parameters), *field_blocks(document).values())
        for numbers, gap in zip(pairwise(block.segments), block.gaps, strict=True)
    }


def text_for(segment: Segment, numbers: Sequence[int], post: Document, between: Gaps) -> str:
    """The post's sentences as one text for a segment; empty where layout stands between them."""
    text = post.segments[numbers[0]].source
    for pair in pairwise(numbers):
        gap = between.get(pair, "-")
        if gap.strip(" \t\r\n>"):
            return ""
        text += _BREAK.sub(" ", gap) + post.segments[pair[1]].source
    theirs = [each for number in numbers for each in post.segments[number].nested]
    return with_codes_of(segment, text, theirs)


def with_codes_of(segment: Segment, text: str, theirs: Sequence[Nested]) -> str:
    """The text with the segment's own codes where only the words inside differ: a link's title."""
    if len(theirs) == len(segment.nested):
        for ours, other in zip(segment.nested, theirs, strict=True):
            if _around(ours) == _around(other):
                text = text.replace(other.code, ours.code, 1)
    return text


def _around(nested: Nested) -> tuple[str, str]:
    return nested.code[: nested.start], nested.code[nested.end :]


def has_its_layout(text: str, segment: Segment) -> bool:
    """Whether a text has as many codes of each sort; addresses and the like may differ."""
    return markdown.structure(text) == markdown.structure(segment.source)
