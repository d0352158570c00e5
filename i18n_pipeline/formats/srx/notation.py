"""SRX as text: rules and language maps, each with the line where it stands."""

from dataclasses import dataclass, field
from xml.parsers import expat

from i18n_pipeline.errors import Place, UsageError

_MENDING = "Compare it with the SRX 2.0 specification or leave the setting out."


@dataclass(frozen=True, slots=True)
class Rule:
    """Break, or don't, between a text that ends in `before` and one that begins with `after` (regexes)."""

    breaks: bool
    before: str
    after: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class LanguageMap:
    """Languages whose code matches `pattern` use the rules called `rules`."""

    pattern: str
    rules: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Srx:
    """An SRX document; `cascade`: every map that matches counts, not just the first."""

    cascade: bool
    rules: dict[str, tuple[Rule, ...]]
    maps: tuple[LanguageMap, ...]


def read(text: str) -> Srx:
    """An SRX document from its XML; raises UsageError with the line of what is wrong."""
    reader = _Reader()
    try:
        reader.parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        problem = f"The segmentation rules are not well-formed XML: {expat.ErrorString(error.code)}."
        raise UsageError(problem, place=Place("", error.lineno), mending=_MENDING) from error
    return reader.result()


class _Reader:
    """expat's callbacks; element names come as namespace, space, name, and the namespace is let go."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self._root = ""
        self._cascade = True
        self._rules: dict[str, list[Rule]] = {}
        self._maps: list[LanguageMap] = []
        self._language = ""
        self._breaks = True
        self._line = 0
        self._side = ""
        self._texts: dict[str, str] = {}

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        self._root = self._root or name
        if name == "header":
            self._cascade = self._attribute(name, attributes, "cascade") == "yes"
        elif name == "languagerule":
            self._language = self._attribute(name, attributes, "languagerulename")
            self._rules.setdefault(self._language, [])
        elif name == "rule":
            self._breaks = attributes.get("break") != "no"
            self._line = self.parser.CurrentLineNumber
            self._texts = {"beforebreak": "", "afterbreak": ""}
        elif name in {"beforebreak", "afterbreak"}:
            self._side = name
        elif name == "languagemap":
            self._maps.append(self._map(attributes))

    def _map(self, attributes: dict[str, str]) -> LanguageMap:
        pattern = self._attribute("languagemap", attributes, "languagepattern")
        rules = self._attribute("languagemap", attributes, "languagerulename")
        return LanguageMap(pattern, rules, self.parser.CurrentLineNumber)

    def _end(self, qualified: str) -> None:
        name = qualified.rpartition(" ")[2]
        if name == self._side:
            self._side = ""
        elif name == "rule":
            rule = Rule(self._breaks, self._texts["beforebreak"], self._texts["afterbreak"], self._line)
            self._rules.setdefault(self._language, []).append(rule)

    def _characters(self, text: str) -> None:
        if self._side:
            self._texts[self._side] += text

    def _attribute(self, element: str, attributes: dict[str, str], name: str) -> str:
        if name not in attributes:
            problem = f"<{element}> lacks the attribute {name}."
            raise UsageError(problem, place=Place("", self.parser.CurrentLineNumber), mending=_MENDING)
        return attributes[name]

    def result(self) -> Srx:
        if self._root != "srx":
            problem = f"This is no SRX file: its root is <{self._root}>, not <srx>."
            raise UsageError(problem, place=Place("", 1), mending=_MENDING)
        for entry in self._maps:
            if entry.rules not in self._rules:
                problem = f"<languagemap> names the rules {entry.rules!r}, which are not in this file."
                mending = f"Known here: {', '.join(self._rules) or 'none'}."
                raise UsageError(problem, place=Place("", entry.line), mending=mending)
        rules = {name: tuple(rules) for name, rules in self._rules.items()}
        return Srx(self._cascade, rules, tuple(self._maps))
