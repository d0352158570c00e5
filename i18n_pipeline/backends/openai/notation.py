"""How a model is asked to write its answer, and how that is read: JSON, or a line for each text.

Reading is strict. An answer whose numbers are not those of the texts may have them shifted, so none
of it is used; nothing is guessed from JSON that is almost right.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class Unreadable(ValueError):
    """An answer that can't be read; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Notation:
    """`rule` tells the model how to answer; `read` gives the texts by number, from 1, of how many."""

    rule: str
    read: Callable[[str, int], dict[int, str]]


_THOUGHT = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_FENCE = "```"
_LINE = re.compile(r"\[([1-9][0-9]?)\][ \t]*(.*)")


def _said(answer: str) -> str:
    """The answer without what a reasoning model thought before it; some leave out the first tag."""
    said = _THOUGHT.sub("", answer).strip()
    if said.startswith("<think"):
        raise Unreadable("thoughts without an end")
    return said


def _read_json(answer: str, count: int) -> dict[int, str]:
    found = _object(_said(answer))
    if not all(isinstance(text, str) for text in found.values()):
        raise Unreadable("a translation that is no text")
    return _numbered(found, count)


def _object(said: str) -> dict[str, Any]:
    """The one JSON object in an answer; fences and words around it are left out."""
    start = said.find("{")
    if start < 0:
        raise Unreadable("no JSON")
    try:
        found, end = json.JSONDecoder(object_pairs_hook=_once).raw_decode(said, start)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable("malformed JSON") from error
    if "{" in said[end:]:
        raise Unreadable("more than one JSON object")
    return dict(found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("a number twice")
    return found


def _read_lines(answer: str, count: int) -> dict[int, str]:
    found: dict[str, str] = {}
    for line in map(str.strip, _said(answer).splitlines()):
        if numbered := _LINE.fullmatch(line):
            if numbered[1] in found:
                raise Unreadable("a number twice")
            found[numbered[1]] = numbered[2]
        elif found and line and line != _FENCE:
            raise Unreadable("a line without a number")
    return _numbered(found, count)


def _numbered(texts: dict[str, str], count: int) -> dict[int, str]:
    names = {str(number): number for number in range(1, count + 1)}
    if texts.keys() != names.keys():
        raise Unreadable(f"{len(texts)} translations of {count} texts, or other numbers")
    return {number: texts[name] for name, number in names.items()}


JSON = Notation(
    'Answer with one JSON object and nothing else. Its keys are the numbers in "texts", each of them once; '
    'its values are the translations: {"1": "…", "2": "…"}',
    _read_json,
)
LINES = Notation(
    'Answer with one line for each number in "texts" and nothing else: the number in square brackets, '
    "a space, the translation, without quotation marks or line breaks of your own: [1] …",
    _read_lines,
)


def schema(count: int) -> dict[str, object]:
    """The JSON Schema of an answer for so many texts."""
    names = [str(number) for number in range(1, count + 1)]
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": names,
        "additionalProperties": False,
    }
