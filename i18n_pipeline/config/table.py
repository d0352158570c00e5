"""A table of the settings file, read key by key; what nobody asked for is unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn, TypeVar, get_args

from rapidfuzz import process

from i18n_pipeline.config.position import line_of
from i18n_pipeline.errors import Place, UsageError

Choice = TypeVar("Choice", bound=str)
_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}
_CLOSE = 60.0  # rapidfuzz's ratio, 0 to 100


@dataclass(frozen=True, slots=True)
class SettingsText:
    """The settings file as the user knows it, for places in messages."""

    path: str
    text: str

    def place(self, keys: Sequence[str]) -> Place:
        """Where `keys` stand, or the nearest table around them."""
        lines = (line_of(self.text, keys[:length]) for length in range(len(keys), 0, -1))
        return Place(self.path, next(filter(None, lines), 0))


class Table:
    """The values under `keys`; each method reads one key or gives its default.

    All methods raise UsageError with file and line for a value of the wrong type.
    """

    __slots__ = ("_asked", "_file", "_values", "keys")

    def __init__(self, values: Mapping[str, object], file: SettingsText, keys: tuple[str, ...] = ()) -> None:
        self.keys = keys
        self._values = values
        self._file = file
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str, default: str) -> str:
        value = self._get(key, default)
        return value if isinstance(value, str) else self._wrong(key, value, "text")

    def choice(self, key: str, default: Choice, literal: object) -> Choice:
        """One of the values of a `Literal` type."""
        value = self.text(key, default)
        options: tuple[Choice, ...] = get_args(literal)
        if value not in options:
            self.refuse(key, f"{value!r} is no value for it.", _suggestion(value, options))
        return options[options.index(value)]

    def whole_number(self, key: str, default: int) -> int:
        """A number from 0 up."""
        value = self._get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong(key, value, "a whole number")
        if value < 0:
            self.refuse(key, f"{value} is below 0.", "Write 0 for no limit.")
        return value

    def number(self, key: str, default: float) -> float:
        """A number from 0 up, with or without decimals."""
        value = self._get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            self._wrong(key, value, "a number")
        if not 0 <= value < float("inf"):
            self.refuse(key, f"{value} is out of range.", "Write 0 or more.")
        return float(value)

    def texts(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        value = self._get(key, list(default))
        if not isinstance(value, list):
            self._wrong(key, value, "a list of texts")
        for item in value:
            if not isinstance(item, str):
                self._wrong(key, item, "a list of texts", "holds")
        return tuple(value)

    def mapping(self, key: str, default: Mapping[str, str]) -> dict[str, str]:
        """A table of texts, its keys free."""
        if key not in self:
            return dict(default)
        inner = self.table(key)
        return {name: inner.text(name, "") for name in inner.names()}

    def table(self, key: str) -> "Table":
        """The table under `key`; an empty one where it is missing."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            self._wrong(key, value, "a table")
        return Table(value, self._file, (*self.keys, key))

    def names(self) -> tuple[str, ...]:
        """The table's keys in the file's order."""
        return tuple(self._values)

    def value(self, key: str) -> object:
        """What stands there, of whatever type; doesn't count as asked for."""
        return self._values.get(key)

    def close(self, *also_known: str) -> None:
        """Raise UsageError for the first key that was not asked for."""
        known = (*self._asked, *also_known)
        for key in self._values:
            if key not in known:
                where = f" in [{'.'.join(self.keys)}]" if self.keys else ""
                self.refuse(key, f"There is no such setting{where}.", _suggestion(key, known))

    def refuse(self, key: str, problem: str, mending: str) -> NoReturn:
        """Raise UsageError about `key`, at its line."""
        keys = (*self.keys, key)
        raise UsageError(f"`{'.'.join(keys)}`: {problem}", place=self._file.place(keys), mending=mending)

    def _get(self, key: str, default: object) -> object:
        self._asked.append(key)
        return self._values.get(key, default)

    def _wrong(self, key: str, value: object, wanted: str, verb: str = "is") -> NoReturn:
        kind = "a table" if isinstance(value, dict) else _KINDS.get(type(value), "a date or time")
        self.refuse(key, f"It {verb} {kind}.", f"It has to be {wanted}.")


def _suggestion(written: str, known: Sequence[str]) -> str:
    if match := process.extractOne(written, known, score_cutoff=_CLOSE):
        return f"Did you mean `{match[0]}`?"
    return f"Known here: {', '.join(f'`{name}`' for name in known)}."
