"""Catalogue to PO text."""

import re
from collections.abc import Iterator, Mapping

from i18n_pipeline.formats.gettext.notes import notes_of
from i18n_pipeline.formats.gettext.wrap import field, quoted
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.translation import State

_REFERENCE_WIDTH = 79
_ISOLATE = "\u2068{}\u2069"
"""Around a name with spaces (GNU gettext manual, "The Format of PO Files")."""
_SPACE = re.compile(r"\s")
_BREAKS = re.compile(r"[\r\n]+")


def write(catalogue: Catalogue) -> bytes:
    """The PO file's bytes: UTF-8, line feeds, living entries first, obsolete ones last."""
    blocks = ["\n".join(_header(catalogue))]
    blocks += ["\n".join(_entry(entry)) for entry in catalogue.entries if not entry.obsolete]
    blocks += ["\n".join(_entry(entry)) for entry in catalogue.entries if entry.obsolete]
    return ("\n\n".join(blocks) + "\n").encode()


def _header(catalogue: Catalogue) -> Iterator[str]:
    for line in catalogue.header_comments:
        yield _comment("#", line)
    yield 'msgid ""'
    yield 'msgstr ""'
    for name, value in catalogue.header.items():
        yield from quoted(f"{name}: {value}\n")


def _entry(entry: Entry) -> Iterator[str]:
    yield from (_comment("#", line) for line in entry.comments)
    yield from (_comment("#.", line) for line in notes_of(entry))
    yield from _references(entry)
    flags = ["fuzzy"] if entry.state in {State.MACHINE, State.OUTDATED} else []
    if flags or entry.flags:
        yield f"#, {', '.join([*flags, *entry.flags])}"
    mark = "#~" if entry.obsolete else "#"
    if entry.previous_context is not None:
        yield from field("msgctxt", entry.previous_context, f"{mark}| ")
    if entry.previous is not None:
        yield from field("msgid", entry.previous, f"{mark}| ")
    prefix = "#~ " if entry.obsolete else ""
    if entry.context is not None:
        yield from field("msgctxt", entry.context, prefix)
    yield from field("msgid", entry.source, prefix)
    if entry.plural is None:
        yield from field("msgstr", entry.target, prefix)
    else:
        yield from _plural(*entry.plural, prefix)


def _comment(mark: str, text: str) -> str:
    """One line: what follows a line break would be no comment."""
    return f"{mark} {_BREAKS.sub(' ', text)}".rstrip()


def _plural(source: str, targets: Mapping[int, str], prefix: str) -> Iterator[str]:
    yield from field("msgid_plural", source, prefix)
    for number in sorted(targets):
        yield from field(f"msgstr[{number}]", targets[number], prefix)


def _references(entry: Entry) -> Iterator[str]:
    line = "#:"
    for path, number in entry.references:
        name = _BREAKS.sub(" ", path)
        name = _ISOLATE.format(name) if _SPACE.search(name) else name
        reference = f"{name}:{number}" if number else name
        if line != "#:" and len(line) + 1 + len(reference) > _REFERENCE_WIDTH:
            yield line
            line = "#:"
        line += f" {reference}"
    if line != "#:":
        yield line
