"""The places of TOML values: what tomllib reads, found again in the text."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.front_matter.fields import Path
from i18n_pipeline.formats.front_matter.slot import Kind, NotFrontMatterError, Slot, Slots
from i18n_pipeline.formats.front_matter.toml_scan import Header, statements

_KEY_LINE = re.compile(r"^[ \t]*(?:[\w\"'.-]+[ \t]*=|\[)", re.MULTILINE)
_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")


def slots(content: str) -> Slots:
    """All values in the file's order, a table or list before what it holds.

    Raises ArticleError (line of the content) for what TOML rejects, NotFrontMatterError for prose.
    """
    try:
        return tuple(_located(content, tomllib.loads(content)))
    except tomllib.TOMLDecodeError as error:
        if not _KEY_LINE.search(content):
            raise NotFrontMatterError from error
        raise _explained(str(error), content) from error
    except RecursionError as error:
        raise ArticleError(
            "The front matter is nested too deeply.", place=Place("", 1), mending="Use fewer levels."
        ) from error


def _located(content: str, data: object) -> Iterator[Slot]:
    """The slots with whole paths; a text is what tomllib found at its path."""
    table: Path = ()
    lists: Counter[Path] = Counter()
    for item in statements(content):
        if isinstance(item, Header):
            table = _table_path(item, lists)
            yield Slot(table, Kind.TABLE, start=item.start, end=item.end)
        else:
            yield from (_filled(content, slot, table, data) for slot in item)


def _table_path(header: Header, lists: Counter[Path]) -> Path:
    """The header's path, with the number of the last table for every list of tables on the way."""
    path: Path = ()
    for depth, key in enumerate(header.keys, 1):
        path = (*path, key)
        if header.is_list and depth == len(header.keys):
            lists[path] += 1
        if path in lists:
            path = (*path, lists[path] - 1)
    return path


def _filled(content: str, slot: Slot, table: Path, data: object) -> Slot:
    path = (*table, *slot.path)
    text = content[slot.start : slot.end] if slot.kind is Kind.TYPED else None
    if slot.kind is Kind.TEXT:
        text = str(_at(data, path))
    return replace(slot, path=path, text=text)


def _at(data: Any, path: Path) -> object:
    for step in path:
        data = data[step]
    return data


def _explained(message: str, content: str) -> ArticleError:
    found = _LINE.search(message)
    line = int(found[1]) if found and found[1] else content.count("\n") or 1
    return ArticleError(
        f"TOML can't read the front matter: {_LINE.sub('', message)}.",
        place=Place("", line),
        mending='Write `key = "text"` lines; a text needs quotes.',
    )
