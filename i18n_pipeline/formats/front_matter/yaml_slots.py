"""The places of YAML values, from the marks of PyYAML's composer (libyaml's where it is built in).

A mark's index counts characters, whatever line breaks they are. Its line doesn't serve: YAML 1.1
ends a line at U+0085, U+2028 and U+2029 too.
"""

import re
from dataclasses import replace

import yaml

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.front_matter.slot import Kind, NotFrontMatterError, Slot, Slots
from i18n_pipeline.formats.front_matter.yaml_problems import explained

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_KINDS = {"tag:yaml.org,2002:str": Kind.TEXT, "tag:yaml.org,2002:null": Kind.NULL}
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|$)(?:#[^\r\n]*\s+)*)+")
_TRAILING_LINES = re.compile(r"[\r\n\x85\u2028\u2029][ \t\r\n\x85\u2028\u2029]*\Z")
_ALIAS = re.compile(r"\s*:\s*(\*[^\s,\[\]{}]+)")
_KEY_LINE = re.compile(r"""(?:^|\r)[ \t]*["']?\w[^:\r\n]*:(?:\s|\Z)""", re.MULTILINE)


def slots(content: str) -> Slots:
    """All values in the file's order, a table or list before what it holds.

    Raises ArticleError (line of the content) for what YAML rejects, NotFrontMatterError where it is
    prose or a list.
    """
    try:
        root = yaml.compose(content, Loader=_Loader)
        if root and not _is_front_matter(root):
            raise NotFrontMatterError
        return tuple(_Walk(content).value(root, Slot(()))) if root else ()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        if not _KEY_LINE.search(content):
            raise NotFrontMatterError from error
        raise explained(error, content) from error
    except RecursionError as error:
        raise ArticleError(
            "The front matter is nested too deeply.", place=Place("", 1), mending="Use fewer levels."
        ) from error


class _Walk:
    """One pass over the composed nodes; a node met for the second time is an alias."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, where: Slot) -> list[Slot]:
        if id(node) in self.seen:
            return [self.alias(node, where)]
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return [self.scalar(node, where)]
        return self.collection(node, where) if isinstance(node, yaml.CollectionNode) else []

    def alias(self, node: yaml.Node, where: Slot) -> Slot:
        text = node.value if isinstance(node, yaml.ScalarNode) else None
        written = _ALIAS.match(self.content, where.key_end) if where.is_member else None
        start, end = written.span(1) if written else (where.key_end, where.key_end)
        return replace(where, kind=Kind.ALIAS, text=text, start=start, end=end)

    def scalar(self, node: yaml.ScalarNode, where: Slot) -> Slot:
        kind = _KINDS.get(node.tag, Kind.TYPED)
        start, end = node.start_mark.index, node.end_mark.index
        properties = _PROPERTIES.match(self.content, start, end)
        # The tag of a typed value goes with it: `!!int` before a text would be an error.
        if properties and (kind is not Kind.TYPED or "!" not in properties.group()):
            start = properties.end()
        if start == end and where.is_member and not properties:
            # Inside braces the mark is that of the next token.
            start = end = where.key_end + len(self.content[where.key_end : start].rstrip())
        elif start < end and self.content[start] in "|>":
            blank = _TRAILING_LINES.search(self.content, start, end)
            end = blank.start() if blank else end
        return replace(where, kind=kind, text=None if kind is Kind.NULL else node.value, start=start, end=end)

    def collection(self, node: yaml.CollectionNode, where: Slot) -> list[Slot]:
        is_table = isinstance(node, yaml.MappingNode)
        kind = Kind.TABLE if is_table else Kind.LIST
        children = self.members(node, where) if is_table else self.items(node, where)
        flow = bool(node.flow_style)
        # The mark at a block's end is that of the next token.
        end = node.end_mark.index if flow or not children else max(child.end for child in children)
        return [replace(where, kind=kind, start=node.start_mark.index, end=end), *children]

    def members(self, node: yaml.CollectionNode, where: Slot) -> list[Slot]:
        found: list[Slot] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or id(key) in self.seen:
                continue
            self.seen.add(id(key))
            found += self.value(
                value,
                Slot(
                    (*where.path, key.value),
                    key_start=key.start_mark.index,
                    key_end=key.end_mark.index,
                    flow=bool(node.flow_style),
                    indent=node.value[0][0].start_mark.column,
                ),
            )
        return found

    def items(self, node: yaml.CollectionNode, where: Slot) -> list[Slot]:
        flow = bool(node.flow_style)
        indent = where.indent if flow or not node.value else self.dash_column(node)
        found: list[Slot] = []
        for number, item in enumerate(node.value):
            found += self.value(item, Slot((*where.path, number), flow=flow, indent=indent))
        return found

    def dash_column(self, node: yaml.CollectionNode) -> int:
        mark = node.start_mark
        if self.content.startswith("-", mark.index):
            return int(mark.column)
        first = node.value[0].start_mark  # the list has an anchor, and its mark is there
        dash = self.content.rfind("-", 0, first.index)
        return int(first.column - (first.index - dash))


def _is_front_matter(root: yaml.Node) -> bool:
    # `{{ page.title }}` between two rules is a mapping whose only key is a mapping.
    return isinstance(root, yaml.MappingNode) and (
        not root.value or any(isinstance(key, yaml.ScalarNode) for key, _ in root.value)
    )
