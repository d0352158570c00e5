"""PO files as other tools write them."""

import codecs

import pytest

from i18n_pipeline.errors import CatalogueError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.translation import Origin, State

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n"X-Generator: Poedit 3.4\\n"\n\n'


def _po(body: str, charset: str = "UTF-8") -> bytes:
    return (_HEADER.format(charset) + body).encode(charset)


def test_reviewed() -> None:
    """Text without the fuzzy flag is a person's, whatever wrote it first."""
    entry = gettext.read(_po('#. origin: machine (local, draft)\nmsgid "Baan"\nmsgstr "Job"\n')).entries[0]
    assert (entry.state, entry.origin, entry.engine, entry.draft) == (State.REVIEWED, Origin.HUMAN, "", False)


def test_machine() -> None:
    """Fuzzy text is the machine's, with the engine that its note names."""
    entry = gettext.read(
        _po('#. heading\n#. origin: machine (local, draft)\n#, fuzzy\nmsgid "Baan"\nmsgstr "Job"\n')
    ).entries[0]
    assert (entry.state, entry.engine, entry.draft) == (State.MACHINE, "local", True)
    assert entry.notes == ("heading",)


def test_outdated() -> None:
    """Fuzzy text with its old source is a person's for an older sentence."""
    entry = gettext.read(
        _po(
            "#. proposal (deepl): A\\\\b\\nc\n#, fuzzy\n"
            '#| msgid "Een baan."\nmsgid "Geen baan."\nmsgstr "A job."\n'
        )
    ).entries[0]
    assert (entry.state, entry.previous, entry.engine) == (State.OUTDATED, "Een baan.", "deepl")
    assert entry.proposal == "A\\b\nc"


def test_what_others_add_stays() -> None:
    """Translator comments, flags, plurals and obsolete entries come through."""
    catalogue = gettext.read(
        _po(
            "# Nog nakijken.\n#, no-wrap\n"
            'msgctxt "title"\nmsgid "Baan"\nmsgid_plural "Banen"\nmsgstr[0] "Job"\nmsgstr[1] "Jobs"\n\n'
            '#~ msgid "Oud"\n#~ msgstr "Old"\n'
        )
    )
    first, second = catalogue.entries
    assert first.comments == ("Nog nakijken.",)
    assert first.flags == ("no-wrap",)
    assert first.plural == ("Banen", {0: "Job", 1: "Jobs"})
    assert second.obsolete
    assert catalogue.header["X-Generator"] == "Poedit 3.4"


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + _po('msgid "Carrière"\nmsgstr "Career"\n'),
        _po('msgid "Carrière"\nmsgstr "Career"\n', "ISO-8859-1"),
        _po('msgid "Carrière"\nmsgstr "Career"\n').replace(b"\n", b"\r\n"),
        _po('msgid ""\n"Carri"\n"ère"\nmsgstr "Career"\n'),
    ],
    ids=["bom", "latin-1", "crlf", "wrapped"],
)
def test_other_notations(data: bytes) -> None:
    """A byte order mark, another charset, CRLF and other wrapping change nothing."""
    assert [(entry.source, entry.target) for entry in gettext.read(data).entries] == [("Carrière", "Career")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (_po('msgid "a"\nmsgstr b"\n'), 7),
        (_po('msgid "a"\nmsgstr "b"\n<<<<<<< HEAD\n'), 8),
        (_po('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'), 0),
        (_po("").replace(b"UTF-8", b"klingon"), 0),
        (_po('msgid "a"\nmsgstr "').strip() + b'\xff"\n', 7),
    ],
    ids=["quote", "conflict", "duplicate", "charset", "bytes"],
)
def test_broken(data: bytes, line: int) -> None:
    """A file that is not PO is refused with the line and a way to mend it."""
    with pytest.raises(CatalogueError) as caught:
        gettext.read(data)
    assert (caught.value.place.line if caught.value.place else 0) == line
    assert caught.value.mending


def test_previous_source_of_an_obsolete_entry() -> None:
    """A reviewed text whose source was edited before it went is still known to be a person's."""
    entry = Entry(
        "Een baan.",
        "A job.",
        state=State.OUTDATED,
        origin=Origin.HUMAN,
        previous="Eén\nbaan.",
        previous_context="title",
        obsolete=True,
    )
    assert gettext.read(gettext.write(Catalogue((entry,)))).entries == (entry,)
