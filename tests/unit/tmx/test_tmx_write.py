"""TMX as the pipeline writes it."""

import io
from dataclasses import replace
from pathlib import Path

from lxml import etree

from i18n_pipeline.formats import tmx
from i18n_pipeline.model.memory import Unit
from tests.fakes.memory import PAIR, unit

DTD = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
UNITS = [
    Unit(
        "Een **vet** [woord](a.md).",
        "A [word](a.md) in **bold**.",
        PAIR,
        "",
        "title",
        "",
        "Na & <zo>",
        used=2,
    ),
    Unit("Zie `code` & <br> ~~weg~~", "See `code` & *new*", PAIR, reviewed=False, changed="20260102T030405Z"),
    unit("Los * eind**", "Loose end_ <b>"),
]


def written(units: list[Unit]) -> str:
    """The units as a file."""
    return "".join(tmx.write(units, source_language="nl", version="1 <2>", created="20260102T030405Z"))


def test_valid() -> None:
    """What is written keeps the rules of TMX 1.4, codes and all."""
    tree = etree.fromstring(written(UNITS).encode())
    assert DTD.validate(tree), DTD.error_log
    assert tree[0].get("creationtoolversion") == "1 <2>"


def test_the_rules_refuse() -> None:
    """The rules that files are held against do refuse what TMX does not have."""
    for wrong in ('<bpt i="1" x', "<tuv xml:lang="):
        tree = etree.fromstring(written(UNITS).replace(wrong, wrong.replace(" ", " y='1' ", 1)).encode())
        assert not DTD.validate(tree)


def test_inline_codes() -> None:
    """Codes become bpt, ept and ph that hold their Markdown; both texts number a code alike."""
    text = written(UNITS[:1])
    source = '<seg>Een <bpt i="1" x="1">**</bpt>vet<ept i="1">**</ept> <bpt i="2" x="2">[</bpt>woord'
    assert source in text
    assert '<ept i="2">](a.md)</ept> in <bpt i="1" x="1">**</bpt>bold<ept i="1">**</ept>.</seg>' in text
    assert '<ph x="1">`code`</ph> &amp; <ph x="2">&lt;br&gt;</ph>' in written(UNITS[1:2])


def test_read_again() -> None:
    """A file that was written gives the same units."""
    again = list(tmx.read(io.BytesIO(written(UNITS).encode()), [PAIR]))
    assert again == [replace(each, origin="") for each in UNITS]


def test_what_xml_cannot_hold() -> None:
    """Control characters are left out, a carriage return stays."""
    (again,) = tmx.read(io.BytesIO(written([unit("a\x0bb\r\nc\ufffe", "d\x00e")]).encode()), [PAIR])
    assert (again.source, again.target) == ("ab\r\nc", "de")
