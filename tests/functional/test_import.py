"""`translate import` as a user runs it, on a small site on disk."""

import json
import shutil
from pathlib import Path

import pytest

from i18n_pipeline.storage.lock import run_lock
from tests.functional.test_cli import translate

_ROOT = Path(__file__).parents[2]
_GOLDEN = _ROOT / "tests/golden/imports"
_POST = "content/en/faithful.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one pair that people wrote, and no catalogue."""
    for language in ("nl", "en"):
        folder = tmp_path / "content" / language
        folder.mkdir(parents=True)
        shutil.copy(_GOLDEN / f"faithful.{language}.md", folder / "faithful.md")
    shutil.copytree(_ROOT / "glossary", tmp_path / "glossary")
    settings = '[backend]\nname = "pseudo"\n[front_matter]\nset = {}\nderive = {}\nstatus_key = ""\n'
    (tmp_path / "i18n.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_pair_then_edit(site: Path) -> None:
    """A pair becomes a catalogue; the post stays to the byte in a build; edits of it come back later."""
    post, catalogue = site / _POST, site / "po/en/faithful.po"
    before = post.read_bytes()
    said = translate(site, "import", "--dry-run")
    assert (said.returncode, "nothing was written" in said.stdout, catalogue.exists()) == (0, True, False)
    done = json.loads(translate(site, "import", "--format", "json").stdout)
    (article,) = done["articles"]
    assert (done["schema"], done["command"], article["source"]) == (1, "import", "pair")
    assert (article["same"], article["left"], article["written"]) == (True, 0, ["po/en/faithful.po"])
    assert article["reviewed"] + article["fuzzy"] == 16
    translate(site, "build")
    assert post.read_bytes() == before
    post.write_bytes(before.replace(b"Bring your CV.", b"Take your CV with you."))
    edited = translate(site, "import", "--fail-on", "warning")
    assert (edited.returncode, "edited; 1 taken as reviewed" in edited.stdout) == (0, True)
    translate(site, "run")
    assert b"Take your CV with you." in post.read_bytes()
    assert "1 of them as the pipeline wrote them; 0 PO files written." in translate(site, "import").stdout


def test_other_name(site: Path) -> None:
    """A post of another name is found by its pictures, date and figures, and that is told."""
    for language in ("nl", "en"):
        file = site / "content" / language / "faithful.md"
        more = "\n\n![](/img/een.png) [a](https://example.org/1) [b](https://example.org/2)\n"
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    (site / _POST).rename(site / "content/en/your-first-interview.md")
    done = json.loads(translate(site, "import", "--format", "json").stdout)
    (article,) = done["articles"]
    assert article["post"] == "content/en/your-first-interview.md"
    assert article["findings"][0]["code"] == "other-name"
    assert "Rename it to content/en/faithful.md" in article["findings"][0]["fix"]
    assert (site / "po/en/faithful.po").is_file()


def test_named_post(site: Path) -> None:
    """`--post` names the post of one article; for several it is refused."""
    (site / _POST).rename(site / "old.md")
    shutil.copy(site / "content/nl/faithful.md", site / "content/nl/b.md")
    assert translate(site, "import", "--post", "old.md").returncode == 2
    assert translate(site, "import", "content/nl/b.md", "--post", "gone.md").returncode == 2
    done = translate(site, "import", "content/nl/faithful.md", "--post", "old.md")
    assert (done.returncode, "old.md: written by people" in done.stdout) == (0, True)
    assert (site / "po/en/faithful.po").is_file()


def test_post_that_cannot_be_read(site: Path) -> None:
    """A broken post is told by file and line; the others go on."""
    shutil.copy(site / "content/nl/faithful.md", site / "content/nl/b.md")
    (site / "content/en/b.md").write_text("---\ntitle: a: b\n---\n\nText.\n", encoding="utf-8")
    done = translate(site, "import")
    assert done.returncode == 3
    assert "not done: content/en/b.md:2: " in done.stdout
    assert (site / "po/en/faithful.po").is_file()
    assert not (site / "po/en/b.po").exists()


def test_lock(site: Path) -> None:
    """Nothing is imported while another run works; a dry run looks all the same."""
    with run_lock(site):
        assert translate(site, "import").returncode == 5
        assert translate(site, "import", "--dry-run").returncode == 0
