"""PO files that the project writes."""

import subprocess
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
