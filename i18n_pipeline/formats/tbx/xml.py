"""XML of strangers: elements with their lines, no entities, nothing fetched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from i18n_pipeline.errors import GlossaryError, Place
from i18n_pipeline.model.sentence import ended

LARGEST, DEEPEST = 64 * 1024 * 1024, 100
"""Bytes of a file; elements inside one another."""


@dataclass(slots=True)
class Element:
    """An element: its name without namespace, attributes as written, its content, the line it begins on."""

    name: str
    attributes: Mapping[str, str]
    line: int
    content: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> Iterator["Element"]:
        """The elements in it."""
        return (part for part in self.content if isinstance(part, Element))

    @property
    def text(self) -> str:
        """All text in it, at whatever depth."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def all(self, *names: str) -> Iterator["Element"]:
        """The children of these names."""
        return (child for child in self.children if child.name in names)

    def below(self, name: str) -> Iterator["Element"]:
        """The elements of that name at whatever depth, none inside another."""
        for child in self.children:
            if child.name == name:
                yield child
            else:
                yield from child.below(name)


def parse(data: bytes, largest: int = LARGEST) -> Element:
    """The root element of at most so many bytes.

    Raises GlossaryError with the line of what is no well-formed XML, of an entity's declaration or
    use, and for a file that is too large or nested too deeply.
    """
    if len(data) > largest:
        raise refusal(f"The file has {len(data):,} bytes, more than {largest:,}.", 0, "Divide it.")
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        problem = f"It is no well-formed XML: {expat.ErrorString(error.code)}."
        raise refusal(problem, error.lineno, "Mend it in a text editor, or export it again.") from error
    except (LookupError, ValueError) as error:
        raise refusal(f"It can't be decoded: {ended(error)}", 1, "Save it as UTF-8.") from error
    return builder.root


def refusal(problem: str, line: int, mending: str) -> GlossaryError:
    """An error at a line; its caller knows the file."""
    return GlossaryError(problem, place=Place("", line), mending=mending)


class _Builder:
    """Builds elements from what expat meets."""

    def __init__(self) -> None:
        self.root = Element("", {}, 0)
        self._open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._declared
        self.parser.SkippedEntityHandler = self._skipped

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self._open) == DEEPEST:
            raise refusal(f"More than {DEEPEST} elements are inside one another.", line, "Flatten them.")
        element = Element(name.rpartition(":")[2], attributes, line)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _declared(self, name: str, *_: object) -> None:
        raise refusal(f"It declares the entity “{name}”.", self.parser.CurrentLineNumber, _PLAIN)

    def _skipped(self, name: str, *_: object) -> None:
        raise refusal(f"It uses the entity “{name}”.", self.parser.CurrentLineNumber, _PLAIN)


_PLAIN = "Take the declaration out and write the character itself."
