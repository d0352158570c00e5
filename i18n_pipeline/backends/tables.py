"""An engine's settings from a table of the settings file."""

from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from i18n_pipeline.errors import UsageError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")

_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", Path: "a path"}


class _Unfit(Exception):
    """A value of another type than its field."""


def read_table(kind: type[Settings], table: Mapping[str, object], name: str) -> Settings:
    """Settings of the dataclass `kind` from the table `[backend.<name>]`.

    Fields may be bool, int, float, str, Path, an Enum, a Literal, a tuple of those (`tuple[str, ...]`),
    or one of them and None. Raises UsageError for an unknown key or a value of another type; the
    value itself is not shown, for it may be a secret in the wrong place.
    """
    hints = get_type_hints(kind)
    known = [field.name for field in fields(kind) if field.init]
    values = {}
    for key, value in table.items():
        if key not in known:
            raise UsageError(
                f"`backend.{name}.{key}`: There is no such setting.", mending=_suggestion(key, known)
            )
        try:
            values[key] = _converted(value, hints[key])
        except _Unfit:
            raise UsageError(
                f"`backend.{name}.{key}`: The value does not fit.",
                mending=f"It has to be {_wanted(hints[key])}.",
            ) from None
    return kind(**values)


def _suggestion(key: str, known: list[str]) -> str:
    if near := get_close_matches(key, known, n=1):
        return f"Did you mean `{near[0]}`?"
    return f"Known here: {', '.join(f'`{name}`' for name in known)}." if known else "It has no settings."


def _converted(value: object, hint: Any) -> object:
    if get_origin(hint) in {UnionType, Union}:
        return _first_fit(value, get_args(hint))
    if get_origin(hint) is tuple:
        return _items(value, get_args(hint)[0])
    if get_origin(hint) is Literal:
        return value if value in get_args(hint) else _unfit()
    return _member(value, hint) if issubclass(hint, Enum) else _single(value, hint)


def _single(value: object, hint: Any) -> object:
    if isinstance(value, bool) and hint is not bool:
        return _unfit()
    if hint is float and isinstance(value, int):
        return float(value)
    if hint is Path and isinstance(value, str):
        return Path(value)
    return value if isinstance(value, hint) else _unfit()


def _unfit() -> object:
    raise _Unfit


def _first_fit(value: object, hints: tuple[Any, ...]) -> object:
    for hint in hints:
        try:
            return _converted(value, hint)
        except _Unfit:
            continue
    return _unfit()


def _items(value: object, hint: Any) -> object:
    return tuple(_converted(item, hint) for item in value) if isinstance(value, list | tuple) else _unfit()


def _member(value: object, kind: type[Enum]) -> object:
    for member in kind:
        if value in (member, member.value):
            return member
    return _unfit()


def _wanted(hint: Any) -> str:
    if get_origin(hint) in {UnionType, Union}:
        return " or ".join(_wanted(inner) for inner in get_args(hint) if inner is not NoneType)
    if get_origin(hint) is tuple:
        return f"a list; each item {_wanted(get_args(hint)[0])}"
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "one of " + ", ".join(f'"{member.value}"' for member in hint)
    return _WORDS.get(hint, "of another type")
