"""PO text to catalogue, as Poedit, Weblate, OmegaT, Lokalize and msgmerge write it."""

import codecs
import re
from collections.abc import Iterable, Iterator

import polib

from i18n_pipeline.errors import CatalogueError, Place
from i18n_pipeline.formats.gettext.notes import read_notes
from i18n_pipeline.formats.gettext.syntax import check
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.sentence import ended
from i18n_pipeline.model.translation import Origin, State

_CHARSET = re.compile(rb'"Content-Type:[^"]*charset=([\w.:-]+)', re.IGNORECASE)
_OBSOLETE_PREVIOUS = re.compile(r"^#~\|", re.MULTILINE)
_LINE = re.compile(r"\(?line (\d+)\)?(?:: (.*))?")


class _Text(str):
    """What polib goes through line by line: of PO only a line feed ends one, no U+2028 inside a string."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - as in str
        return re.findall(r"[^\n]*\n|[^\n]+", self) if keepends else self.split("\n")


def read(data: bytes) -> Catalogue:
    """The catalogue of a PO file's bytes.

    Raises CatalogueError with the line where the file is not PO, or not in the charset that its
    header names.
    """
    text = _decoded(data)
    check(text)
    try:
        file = polib.pofile(_Text(text), check_for_duplicates=True)
    except (OSError, ValueError, UnicodeError, AttributeError, IndexError) as error:
        raise _broken(error) from error
    return Catalogue(
        entries=tuple(_entry(entry) for entry in file),
        header=dict(file.metadata),
        header_comments=tuple(line.strip() for line in file.header.split("\n")) if file.header else (),
    )


def _decoded(data: bytes) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    match = _CHARSET.search(data)
    charset = match[1].decode("ascii") if match else "utf-8"
    if charset.upper() == "CHARSET":
        charset = "utf-8"
    try:
        text = data.decode(charset)
    except LookupError as error:
        raise CatalogueError(
            f"the header names the charset {charset!r}, which is not known.",
            mending="Save the file as UTF-8 and let the header say so.",
        ) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(
            f"the file is not in {charset}, as its header says.",
            place=Place("", line),
            mending="Save it in that charset, or correct the header.",
        ) from error
    # polib passes over the previous source of obsolete entries, and takes text without a line break for
    # a file's name.
    return _OBSOLETE_PREVIOUS.sub("#|", text.replace("\r\n", "\n")) + "\n"


def _broken(error: Exception) -> CatalogueError:
    match = _LINE.search(str(error))
    reason = (match[2] if match else "") or str(error)
    line = int(match[1]) if match else 0
    return CatalogueError(
        f"not a PO file that can be read: {ended(reason.strip().lower() or 'syntax error')}",
        place=Place("", line),
        mending="`msgfmt --check FILE` says more; mend that line, or restore the file.",
    )


def _entry(entry: polib.POEntry) -> Entry:
    notes = read_notes(entry.comment.split("\n"))
    state = _state(entry)
    reviewed = state in {State.REVIEWED, State.OUTDATED}
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return Entry(
        source=entry.msgid,
        target=entry.msgstr,
        context=entry.msgctxt,
        state=state,
        origin=Origin.HUMAN if reviewed and notes.origin is Origin.MACHINE else notes.origin,
        engine="" if state is State.REVIEWED else notes.engine,
        draft=state is not State.REVIEWED and notes.draft,
        previous=entry.previous_msgid or None,
        previous_context=entry.previous_msgctxt or None,
        proposal=notes.proposal,
        notes=notes.others,
        comments=tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
        references=tuple(_references(entry.occurrences)),
        flags=flags,
        obsolete=bool(entry.obsolete),
        plural=(entry.msgid_plural, dict(entry.msgstr_plural)) if entry.msgid_plural else None,
    )


def _references(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Paths and lines; polib parts a name at its spaces, which stands between U+2068 and U+2069."""
    parts: list[tuple[str, int]] = []
    for path, line in found:
        parts.append((path, int(line or 0)))
        if path.endswith("\u2069") and parts[0][0].startswith("\u2068"):
            yield " ".join(part for part, _ in parts)[1:-1], parts[-1][1]
            parts.clear()
        elif not parts[0][0].startswith("\u2068"):
            yield parts.pop()
    yield from parts


def _state(entry: polib.POEntry) -> State:
    if not entry.msgstr and not any(entry.msgstr_plural.values()):
        return State.UNTRANSLATED
    if "fuzzy" not in entry.flags:
        return State.REVIEWED
    return State.OUTDATED if entry.previous_msgid else State.MACHINE
