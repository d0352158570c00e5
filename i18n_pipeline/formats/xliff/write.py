"""Files to an XLIFF document."""

from collections.abc import Iterable, Iterator

from i18n_pipeline.formats.xliff import names
from i18n_pipeline.formats.xliff.characters import attribute, plain
from i18n_pipeline.formats.xliff.document import Candidate, File, Note, Unit
from i18n_pipeline.formats.xliff.inline_write import OriginalData, inline

_SEGMENT = "s1"


def write(files: Iterable[File], *, source_language: str, target_language: str) -> bytes:
    """The bytes of an XLIFF 2.1 document, UTF-8. There is at least one file, and each has a unit."""
    return "".join(_document(files, source_language, target_language)).encode()


def _document(files: Iterable[File], source_language: str, target_language: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<xliff xmlns="{names.CORE}" xmlns:mtc="{names.MATCHES}" xmlns:gls="{names.GLOSSARY}"'
    yield f' xmlns:i18n="{names.OWN}" version="2.1"'
    yield f" srcLang={attribute(source_language)} trgLang={attribute(target_language)}>\n"
    for file in files:
        yield f'<file id="{file.id}" original={attribute(file.original)} xml:space="preserve">\n'
        for unit in file.units:
            yield from _unit(unit)
        yield "</file>\n"
    yield "</xliff>\n"


def _unit(unit: Unit) -> Iterator[str]:
    name = f" name={attribute(unit.name)}" if unit.name is not None else ""
    base = unit.base
    own = f' i18n:{names.TEXT}="{base.text}" i18n:{names.STATE}="{base.state}"' if base else ""
    yield f'<unit id="{unit.id}"{name}{own}>\n'
    yield from _candidates(unit.candidates)
    yield from _glossary(unit)
    yield from _notes(unit.notes)
    data = OriginalData()
    source, target = inline(unit.source, data), inline(unit.target, data)
    yield data.xml()
    sub_state = f' subState="i18n:{unit.sub_state}"' if unit.sub_state else ""
    yield f'<segment id="{_SEGMENT}" state="{unit.state}"{sub_state}>\n<source>{source}</source>\n'
    yield (f"<target>{target}</target>\n" if target else "") + "</segment>\n</unit>\n"


def _candidates(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Translation Candidates Module (XLIFF 2.1, 5.1)."""
    pieces = []
    for match in candidates:
        data = OriginalData()
        source, target = inline(match.source, data), inline(match.target, data)
        pieces.append(
            f'<mtc:match ref="#{_SEGMENT}" type="{match.kind}" origin={attribute(match.origin)}'
            f' similarity="{match.similarity:.1f}">\n{data.xml()}'
            f"<source>{source}</source>\n<target>{target}</target>\n</mtc:match>\n"
        )
    yield from _wrapped("mtc:matches", pieces)


def _glossary(unit: Unit) -> Iterator[str]:
    """Glossary Module (XLIFF 2.1, 5.2)."""
    yield from _wrapped(
        "gls:glossary",
        [
            f"<gls:glossEntry><gls:term>{plain(source)}</gls:term>"
            f"<gls:translation>{plain(target)}</gls:translation></gls:glossEntry>\n"
            for source, target in unit.terms.items()
        ],
    )


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    yield from _wrapped("notes", [_note(note) for note in notes])


def _note(note: Note) -> str:
    applies_to = "target" if note.on_target else "source"
    start = f'<note category={attribute(note.category)} appliesTo="{applies_to}">'
    return f"{start}{plain(note.text)}</note>\n"


def _wrapped(name: str, pieces: list[str]) -> Iterator[str]:
    if pieces:
        yield f"<{name}>\n{''.join(pieces)}</{name}>\n"
