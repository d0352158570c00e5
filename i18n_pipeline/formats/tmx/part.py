"""A <tu> taken apart: itself and its <tuv>s."""

import re

from lxml import etree

from i18n_pipeline.formats.tmx import names, seg
from i18n_pipeline.formats.tmx.problem import refusal

_DATE = re.compile(r"\d{8}T\d{6}Z")
_COUNT = re.compile(r"[0-9]{1,9}")


class Part:
    """A <tu> or a <tuv>: its attributes, its props by type, its first <seg>."""

    __slots__ = ("attributes", "element", "props", "seg")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.attributes = dict(element.items())
        self.props: dict[str, str] = {}
        self.seg: etree._Element | None = None

    def language(self) -> str:
        language = self.attributes.get(names.LANGUAGE) or self.attributes.get("lang")
        if not language:
            raise refusal("a <tuv> has no xml:lang", self.element.sourceline or 0)
        return language

    def text(self, datatype: str) -> str:
        if self.seg is None:
            raise refusal("a <tuv> has no <seg>", self.element.sourceline or 0)
        if len(self.seg) == 0:
            return self.seg.text or ""
        native = self.attributes.get("datatype", datatype).lower() in names.NATIVE
        return seg.read(self.seg, native=native)

    def history(self) -> tuple[str, int]:
        """When it was changed, and how often it was used."""
        date = self.attributes.get("changedate") or self.attributes.get("creationdate")
        count = self.attributes.get("usagecount")
        return (
            date if date and _DATE.fullmatch(date) else "",
            int(count) if count and _COUNT.fullmatch(count) else 0,
        )


def parts_of(tu: etree._Element) -> list[Part]:
    """The <tu> and its <tuv>s: what stands behind a <tuv>'s beginning is its own, as in the DTD."""
    part = Part(tu)
    parts = [part]
    for element in tu.iterdescendants():
        name = names.local(str(element.tag))
        if name == "prop":
            part.props[element.get("type", "")] = element.text or ""
        elif name == "tuv":
            part = Part(element)
            parts.append(part)
        elif name == "seg" and part.seg is None:
            part.seg = element
    return parts
