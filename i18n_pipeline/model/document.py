"""A parsed article: a skeleton with holes and the segments that fill them."""

from dataclasses import dataclass
from enum import StrEnum

from i18n_pipeline.model.inline import Content, source_markdown


class Syntax(StrEnum):
    """The notation around a hole, which decides how a text is written into it."""

    MARKDOWN = "markdown"
    CELL = "table cell"
    TITLE = "quoted title"
    HTML = "html"
    ATTRIBUTE = "html attribute"
    PARAMETER = "shortcode parameter"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text.

    `context` is the front matter key (`title`, `seo.description`), None in the body; it becomes
    msgctxt. `place` says where it stands, for a reader ("paragraph 3, sentence 2 of 5"); `line`
    counts from 1 in the article's file. `raw` is the text between the hole's edges exactly as in
    the file, `content` the same repaired and with soft breaks as spaces.
    """

    content: Content
    raw: str
    syntax: Syntax = Syntax.MARKDOWN
    context: str | None = None
    place: str = ""
    line: int = 0

    @property
    def source(self) -> str:
        """The msgid: the segment's Markdown as its author wrote it."""
        return source_markdown(self.content)


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a segment stands in the skeleton.

    `index` is the segment's number in the document. `prefix` is what has to follow a line break
    inside it to stay in the same block (`> `, two spaces).
    """

    index: int
    prefix: str = ""


Skeleton = tuple[str | Hole, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article without its place on disk; `skeleton` and `segments` give back its text exactly."""

    skeleton: Skeleton
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        return "".join(
            self.segments[part.index].raw if isinstance(part, Hole) else part for part in self.skeleton
        )
