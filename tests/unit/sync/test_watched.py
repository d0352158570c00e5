"""Files that others save in the middle of a pass, and posts that a killed one wrote."""

from pathlib import Path

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.digest import RENDERED, digest
from i18n_pipeline.sync.journal import JOURNAL_FILE, Journal
from i18n_pipeline.sync.watched import SavedMeanwhile, Watched


def _watched(root: Path) -> Watched:
    return Watched(root, Journal(root), {"post"})


def test_what_somebody_saved_after_it_was_read_is_left(tmp_path: Path) -> None:
    """A write over other bytes than those that were read is refused, and nothing is left beside."""
    (tmp_path / "po").write_bytes(b"read")
    files = _watched(tmp_path)
    assert files.read_if_there("po") == b"read"
    (tmp_path / "po").write_bytes(b"saved")
    with pytest.raises(SavedMeanwhile, match="po was saved while the article was translated"):
        files.write("po", b"ours")
    assert (tmp_path / "po").read_bytes() == b"saved"
    assert [path.name for path in tmp_path.iterdir()] == ["po"]


def test_a_file_that_came_or_went_meanwhile_counts_too(tmp_path: Path) -> None:
    """None was read and one is there, or the other way round."""
    files = _watched(tmp_path)
    assert files.read_if_there("a") is None
    (tmp_path / "a").write_bytes(b"saved")
    with pytest.raises(SavedMeanwhile):
        files.write("a", b"ours")
    assert files.read("a") == b"saved"
    (tmp_path / "a").unlink()
    with pytest.raises(SavedMeanwhile):
        files.write("a", b"ours")


def test_own_writes_are_known(tmp_path: Path) -> None:
    """What was written, moved or never read may be written over."""
    files = _watched(tmp_path)
    assert files.write("a", b"1")
    assert files.write("a", b"2")
    assert not files.write("a", b"2")
    assert files.move("a", "b")
    assert files.write("b", b"3")
    assert files.known == {"b": digest(b"3")}


def test_a_post_without_its_catalogue_is_nobody_s(tmp_path: Path) -> None:
    """What a pass wrote that was killed before the catalogue is not taken for somebody's edit."""
    _watched(tmp_path).write("post", b"ours")
    again = _watched(tmp_path)
    assert again.read_if_there("post") is None
    assert again.write("post", b"new")
    (tmp_path / "post").write_bytes(b"edited")
    assert _watched(tmp_path).read_if_there("post") == b"edited"


def test_the_journal_forgets_what_is_settled(tmp_path: Path) -> None:
    """A post whose catalogue knows it counts by that from then on, one that somebody changed as theirs."""
    journal, files = Journal(tmp_path), _watched(tmp_path)
    jobs = [Job(name, name, f"{name}.po") for name in ("known", "unknown", "changed")]
    for job in jobs:
        files.write(job.post, job.post.encode())
        journal.note(job.post, digest(job.post.encode()))
    (tmp_path / "known.po").write_text(f"{RENDERED}: {digest(b'known')}", encoding="utf-8")
    (tmp_path / "unknown.po").write_text(f"{RENDERED}: {digest(b'before')}", encoding="utf-8")
    (tmp_path / "changed").write_bytes(b"by somebody")
    journal.settle(jobs)
    kept = Journal(tmp_path)
    assert [kept.has(job.post, digest(job.post.encode())) for job in jobs] == [False, True, False]
    (tmp_path / "unknown.po").write_text(f"{RENDERED}: {digest(b'unknown')}", encoding="utf-8")
    kept.settle(jobs)
    assert not (tmp_path / JOURNAL_FILE).exists()


def test_a_torn_journal_keeps_its_whole_lines(tmp_path: Path) -> None:
    """A kill in the middle of a line loses that line alone, and none that follows."""
    Journal(tmp_path).note("a", "1")
    with (tmp_path / JOURNAL_FILE).open("ab") as file:
        file.write(b'\n["b", "2')
    Journal(tmp_path).note("c", "3")
    again = Journal(tmp_path)
    assert (again.has("a", "1"), again.has("b", "2"), again.has("c", "3")) == (True, False, True)


def test_no_post_is_written_without_its_note(tmp_path: Path) -> None:
    """Where the journal can't be written, neither is the post."""
    (tmp_path / JOURNAL_FILE).mkdir(parents=True)
    with pytest.raises(ArticleError, match=r"posts\.journal: It can't be written"):
        _watched(tmp_path).write("post", b"ours")
    assert not (tmp_path / "post").exists()
