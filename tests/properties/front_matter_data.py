"""What parsers other than the package's own read, and what they should read after an edit."""

import tomllib
from typing import Any

import yaml

from i18n_pipeline.formats.front_matter import Notation, Path
from i18n_pipeline.formats.front_matter.split import split


class _Pairs(yaml.SafeLoader):
    """Reads tables as lists of pairs, for duplicate and unhashable keys, and an alias as its name."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            return yaml.ScalarNode("tag:yaml.org,2002:str", f"*{self.get_event().anchor}")  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)


def _pairs(loader: yaml.SafeLoader, node: yaml.MappingNode) -> object:
    read_in = loader.construct_object
    return [(read_in(key, deep=True), read_in(value, deep=True)) for key, value in node.value]


_Pairs.add_constructor("tag:yaml.org,2002:map", _pairs)


def data_of(article: str) -> Any:
    """What other parsers read: YAML as lists of pairs, TOML as tables."""
    parts = split(article)
    if parts.notation is Notation.TOML:
        return tomllib.loads(parts.content)
    return yaml.load(parts.content, Loader=_Pairs)  # noqa: S506 (a SafeLoader)


def with_text(data: Any, path: Path, text: str) -> Any:
    """The data with the text at the path, wherever the path is."""
    if not path:
        return text
    step, *rest = path
    if isinstance(data, dict):
        return {
            key: with_text(value, tuple(rest), text) if key == step else value for key, value in data.items()
        }
    if isinstance(step, int):
        return [with_text(value, tuple(rest), text) if at == step else value for at, value in enumerate(data)]
    return [(key, with_text(value, tuple(rest), text) if str(key) == step else value) for key, value in data]


def without(data: Any, path: Path) -> Any:
    """The data without the key, wherever the path is."""
    step, *rest = path
    if isinstance(data, dict):
        pairs: list[Any] = list(data.items())
    elif isinstance(step, int):
        return [without(value, tuple(rest)) if at == step else value for at, value in enumerate(data)]
    else:
        pairs = data
    kept = [
        (key, without(value, tuple(rest)) if rest and str(key) == step else value)
        for key, value in pairs
        if rest or str(key) != step
    ]
    return dict(kept) if isinstance(data, dict) else kept


def cut(data: Any) -> Any:
    """The data without empty tables, which may become nulls or go."""
    if isinstance(data, dict):
        return {key: cut(value) for key, value in data.items() if cut(value) is not None} or None
    return ([cut(value) for value in data] or None) if isinstance(data, list | tuple) else data
