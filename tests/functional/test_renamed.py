"""Articles that are renamed, deleted and brought back, on a small site on disk."""

from pathlib import Path

import pytest

from tests.functional.test_cli import translate

ARTICLE = "---\ntitle: Netwerken\n---\n\nEen *baan* is leuk. Toch?\n\nVraag om hulp. Geef iets terug.\n"
OTHER = "---\ntitle: Brieven\n---\n\nEen brief is kort. Houd hem zakelijk.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two translated articles, one sentence reviewed."""
    folder = tmp_path / "content" / "nl"
    folder.mkdir(parents=True)
    (folder / "netwerken.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "brief.md").write_text(OTHER, encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    assert translate(tmp_path, "run").returncode == 0
    catalogue = tmp_path / "po/en/netwerken.po"
    text = catalogue.read_text(encoding="utf-8")
    blocks = [
        _reviewed(block) if 'msgid "Vraag om hulp."' in block else block for block in text.split("\n\n")
    ]
    catalogue.write_text("\n\n".join(blocks), encoding="utf-8")
    assert translate(tmp_path, "build").returncode == 0
    return tmp_path


def _reviewed(block: str) -> str:
    lines = [line for line in block.split("\n") if line != "#, fuzzy" and not line.startswith("msgstr")]
    return "\n".join([*lines, 'msgstr "Ask for help."'])


def _renamed(site: Path) -> None:
    (site / "content/nl/gidsen").mkdir()
    (site / "content/nl/netwerken.md").rename(site / "content/nl/gidsen/contacten.md")


def test_renamed(site: Path) -> None:
    """Post and catalogue move along, nothing is asked, and a person's text is still there."""
    post = (site / "content/en/netwerken.md").read_bytes()
    _renamed(site)
    assert "nothing to translate" in translate(site, "run", "--dry-run").stdout
    assert (site / "po/en/netwerken.po").exists()
    assert "nothing to translate" in translate(site, "run").stdout
    assert (site / "content/en/gidsen/contacten.md").read_bytes() == post
    text = (site / "po/en/gidsen/contacten.po").read_text(encoding="utf-8")
    assert 'msgstr "Ask for help."' in text
    assert "X-Article: content/nl/gidsen/contacten.md" in text
    assert not (site / "content/en/netwerken.md").exists()
    assert not (site / "po/en/netwerken.po").exists()


def test_renamed_and_edited(site: Path) -> None:
    """An article that was edited too is known by the texts that stayed."""
    _renamed(site)
    article = site / "content/nl/gidsen/contacten.md"
    article.write_text(ARTICLE.replace("Toch?", "Of niet?"), encoding="utf-8")
    assert "1 to translate" in translate(site, "run").stdout
    assert "Ask for help." in (site / "content/en/gidsen/contacten.md").read_text(encoding="utf-8")


def test_a_post_edited_by_hand_moves_along_as_it_is(site: Path) -> None:
    """A hand edited post of a renamed article is moved, not overwritten."""
    post = site / "content/en/netwerken.md"
    post.write_text("By hand.\n", encoding="utf-8")
    _renamed(site)
    translate(site, "run")
    assert (site / "content/en/gidsen/contacten.md").read_text(encoding="utf-8") == "By hand.\n"


def test_deleted(site: Path) -> None:
    """What a deleted article left is told, put away only with --prune, and comes back with the article."""
    (site / "content/nl/netwerken.md").unlink()
    assert "article-deleted" in translate(site, "check").stdout
    assert translate(site, "run").returncode == 0
    assert (site / "po/en/netwerken.po").exists()
    assert translate(site, "run", "--prune").returncode == 0
    assert not (site / "content/en/netwerken.md").exists()
    assert {path.name for path in (site / "po/en/.attic").iterdir()} == {"netwerken.po", "netwerken.md"}
    assert "article-deleted" not in translate(site, "check").stdout
    (site / "content/nl/contacten.md").write_text(ARTICLE, encoding="utf-8")
    assert "nothing to translate" in translate(site, "run").stdout
    assert "Ask for help." in (site / "content/en/contacten.md").read_text(encoding="utf-8")
    assert list((site / "po/en/.attic").iterdir()) == []


def test_an_article_of_its_own_takes_nothing(site: Path) -> None:
    """A new article with other texts is not taken for the deleted one."""
    (site / "content/nl/netwerken.md").unlink()
    (site / "content/nl/nieuw.md").write_text("Dit is een heel ander stuk.\n", encoding="utf-8")
    translate(site, "run")
    assert (site / "po/en/netwerken.po").exists()
    assert "Ask for help." not in (site / "po/en/nieuw.po").read_text(encoding="utf-8")
