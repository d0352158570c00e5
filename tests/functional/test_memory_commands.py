"""The memory as a user meets it: on disk, fed from PO and TMX files, exchanged and looked up."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from i18n_pipeline.cli.app import app, load
from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats import gettext, tmx
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.translation import State
from i18n_pipeline.storage.memory import SqliteMemory
from tests.fakes.memory import PAIR
from tests.fakes.tmx_files import OMEGAT

Translate = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one catalogue, and the current folder in it."""
    (tmp_path / "i18n.toml").write_text("", encoding="utf-8")
    signed = Entry("Bel je **baas**.", "Call your **boss**.", state=State.REVIEWED)
    write(tmp_path, signed, Entry("Ja.", "Yes.", state=State.MACHINE))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def translate() -> Translate:
    """Runs `translate memory`."""
    load(("memory",))
    return lambda *arguments: CliRunner().invoke(app, ["memory", *arguments])


def write(site: Path, *entries: Entry, name: str = "a") -> None:
    """A catalogue of the project."""
    path = site / "po" / "en" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gettext.write(Catalogue(entries, {"Content-Type": "text/plain; charset=UTF-8"})))


def targets(site: Path) -> list[str]:
    """All translations that the memory holds."""
    memory = SqliteMemory(site / ".i18n" / "memory.sqlite3")
    found = [unit.target for unit in memory.units(PAIR)]
    memory.close()
    return found


def test_rebuild_is_idempotent(site: Path, translate: Translate) -> None:
    """Deleting the memory loses nothing, and making it again changes nothing."""
    (site / "memory").mkdir()
    (site / "memory" / "old.tmx").write_text(OMEGAT, encoding="utf-8")
    assert translate("rebuild").stdout == "3 units from 2 files.\n"
    first = targets(site)
    (site / ".i18n" / "memory.sqlite3").unlink()
    assert translate("rebuild").exit_code == 0
    assert translate("rebuild").exit_code == 0
    assert targets(site) == first == ["Call **first**.", "I am.", "Call your **boss**."]


def test_the_memory_follows_its_files(site: Path, translate: Translate) -> None:
    """What was signed off since, and what went, counts with the next look."""
    assert "100%  Call your **boss**." in translate("search", "Bel je **baas**.").stdout
    write(site, Entry("Ja.", "Yes.", state=State.REVIEWED))
    write(site, Entry("Nee.", "No.", state=State.REVIEWED), name="gids/b")
    assert translate("search", "Bel je **baas**.").stdout == "Nothing like it.\n"
    assert targets(site) == ["Yes.", "No."]
    (site / "po" / "en" / "a.po").unlink()
    translate("search", "x")
    assert targets(site) == ["No."]


def test_a_broken_catalogue(site: Path, translate: Translate) -> None:
    """It is named, its units stay as they were, the other files are read."""
    translate("rebuild")
    (site / "po" / "en" / "a.po").write_text("no catalogue", encoding="utf-8")
    write(site, Entry("Nee.", "No.", state=State.REVIEWED), name="b")
    found = translate("search", "Nee.")
    assert "not read: po/en/a.po:1: not a PO file" in found.stderr
    assert targets(site) == ["Call your **boss**.", "No."]
    again = translate("rebuild", "--format", "json")
    report = json.loads(again.stdout)
    assert (again.exit_code, report["files"], report["units"], len(report["problems"])) == (3, 1, 1, 1)


def test_search(site: Path, translate: Translate) -> None:
    """A text that is alike comes with score and difference; one that contradicts is not offered, and why."""
    write(site, Entry("Bel je baas na drie dagen op.", "Call your boss.", state=State.REVIEWED))
    alike = "Bel je coach na drie dagen op."
    assert "Bel je [-baas-] {+coach+} na drie dagen" in translate("search", alike).stdout
    assert "not offered" in translate("search", "Bel je baas na vier dagen op.").stdout
    found = json.loads(translate("search", alike, "--format", "json").stdout)
    (match,) = found["matches"]
    assert (match["offered"], match["origin"], 75 <= match["score"] < 100) == (True, "po/en/a.po", True)


def test_import_and_export(site: Path, translate: Translate, tmp_path: Path) -> None:
    """An imported file is kept in the project; what is exported can be imported elsewhere."""
    other = tmp_path / "From OmegaT.TMX"
    other.write_text(OMEGAT, encoding="utf-8")
    assert translate("import", str(other)).stdout.endswith("2 units, kept as memory/From OmegaT.tmx.\n")
    assert (site / "memory" / "From OmegaT.tmx").read_text(encoding="utf-8") == OMEGAT
    assert translate("import", "memory/From OmegaT.tmx").exit_code == 0
    assert translate("export", "out/all.tmx").stdout == "3 units in out/all.tmx.\n"
    with (site / "out" / "all.tmx").open("rb") as stream:
        units = list(tmx.read(stream, [PAIR]))
    assert sorted(unit.target for unit in units) == ["Call **first**.", "Call your **boss**.", "I am."]
    assert list(tmx.read(io.BytesIO(translate("export").stdout_bytes), [PAIR])) == units
    assert sorted(path.name for path in site.rglob("*.tmx")) == ["From OmegaT.tmx", "all.tmx"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (OMEGAT.replace("</body>", "<tu>"), "no XML"),
        (OMEGAT.replace('"nl"', '"fr"'), "nothing for nl to en-GB"),
        (OMEGAT.replace("Bel", "Ring"), "is there already, with other content"),
    ],
)
def test_nothing_half_imported(site: Path, translate: Translate, content: str, problem: str) -> None:
    """A file that can't be taken whole leaves memory and folder as they were."""
    first, second = site / "old.tmx", site / "sub" / "old.tmx"
    first.write_text(OMEGAT, encoding="utf-8")
    translate("import", str(first))
    before = targets(site)
    second.parent.mkdir()
    second.write_text(content, encoding="utf-8")
    refused = translate("import", str(second), *([] if "already" in problem else ["--replace"]))
    assert isinstance(refused.exception, UsageError)
    assert problem in str(refused.exception)
    assert "old.tmx" in str(refused.exception)
    assert targets(site) == before
    assert [path.read_text(encoding="utf-8") for path in (site / "memory").iterdir()] == [OMEGAT]


def test_replacing_an_imported_file(site: Path, translate: Translate) -> None:
    """With --replace a newer file takes the older one's place, and its units."""
    file = site / "old.tmx"
    file.write_text(OMEGAT, encoding="utf-8")
    translate("import", str(file))
    file.write_text(OMEGAT.replace("I am.", "Yes."), encoding="utf-8")
    assert translate("import", str(file), "--replace").exit_code == 0
    assert targets(site) == ["Call **first**.", "Yes."]
