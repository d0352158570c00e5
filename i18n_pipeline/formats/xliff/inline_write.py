"""Content to XLIFF's inline codes (XLIFF 2.1, 4.7 "Inline Content")."""

from i18n_pipeline.formats.xliff.characters import text
from i18n_pipeline.model.inline import Content, Kind, Placeholder, placeholders

_HINTS = 'canCopy="no" canDelete="no"'
"""A translation has each code of its source once."""

_TYPES = {"*": "fmt", "_": "fmt", "~": "fmt", "[": "link", "!": "image"}


class OriginalData:
    """The codes' Markdown, each once."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, written: str) -> str:
        """What a code refers to its Markdown by."""
        return self._ids.setdefault(written, f"d{len(self._ids) + 1}")

    def xml(self) -> str:
        """The <originalData> element, empty where no code was met."""
        data = "".join(f'<data id="{id_}">{text(written)}</data>' for written, id_ in self._ids.items())
        return f"<originalData>{data}</originalData>\n" if data else ""


def inline(content: Content, data: OriginalData) -> str:
    """Well-nested content as <pc>, <ph>, <cp> and text; what codes stand for goes to `data`."""
    ends = {code.id: code for code in placeholders(content) if code.kind is Kind.CLOSE}
    return "".join(text(part) if isinstance(part, str) else _tag(part, ends, data) for part in content)


def _tag(code: Placeholder, ends: dict[int, Placeholder], data: OriginalData) -> str:
    if code.kind is Kind.CLOSE:
        return "</pc>"
    sort = _TYPES.get(code.source[:1])
    start = f'id="{code.id}" {_HINTS}' + (f' type="{sort}"' if sort else "")
    if code.kind is Kind.STANDALONE:
        return f'<ph {start} dataRef="{data.id_of(code.source)}"/>'
    begin, end = data.id_of(code.source), data.id_of(ends[code.id].source)
    return f'<pc {start} dataRefStart="{begin}" dataRefEnd="{end}">'
