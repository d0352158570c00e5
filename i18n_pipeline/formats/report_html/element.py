"""Elements of a page; texts and attributes are escaped when it is written."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, tostring

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
Child = Element | str
Row = tuple[Child, ...]


def element(name: str, /, *children: Child, **attributes: str | float) -> Element:
    """An element; `class_` and `stroke_width` are the attributes `class` and `stroke-width`."""
    given = {key.rstrip("_").replace("_", "-"): _shown(str(value)) for key, value in attributes.items()}
    made = Element(name, given)
    for child in children:
        if isinstance(child, str):
            _add_text(made, _shown(child))
        else:
            made.append(child)
    return made


def written(root: Element) -> str:
    """The page's text."""
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def table(caption: str, headings: tuple[str, ...], rows: Sequence[Row], *, texts: int = 1) -> Element:
    """A table whose first `texts` columns are texts, the first of them a heading; the others are numbers."""
    head = element("tr", *(_cell("th", each, number >= texts) for number, each in enumerate(headings)))
    body = [
        element("tr", *(_cell("th" if n == 0 else "td", each, n >= texts) for n, each in enumerate(row)))
        for row in rows
    ]
    for each in head:
        each.set("scope", "col")
    for row in body:
        row[0].set("scope", "row")
    made = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", made, class_="wide", role="region", tabindex="0", aria_label=caption)


def _cell(name: str, child: Child, number: bool) -> Element:  # noqa: FBT001
    return element(name, child, **({"class_": "number"} if number else {}))


def _shown(text: str) -> str:
    """The text with a mark for what no page can hold."""
    return _CONTROL.sub("\ufffd", text)


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
