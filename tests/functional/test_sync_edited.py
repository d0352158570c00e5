"""Passes over posts that somebody edited while the article changed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.test_cli import translate

ARTICLE = "---\ntitle: Netwerken\n---\n\nEen baan is leuk. Vraag om hulp.\n\nGeef iets terug.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """One translated article; an engine that gives back what it gets."""
    (tmp_path / "content/nl").mkdir(parents=True)
    (tmp_path / "content/nl/a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "echo"\n', encoding="utf-8")
    assert translate(tmp_path, "sync").returncode == 0
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _sync(site: Path) -> dict[str, Any]:
    done = translate(site, "sync", "--format", "json")
    assert done.returncode == 0
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_the_editor_s_sentence_stands_in_the_new_post(site: Path) -> None:
    """Both changes are in the post after one pass, and the next has nothing to do."""
    _edit(site / "content/en/a.md", "Vraag om hulp.", "Ask for help.")
    _edit(site / "content/nl/a.md", "Geef iets terug.", "Geef altijd iets terug.")
    (article,) = _sync(site)["articles"]
    assert article["written"] == ["po/en/a.po", "content/en/a.md"]
    post = (site / "content/en/a.md").read_text(encoding="utf-8")
    assert "Een baan is leuk. Ask for help.\n\nGeef altijd iets terug.\n" in post
    assert 'msgid "Vraag om hulp."\nmsgstr "Ask for help."' in (site / "po/en/a.po").read_text(
        encoding="utf-8"
    )
    assert _sync(site)["articles"] == []


def test_what_cannot_be_told_apart_is_told(site: Path) -> None:
    """The post is as the editor left it; findings have the sentence's line and what to do."""
    _edit(site / "content/en/a.md", "Vraag om hulp.", "Ask for help.")
    _edit(site / "content/en/a.md", "lang: en", "lang: en-GB")
    _edit(site / "content/nl/a.md", "Geef iets terug.", "Geef altijd iets terug.")
    post = (site / "content/en/a.md").read_bytes()
    (article,) = _sync(site)["articles"]
    found = {each["code"]: each for each in article["findings"]}
    assert found.keys() >= {"post-differs", "edits-not-told-apart", "post-edited-by-hand"}
    assert found["post-differs"]["message"].startswith("content/en/a.md:8: ")
    assert "remove the post" in found["edits-not-told-apart"]["fix"]
    assert (site / "content/en/a.md").read_bytes() == post
