"""PO files that the project writes."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from i18n_pipeline.formats import gettext
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.translation import Origin, State

_HEADER = {
    "Project-Id-Version": "netwerken.md",
    "PO-Revision-Date": "2026-11-24 12:00+0000",
    "Last-Translator": "Automatically generated",
    "Language-Team": "none",
    "Language": "en_GB",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
_TEXTS = (
    "Kort",
    "Velen denken aan een geforceerd gesprek met iemand die je niet of nauwelijks kent: 'neem mij!'.",
    "Je kan aandacht geven, of advies — en dat is écht leuk voor hem/haar en voor interessante personen.",
    "Lees [dit artikel](https://www.example.org/een/heel/lang/pad/naar/een/artikel-met-een-lange-slug.html).",
    "Postbus 12  \n1234 AB Utrecht\\\nNederland",
    'Met "aanhalingstekens", een \\*ster\\* en een tab\terin, lang genoeg om over de regel heen te gaan.',
    "a" * 90,
    "€ 2.850,50 per maand t/m 3 jan. 2025, om 9.30 uur, 50% (echt waar!) en *nadruk* met {{ site.title }}.",
)


def _catalogue() -> Catalogue:
    entries = [
        Entry(text, text, state=State.REVIEWED, origin=Origin.HUMAN, notes=("paragraph 1",))
        for text in _TEXTS
    ]
    entries.append(
        Entry(
            "Geen baan.",
            "A job.",
            state=State.OUTDATED,
            origin=Origin.HUMAN,
            engine="local",
            draft=True,
            previous="Een baan.",
            proposal="No job.",
            comments=("Nakijken!",),
            references=(("content/nl/a.md", 3), ("content/nl/a.md", 9)),
        )
    )
    entries.append(Entry("Oud.", "Old.", state=State.REVIEWED, origin=Origin.HUMAN, obsolete=True))
    return Catalogue(tuple(entries), _HEADER, ("Translations.",))


def test_round_trip() -> None:
    """What was written is read as the same catalogue."""
    assert gettext.read(gettext.write(_catalogue())) == _catalogue()


def test_as_msgcat_writes(tmp_path: Path) -> None:
    """Msgcat, which writes a PO file anew, changes no byte."""
    file = tmp_path / "a.po"
    file.write_bytes(gettext.write(_catalogue()))
    assert subprocess.run(["msgcat", file], check=True, capture_output=True).stdout == file.read_bytes()


def test_msgfmt_is_silent(tmp_path: Path) -> None:
    """Msgfmt's checks find nothing."""
    file = tmp_path / "a.po"
    file.write_bytes(gettext.write(_catalogue()))
    done = subprocess.run(
        ["msgfmt", "--check", "--check-accelerators", "-o", "/dev/null", file],
        check=True,
        capture_output=True,
    )
    assert done.stderr == b""


@pytest.mark.parametrize("state", list(State))
def test_fuzzy(state: State) -> None:
    """What no person signed off, and what a person wrote for an older source, is fuzzy."""
    text = gettext.write(Catalogue((Entry("a", "b", state=state, previous="c"),))).decode()
    assert ("#, fuzzy" in text) == (state in {State.MACHINE, State.OUTDATED})


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1b", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_only_a_line_feed_ends_a_line(character: str) -> None:
    """What else some take for a line's end stands in texts and comments as any other character."""
    text = f"Een{character}baan."
    entry = Entry(
        text,
        text,
        context=text,
        state=State.OUTDATED,
        origin=Origin.HUMAN,
        engine="local",
        previous=text,
        proposal=text,
        notes=(text,),
        comments=(text,),
    )
    longer = Entry(f"{text}\n{text}\n", "x", state=State.REVIEWED, origin=Origin.HUMAN)
    catalogue = Catalogue((entry, longer), _HEADER)
    assert gettext.read(gettext.write(catalogue)) == catalogue


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_break_ends_no_comment(end: str) -> None:
    """In comments and references it becomes a space."""
    text = f"twee{end}regels"
    entry = Entry("a", "b", state=State.REVIEWED, origin=Origin.HUMAN, comments=(text,), notes=(text,))
    entry = replace(entry, references=((text, 3),))
    read = gettext.read(gettext.write(Catalogue((entry,), _HEADER, (text,))))
    assert read.header_comments == ("twee regels",)
    (entry,) = read.entries
    assert (entry.comments, entry.notes) == (("twee regels",), ("twee regels",))
    assert entry.references == (("twee regels", 3),)


def test_a_name_with_spaces_is_one_reference(tmp_path: Path) -> None:
    """It stands between U+2068 and U+2069, and is read as one name; what has none stands alone."""
    references = (("nl/mijn artikel.md", 3), ("nl/a.md", 9), ("nl/zonder regel.md", 0), ("b.md", 0))
    entry = Entry("a", "b", state=State.REVIEWED, origin=Origin.HUMAN, references=references)
    written = gettext.write(Catalogue((entry,), _HEADER))
    assert (
        "#: \u2068nl/mijn artikel.md\u2069:3 nl/a.md:9 \u2068nl/zonder regel.md\u2069 b.md\n"
        in written.decode()
    )
    assert gettext.read(written).entries[0].references == references
    file = tmp_path / "a.po"
    file.write_bytes(written)
    assert subprocess.run(["msgcat", file], check=True, capture_output=True).stdout == written


def test_a_name_whose_end_is_missing_is_kept_in_parts() -> None:
    """What begins as a name with spaces and never ends is read all the same."""
    data = gettext.write(Catalogue((), _HEADER)) + '\n#: \u2068a b.md:3\nmsgid "a"\nmsgstr "b"\n'.encode()
    assert gettext.read(data).entries[0].references == (("\u2068a", 0), ("b.md", 3))
