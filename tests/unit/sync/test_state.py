"""What a pass leaves for the next one."""

import os
from pathlib import Path

import pytest

from i18n_pipeline.storage import state
from i18n_pipeline.storage.state import (
    RACY,
    STATE_FILE,
    Record,
    Records,
    Seen,
    Signature,
    State,
    look,
    signature_of,
)


def _old(path: Path) -> int:
    """A moment long after the file's times, in nanoseconds."""
    return path.stat().st_ctime_ns + 10 * RACY


def test_there_and_back(tmp_path: Path) -> None:
    """What is saved is loaded as it was."""
    seen = Seen("d", Signature(1, 2, 3, 4))
    record = Record("around", (seen, Seen(), Seen("e")), 2, 5.5, "why")
    state.save(tmp_path, State({"en": Records({"a": record})}, {"echo": "echo 1"}))
    loaded = state.load(tmp_path)
    assert loaded == State({"en": Records({"a": record})}, {"echo": "echo 1"})
    assert loaded.records["en"]["a"].files[0].signature == Signature(1, 2, 3, 4)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"format": 0}', '{"format": 1, "records": {"en": [1]}}']
)
def test_a_state_that_cannot_be_used_is_none(tmp_path: Path, content: str) -> None:
    """Torn, foreign or of another version: every article counts as changed."""
    (tmp_path / ".i18n").mkdir()
    (tmp_path / STATE_FILE).write_text(content, encoding="utf-8")
    assert state.load(tmp_path) == State()


@pytest.mark.parametrize("row", ["[1]", "[]", "null", '["around", [1, 2, 3]]', '["around", [["d", [1]]]]'])
def test_a_record_that_cannot_be_used_is_none(tmp_path: Path, row: str) -> None:
    """Its article counts as changed, the others as they are."""
    (tmp_path / ".i18n").mkdir()
    text = f'{{"format": 1, "fingerprints": {{}}, "records": {{"en": {{"a": {row}}}}}}}'
    (tmp_path / STATE_FILE).write_text(text, encoding="utf-8")
    records = state.load(tmp_path).records["en"]
    assert records.get("a") is None
    assert not records.stand("a", "around", [(1, 2, 3, 4), None, None])


def test_an_article_stands_while_nothing_is_new() -> None:
    """The same surroundings and signatures, no failure; a file that came, went or changed is news."""
    first, second = Signature(1, 2, 3, 4), Signature(5, 6, 7, 8)
    files = (Seen("d", first), Seen("e", second), Seen())
    records = Records({"a": Record("around", files), "failed": Record("around", files, 1)})
    assert records.stand("a", "around", [first, second, None])
    assert not records.stand("failed", "around", [first, second, None])
    assert not records.stand("unknown", "around", [first, second, None])
    assert not records.stand("a", "other", [first, second, None])
    for news in ([first, first, None], [first, None, None], [first, second, first], [None, None, None]):
        assert not records.stand("a", "around", news)
    unsettled = Records({"a": Record("around", (Seen("d"), Seen("e"), Seen()))})
    assert not unsettled.stand("a", "around", [first, second, None])
    assert not unsettled.stand("a", "around", [None, None, None])


def test_a_file_with_a_known_signature_is_not_read(tmp_path: Path) -> None:
    """The signature stands for the content that it was taken with."""
    path = tmp_path / "a"
    path.write_bytes(b"a")
    known = Seen("anything", signature_of(path))
    assert look(path, known, _old(path)) is known


def test_a_file_that_changed_in_the_tick_of_the_look_is_read_again(tmp_path: Path) -> None:
    """A signature is kept only when no later write can have the same."""
    path = tmp_path / "a"
    path.write_bytes(b"a")
    fresh = look(path, Seen(), path.stat().st_ctime_ns + 1)
    assert fresh.signature is None
    later = look(path, fresh, _old(path))
    assert (later.digest, later.signature) == (fresh.digest, signature_of(path))


def test_a_clock_that_was_set_back_makes_files_be_read(tmp_path: Path) -> None:
    """Files from the future have no signature that counts."""
    path = tmp_path / "a"
    path.write_bytes(b"a")
    os.utime(path, (4e9, 4e9))
    assert look(path, Seen(), _old(path)).signature is None


def test_the_same_size_and_time_do_not_hide_an_edit(tmp_path: Path) -> None:
    """A time that was put back shows by the time of the change."""
    path = tmp_path / "a"
    path.write_bytes(b"one")
    status = path.stat()
    first = look(path, Seen(), _old(path))
    while path.stat().st_ctime_ns == status.st_ctime_ns:
        path.write_bytes(b"two")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert look(path, first, _old(path)).digest != first.digest


def test_what_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    """No file has an empty digest, what can't be read one of its own."""
    assert look(tmp_path / "none", Seen("old"), 0) == Seen()
    assert look(tmp_path, Seen(), 0) == Seen("?")
