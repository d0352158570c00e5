"""TMX to units, one at a time: a file may be larger than the machine's memory."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from lxml import etree

from i18n_pipeline.formats.tmx import names
from i18n_pipeline.formats.tmx.pairs import Pairs
from i18n_pipeline.formats.tmx.problem import refusal
from i18n_pipeline.formats.tmx.unit import Header, units_of
from i18n_pipeline.model.memory import Languages, Unit


def read(stream: BinaryIO, wanted: Sequence[Languages]) -> Iterator[Unit]:
    """The units that serve one of the language pairs, as they come.

    Reads what OmegaT, Trados, memoQ and Weblate write, in UTF-8 and UTF-16. No entity is expanded,
    nothing is fetched. Raises UsageError with the line where the file is no TMX, while it is read.
    """
    parsing = etree.iterparse(
        stream,
        events=("end",),
        tag=("{*}header", "{*}tu"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    pairs = Pairs(wanted)
    header: Header | None = None
    try:
        for _, element in parsing:
            if header is None:
                _check_root(element.getroottree().getroot())
                header = Header()
            if names.local(str(element.tag)) == "header":
                header = Header.of(element)
                continue
            yield from units_of(element, header, pairs)
            _let_go(element)
        if header is None and parsing.root is not None:
            _check_root(parsing.root)
    except etree.XMLSyntaxError as error:
        problem = str(error.msg or "the file is empty").partition(", line ")[0].rstrip(".")
        raise refusal(f"this is no XML: {problem}", error.lineno or 0) from error


def _check_root(root: etree._Element) -> None:
    name = names.local(str(root.tag))
    if name != "tmx":
        raise refusal(f"this is no TMX file: it begins with <{name}>", root.sourceline or 0)


def _let_go(element: etree._Element) -> None:
    """Give back the memory of a unit and of what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (earlier := element.getprevious()) is not None:
        parent.remove(earlier)
