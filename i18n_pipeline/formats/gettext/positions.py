"""Where in a PO file each translation stands."""

import re

import polib

from i18n_pipeline.model.catalogue import Key

_LINE = re.compile(r'(?:(?P<keyword>msgctxt|msgid|msgstr)\s*)?"(?P<text>(?:[^"\\]|\\.)*)"')


def positions(data: bytes) -> dict[Key, int]:
    """The line of each entry's `msgstr`, counted from 1; without plurals and obsolete entries."""
    found: dict[Key, int] = {}
    texts: dict[str, str] = {}
    keyword = ""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            continue
        if match["keyword"]:
            keyword = match["keyword"]
            texts[keyword] = ""
        texts[keyword] = texts.get(keyword, "") + polib.unescape(match["text"])
        if match["keyword"] == "msgstr":
            found[(texts.pop("msgctxt", None), texts.pop("msgid", ""))] = number
    return found
