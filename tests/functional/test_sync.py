"""`translate sync` as cron runs it, on a small project on disk."""

import json
import os
import signal
from pathlib import Path

import pytest

from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.sync import quick
from i18n_pipeline.sync.plain import plain
from tests.fakes import plugin_engine
from tests.functional.launched import Launcher, until
from tests.functional.sync_site import SyncSite


@pytest.fixture
def site(tmp_path: Path, launcher: Launcher) -> SyncSite:
    """Two articles, translated."""
    made = SyncSite(tmp_path / "site", launcher)
    made.write("a", "Een *baan* is leuk.", "Vraag om hulp.")
    made.write("b", "Een brief is kort.")
    assert made.sync()[0] == 0
    return made


def _post(site: SyncSite, name: str) -> str:
    return (site.folder / "content" / "en" / f"{name}.md").read_text(encoding="utf-8")


def test_a_pass_with_nothing_to_do_writes_nothing(site: SyncSite) -> None:
    """No time changes below content/ and po/, no text is asked for, and it says so."""
    times, answered = site.times(), site.answered
    for _ in range(3):
        assert site.sync() == (0, "Nothing to do: 2 articles are as the last pass left them.\n")
    assert site.times() == times
    assert site.answered == answered


def test_one_changed_word_sends_one_sentence(site: SyncSite) -> None:
    """Of an edited article only the edited sentence is asked for, and no other article is read."""
    before = site.answered
    site.write("a", "Een *baan* is leuk.", "Vraag nu om hulp.")
    (site.articles / "b.md").chmod(0o644)
    status, said = site.sync("--format", "json")
    assert status == 0
    assert [each["article"] for each in json.loads(said)["articles"]] == ["content/nl/a.md"]
    assert site.answered - before == {"Vraag nu om hulp.": 1}
    assert "VRAAG NU OM HULP." in _post(site, "a")


def test_a_touched_article_is_not_done_again(site: SyncSite) -> None:
    """Another time with the same bytes changes nothing, whichever way the clock went."""
    for moment in (0, 2_000_000_000):
        os.utime(site.articles / "a.md", (moment, moment))
        assert "Nothing to do" in site.sync()[1]


def test_an_edit_of_the_same_size_and_time_is_seen(site: SyncSite) -> None:
    """What a person saved in the tick of the last pass is not taken for what that pass saw."""
    article = site.articles / "b.md"
    site.sync()
    status = article.stat()
    with article.open("r+b") as file:
        file.write(article.read_bytes().replace(b"kort", b"lang"))
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert site.sync()[0] == 0
    assert "EEN BRIEF IS LANG." in _post(site, "b")


def test_new_renamed_and_deleted_articles(site: SyncSite) -> None:
    """New ones are translated, renamed ones move along unpaid, deleted ones are told until put away."""
    (site.articles / "a.md").rename(site.articles / "c.md")
    (site.articles / "b.md").unlink()
    site.write("d", "Dit is heel wat anders.")
    before = site.answered
    assert site.sync()[0] == 0
    assert set(site.answered - before) == {"Artikel d", "Dit is heel wat anders."}
    assert "EEN *BAAN* IS LEUK." in _post(site, "c")
    assert not (site.folder / "po/en/a.po").exists()
    assert "content/nl/b.md" in site.sync()[1]
    site.sync("--prune")
    assert (site.folder / "po/en/.attic/b.po").exists()
    assert "Nothing to do: 2 articles" in site.sync()[1]


def test_a_rename_that_was_cut_off_is_ended(site: SyncSite) -> None:
    """A pass that was killed when post and catalogue had been moved leaves a header of the old place."""
    site.review("a", "Vraag om hulp.", "Ask for help.")
    site.sync()
    before = site.answered
    for folder, suffix in (("content/nl", "md"), ("content/en", "md"), ("po/en", "po")):
        (site.folder / folder / f"a.{suffix}").rename(site.folder / folder / f"c.{suffix}")
    assert site.sync()[0] == 0
    assert "X-Article: content/nl/c.md" in (site.folder / "po/en/c.po").read_text(encoding="utf-8")
    assert "Ask for help." in _post(site, "c")
    assert site.answered == before


def test_a_post_that_was_moved_before_its_catalogue_is_no_edit(site: SyncSite) -> None:
    """A pass that was killed between the two takes the catalogue along the next time."""
    site.review("a", "Vraag om hulp.", "Ask for help.")
    site.sync()
    for folder in ("content/nl", "content/en"):
        (site.folder / folder / "a.md").rename(site.folder / folder / "c.md")
    assert site.sync()[0] == 0
    assert "Ask for help." in (site.folder / "po/en/c.po").read_text(encoding="utf-8")
    assert not (site.folder / "po/en/a.po").exists()


def test_a_person_s_word_in_the_catalogue_goes_to_the_post(site: SyncSite) -> None:
    """A catalogue that was saved is rendered, nothing is asked."""
    before = site.answered
    site.review("a", "Vraag om hulp.", "Ask for help.")
    assert site.sync()[0] == 0
    assert "Ask for help." in _post(site, "a")
    assert site.answered == before
    assert "Nothing to do" in site.sync()[1]


def test_an_edited_post_goes_into_the_catalogue_first(site: SyncSite) -> None:
    """What was changed in a post is reviewed text in the catalogue, and the post stays as it was edited."""
    post = site.folder / "content/en/a.md"
    edited = _post(site, "a").replace("VRAAG OM HULP.", "Do ask for help.")
    post.write_text(edited, encoding="utf-8")
    assert site.sync()[0] == 0
    assert "Do ask for help." in (site.folder / "po/en/a.po").read_text(encoding="utf-8")
    assert "Do ask for help." in _post(site, "a")
    times = site.times()
    assert "Nothing to do" in site.sync()[1]
    assert site.times() == times


def test_an_edit_that_no_catalogue_can_hold_is_told_in_every_pass(site: SyncSite) -> None:
    """A post with a heading of its own is left alone, and never forgotten."""
    post = site.folder / "content/en/a.md"
    post.write_text(_post(site, "a") + "\n## My own heading\n", encoding="utf-8")
    for _ in range(3):
        assert "post-edited-by-hand" in site.sync()[1]
        assert "My own heading" in _post(site, "a")
    times = site.times()
    site.sync()
    assert site.times() == times


def test_settings_glossary_and_engine_count(site: SyncSite) -> None:
    """A changed setting or glossary goes through all articles again, without paying for any."""
    before = site.answered
    settings = site.folder / "i18n.toml"
    settings.write_text("# Only words.\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert "Nothing to do" in site.sync()[1]
    settings.write_text(
        settings.read_text(encoding="utf-8") + '\n[front_matter]\nset = {lang = "en", site = "x"}\n',
        encoding="utf-8",
    )
    assert site.sync()[0] == 0
    assert "site: x" in _post(site, "a")
    (site.folder / "glossary").mkdir()
    glossary = "source,target,part_of_speech,status\nbaan,job,noun,preferred\n"
    (site.folder / "glossary/nl-en.csv").write_text(glossary, encoding="utf-8")
    assert "content/nl/a.md" in site.sync()[1]
    assert "job" in (site.folder / "po/en/a.po").read_text(encoding="utf-8")
    assert site.answered == before


def test_each_target_language_has_its_own_records(site: SyncSite) -> None:
    """A pass for one language leaves the other one for a later pass."""
    settings = site.folder / "i18n.toml"
    tables = "\n[targets.en]\n\n[targets.de]\n"
    settings.write_text(settings.read_text(encoding="utf-8") + tables, encoding="utf-8")
    assert site.sync("--target", "en")[0] == 0
    assert not (site.folder / "po/de").exists()
    assert site.sync()[0] == 0
    assert "EEN BRIEF IS KORT." in (site.folder / "content/de/b.md").read_text(encoding="utf-8")
    site.write("b", "Een brief is lang.")
    assert site.sync("--target", "de")[0] == 0
    assert "EEN BRIEF IS KORT." in _post(site, "b")
    assert site.sync()[0] == 0
    assert "EEN BRIEF IS LANG." in _post(site, "b")
    assert "Nothing to do" in site.sync()[1]


def test_nothing_is_lost_with_the_hidden_folder(site: SyncSite) -> None:
    """Without `.i18n` a pass reads everything again, asks for nothing and writes nothing."""
    site.review("a", "Vraag om hulp.", "Ask for help.")
    site.sync()
    before, times = site.answered, site.times()
    for path in (site.folder / ".i18n").iterdir():
        path.unlink()
    assert site.sync()[0] == 0
    assert (site.answered, site.times()) == (before, times)
    (site.folder / ".i18n/state.json").write_text('{"format": 1, "records": 3}', encoding="utf-8")
    assert site.sync()[0] == 0
    assert (site.answered, site.times()) == (before, times)


def _looked(*arguments: str) -> quick.Look:
    asked = plain(arguments, {})
    assert asked
    return quick.look(asked)


def test_the_seal_of_a_quiet_pass_holds_until_something_changes(site: SyncSite) -> None:
    """A sealed project needs no look; a name, a size, an inode or a setting breaks the seal."""
    sealed = site.folder / quick.SEAL_FILE
    until(lambda: site.sync()[0] == 0 and sealed.exists())
    here = Path.cwd()
    try:
        os.chdir(site.articles)
        assert _looked("sync").articles == len(list(site.articles.iterdir()))
        assert _looked("sync", "--target", "en").articles is None
        site.write("a", "Een *baan* is duur.", "Vraag om hulp.")
        assert _looked("sync").articles is None
    finally:
        os.chdir(here)


def test_a_poisoned_article_waits_and_the_others_go_on(site: SyncSite) -> None:
    """It is told in every pass, asked for again only after a while, and at once when its text changes."""
    site.order(poison="gif")
    site.write("c", "Hier zit gif in.")
    site.write("d", "Hier zit niets in.")
    status, said = site.sync()
    assert status == 3
    assert "it can't be translated" in said
    assert "HIER ZIT NIETS IN." in _post(site, "d")
    site.order()
    status, said = site.sync()
    assert status == 3
    assert "It failed once; it is tried again from " in said
    assert "Hier zit gif in." not in site.answered
    site.write("c", "Hier zit geen gif meer in.")
    assert site.sync()[0] == 0
    assert "HIER ZIT GEEN GIF MEER IN." in _post(site, "c")


def test_an_interrupted_pass_keeps_what_is_paid_for(tmp_path: Path, launcher: Launcher) -> None:
    """SIGTERM and SIGINT end it in order with 130; the next one completes it and pays for nothing twice."""
    site = SyncSite(tmp_path / "site", launcher)
    for number in range(12):
        site.write(str(number), *(f"Zin {sentence} van {number}." for sentence in range(3)))
    for how in (signal.SIGTERM, signal.SIGINT):
        site.order(delay=0.3)
        answered = len(site.answered)
        child = site.start("sync")
        until(lambda seen=answered: len(site.answered) > seen)  # type: ignore[misc]
        os.kill(child, how)
        assert launcher.wait() == 130
    site.order()
    assert site.sync()[0] == 0
    assert set(site.answered.values()) == {1}
    assert len(site.answered) == 12 * 4


def test_a_second_pass_waits_or_leaves(site: SyncSite) -> None:
    """Another run's lock ends a pass with 5 at once, or after the time that it was to wait."""
    with run_lock(site.folder):
        status, said = site.sync()
        assert (status, f"process {os.getpid()} on " in said) == (5, True)
        assert site.sync("--wait", "0.3")[0] == 5
        site.start("sync", "--wait", "60")
    assert launcher_status(site) == 0


def launcher_status(site: SyncSite) -> int:
    """The exit status of what was started last."""
    return site.launcher.wait()


def test_a_full_disk_is_told_and_nothing_is_torn(site: SyncSite) -> None:
    """Files that can't be written stay as they were; with room again the next pass goes on."""
    before = site.translations()
    site.write("a", "Een *baan* is leuk.", "Vraag om hulp.", *("Nog een zin." for _ in range(3)))
    status, said = site.sync(largest=100)
    assert (status != 0, "Traceback" in said) == (True, False)
    assert site.translations() == before
    assert not [path for path in site.files() if path.name.startswith(".i18n-")]
    os.utime(site.articles / "a.md")
    site.write("a", "Een *baan* is leuk.", "Vraag om hulp.", "Nog een zin.")
    assert site.sync()[0] == 0
    assert "NOG EEN ZIN." in _post(site, "a")


def test_answers_that_cannot_be_kept_are_not_asked_for(site: SyncSite) -> None:
    """Where the ledger can't grow, at most what is in flight is lost; later all is translated."""
    for number in range(8):
        site.write(f"n{number}", *(f"Zin {sentence} van {number}." for sentence in range(12)))
    site.write("b", "Een brief is lang.")
    before = site.answered
    status, said = site.sync(largest=48_000)
    assert (status, "Traceback" in said, "the ledger of paid answers" in said) == (3, False, True)
    assert (site.answered - before).total() < 8 * 13
    assert site.sync()[0] == 0
    lost = sum(times - 1 for times in site.answered.values())
    assert lost <= plugin_engine.BATCH * plugin_engine.CONCURRENCY


def test_a_post_folder_that_is_a_file_is_told(site: SyncSite) -> None:
    """A post that can't be written fails its article alone, by name."""
    (site.articles / "map").mkdir()
    site.write("map/c", "Daar kan niets komen.")
    (site.folder / "content/en/map").write_text("in the way\n", encoding="utf-8")
    status, said = site.sync()
    assert (status, "content/en/map" in said, "Traceback" in said) == (3, True, False)
    site.write("b", "Een brief is lang.")
    assert site.sync()[0] == 3
    assert "EEN BRIEF IS LANG." in _post(site, "b")
