"""A parsed article: a skeleton with holes and the segments that fill them."""

from dataclasses import dataclass
from enum import StrEnum

from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.inline import Content, source_markdown

Path = tuple[str | int, ...]
"""A front matter key: `("title",)`, `("seo", "description")`, `("tags", 0)`."""


class Syntax(StrEnum):
    """The notation around a hole, which decides how a text is written into it."""

    MARKDOWN = "markdown"
    CELL = "table cell"
    TITLE = "quoted title"
    HTML = "html"
    ATTRIBUTE = "html attribute"
    PARAMETER = "shortcode parameter"


@dataclass(frozen=True, slots=True)
class Nested:
    """A segment inside another one's placeholder (a link's title): characters `start` to `end` of `code`."""

    index: int
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text.

    `context` is the front matter key (`title`, `seo.description`), None in the body; it becomes
    msgctxt. `place` says where it stands, for a reader ("paragraph 3, sentence 2 of 5"); `line`
    counts from 1 in the article's file. `raw` is the text between the hole's edges exactly as in
    the file, `content` the same repaired and with soft breaks as spaces. `given` is a translation
    that needs no engine: a taxonomy term from the glossary, an editor's `english_title`. `repaired`
    says that mojibake was mended in `content`.
    """

    content: Content
    raw: str
    syntax: Syntax = Syntax.MARKDOWN
    context: str | None = None
    place: str = ""
    line: int = 0
    taxonomy: bool = False
    given: str = ""
    repaired: bool = False
    nested: tuple[Nested, ...] = ()

    @property
    def key(self) -> tuple[str | None, str]:
        """What names this text in a catalogue: context and source."""
        return (self.context, self.source)

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
class Field:
    """A front matter value that is translated; most are one hole, a block scalar may hold several."""

    path: Path
    skeleton: Skeleton


@dataclass(frozen=True, slots=True)
class Document:
    """An article without its place on disk.

    `head` is the front matter with its delimiters as written, `skeleton` the body; together with
    the segments' `raw` they give back the text exactly. Findings are what reading met.
    """

    head: str = ""
    fields: tuple[Field, ...] = ()
    skeleton: Skeleton = ()
    segments: tuple[Segment, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def body(self) -> str:
        """The Markdown behind the front matter, untranslated."""
        return "".join(
            self.segments[part.index].raw if isinstance(part, Hole) else part for part in self.skeleton
        )
