"""Units to TMX, as many as there are: a text goes out as soon as it is made."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from i18n_pipeline.formats.tmx import names, seg
from i18n_pipeline.model.memory import Unit


def write(units: Iterable[Unit], *, source_language: str, version: str, created: str) -> Iterator[str]:
    """The pieces of a TMX 1.4 document, to be encoded as UTF-8.

    `version` is the pipeline's, `created` the time in UTC as `20261124T120000Z`. Characters that no
    XML file can hold are left out.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="i18n-pipeline" creationtoolversion={quoteattr(version)} segtype="sentence"'
        f' o-tmf="i18n-pipeline" adminlang="en" srclang={quoteattr(source_language)}'
        f' datatype="{names.DATATYPE}" creationdate={quoteattr(created)}/>\n<body>\n'
    )
    for unit in units:
        yield "".join(_unit(unit))
    yield "</body>\n</tmx>\n"


def _unit(unit: Unit) -> Iterator[str]:
    changed = f" changedate={quoteattr(unit.changed)}" if unit.changed else ""
    used = f' usagecount="{unit.used}"' if unit.used else ""
    yield f"<tu{changed}{used} srclang={quoteattr(unit.languages.source)}>\n"
    yield from _props(unit)
    source, target = seg.written(unit.source, unit.target)
    yield _variant(unit.languages.source, source)
    yield _variant(unit.languages.target, target)
    yield "</tu>\n"


def _props(unit: Unit) -> Iterator[str]:
    props = {
        names.KEY: unit.context,
        names.BEFORE: unit.before,
        names.AFTER: unit.after,
        names.STATE: None if unit.reviewed else names.UNREVIEWED,
    }
    for name, value in props.items():
        if value is not None:
            yield f'<prop type="{name}">{seg.text(value)}</prop>\n'


def _variant(language: str, content: str) -> str:
    return f"<tuv xml:lang={quoteattr(language)}><seg>{content}</seg></tuv>\n"
