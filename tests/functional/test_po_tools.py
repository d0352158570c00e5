"""What translators' tools make of a PO file, and what the pipeline makes of that.

`po_tools/start.po` is the pipeline's, for `article.md`; the others are that file as each tool saved it.
In each a person corrected the outdated sentence, the one with the link and "Geef iets.". In all but
OmegaT, "Vraag niets." was signed off as it was; in OmegaT the address was translated.
"""

import subprocess
from pathlib import Path

import pytest

from i18n_pipeline.formats import gettext
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.translation import Origin, State
from tests.functional.site import Site, texts

_FILES = Path(__file__).parent / "po_tools"
_HOW_TO = Path(__file__).parents[2] / "docs/how-to/omegat.md"
_EDITORS = ("poedit", "lokalize", "toolkit")
_ALL = (*_EDITORS, "omegat")
_OUTDATED = "Een goede brief past op één pagina, en nooit op twee."
_SIGNED = {
    _OUTDATED: "A good letter fits on one page, and never on two.",
    "Geef iets.": "Give something.",
}
_REWRITTEN = ("#.", "#|", '"X-Source-Hash', '"X-Rendered-Hash')


def _site(catalogue: bytes) -> Site:
    site = Site({"a": (_FILES / "article.md").read_text(encoding="utf-8")})
    site.files.files["po/a.po"] = catalogue
    return site


def _saved(tool: str) -> bytes:
    return (_FILES / f"{tool}.po").read_bytes()


def _built(tool: str) -> Site:
    site = _site(_saved(tool))
    site.build()
    return site


def _entries(data: bytes) -> dict[str, Entry]:
    return {entry.source: entry for entry in gettext.read(data).entries}


def _theirs(data: bytes) -> list[str]:
    """The lines that no build has a reason to touch."""
    return [line for line in data.decode().split("\n") if not line.startswith(_REWRITTEN)]


@pytest.mark.parametrize("tool", _ALL)
@pytest.mark.parametrize("source", _SIGNED)
def test_a_signed_text_is_published(tool: str, source: str) -> None:
    """It is a person's, without the source it was written for before, and stands in the post."""
    site = _built(tool)
    entry = site.entry(source)
    assert (entry.target, entry.state, entry.origin) == (_SIGNED[source], State.REVIEWED, Origin.HUMAN)
    assert (entry.previous, entry.proposal) == (None, "")
    assert _SIGNED[source] in site.post()


@pytest.mark.parametrize("tool", _ALL)
def test_backslashes_and_links(tool: str) -> None:
    r"""What tools escape (`\\`) or wrap is text in the post."""
    post = _built(tool).post()
    assert "Put your folder in `C:\\temp\\brieven` and read [the tips for a first conversation" in post
    assert "(/nl/tips-voor-een-eerste-gesprek-op-kantoor/), for “those who read, know” — so they say." in post


def test_a_backslash_typed_once() -> None:
    r"""Poedit and Lokalize take `\t` for a tab: the check of codes tells."""
    typed = _saved("poedit").replace(rb"C:\\temp\\brieven` and", rb"C:\temp\brieven` and")
    assert "placeholder-changed" in texts(_site(typed).build())


@pytest.mark.parametrize("tool", _EDITORS)
def test_a_text_signed_off_as_it_was(tool: str) -> None:
    """A machine's text whose flag was cleared is a person's."""
    entry = _built(tool).entry("Vraag niets.")
    assert (entry.target, entry.state, entry.origin) == ("VRAAG NIETS.", State.REVIEWED, Origin.HUMAN)


@pytest.mark.parametrize("tool", _EDITORS)
def test_what_was_left_alone(tool: str) -> None:
    """Machine's texts stay the machine's."""
    entry = _built(tool).entry("Netwerken")
    assert (entry.target, entry.state, entry.engine) == ("NETWERKEN", State.MACHINE, "fake")


@pytest.mark.parametrize("tool", _ALL)
def test_comments_and_deleted_texts_stay(tool: str) -> None:
    """Translators' comments and `#~` entries are there after a save and a build."""
    site = _built(tool)
    assert site.entry("Bel 112.").comments == ("check: ignore numbers", "Zie het stijlboek.")
    assert [entry.target for entry in site.catalogue().entries if entry.obsolete] == [
        "This will go in a moment, as will ‘the rest’."
    ]


@pytest.mark.parametrize("tool", _ALL)
def test_header(tool: str) -> None:
    """A tool's fields and comments stay, in its order; the hash of the post is new."""
    saved, built = gettext.read(_saved(tool)), _built(tool).catalogue()
    assert built.header_comments == saved.header_comments
    assert list(built.header) == list(saved.header)
    different = {name for name in saved.header if built.header[name] != saved.header[name]}
    assert different == {"X-Rendered-Hash"}


@pytest.mark.parametrize(("tool", "wrapped_otherwise"), [("poedit", 0), ("toolkit", 0), ("lokalize", 3)])
def test_small_differences(tool: str, wrapped_otherwise: int) -> None:
    """The next build changes notes and hashes; Lokalize alone breaks its lines before the spaces."""
    saved, built = _theirs(_saved(tool)), _theirs(_built(tool).files.files["po/a.po"])
    assert len(saved) == len(built)
    changed = [line for line, other in zip(saved, built, strict=True) if line != other]
    assert len(changed) == wrapped_otherwise


@pytest.mark.parametrize("tool", _ALL)
def test_the_second_build_changes_nothing(tool: str) -> None:
    """A catalogue that was built is as the pipeline writes it."""
    site = _built(tool)
    site.build()
    assert site.files.writes == []


def test_omegat_leaves_out_what_is_fuzzy() -> None:
    """Its file alone has lost the texts that nobody translated in it."""
    assert _entries(_saved("start"))["Netwerken"].target == "NETWERKEN"
    assert _entries(_saved("omegat"))["Netwerken"].state is State.UNTRANSLATED


def test_omegat_merged(tmp_path: Path) -> None:
    """The commands of the how-to take what was translated and lose nothing else."""
    target, catalogues = tmp_path / "omegat/target/gids", tmp_path / "po/en/gids"
    for folder, tool in ((target, "omegat"), (catalogues, "start")):
        folder.mkdir(parents=True)
        (folder / "a.po").write_bytes(_saved(tool))
    commands = _HOW_TO.read_text(encoding="utf-8").partition("```sh\n")[2].partition("```")[0]
    subprocess.run(["sh", "-euc", commands], cwd=tmp_path, check=True)
    before, after = _entries(_saved("start")), _entries((catalogues / "a.po").read_bytes())
    assert after.keys() == before.keys()
    assert {source for source in after if after[source].state is State.REVIEWED} >= _SIGNED.keys()
    assert {source: after[source] for source in ("Netwerken", "Vraag niets.")} == {
        source: before[source] for source in ("Netwerken", "Vraag niets.")
    }
