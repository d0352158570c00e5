"""The file of how far the project was."""

import dataclasses
from pathlib import Path

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.model.progress import Snapshot
from i18n_pipeline.storage import history


def _at(day: int, hour: int = 2, **numbers: int) -> Snapshot:
    given = {"untranslated": 0, "machine": 5, "outdated": 0, "reviewed": 1, "words_left": 9} | numbers
    return Snapshot(f"2026-11-{day:02}T{hour:02}:00:00+00:00", "en-GB", 2, **given)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is not there, in a folder that is not there."""
    return tmp_path / ".i18n" / "history.jsonl"


def test_what_was_appended_is_read_in_order(file: Path) -> None:
    """Languages side by side, earlier before later; a missing file is no history."""
    assert history.read(file) == []
    french = dataclasses.replace(_at(2), target="français")
    history.append(file, [_at(2), french])
    history.append(file, [_at(3)])
    assert history.read(file) == [_at(2), french, _at(3)]


def test_nothing_new_is_a_line_a_day(file: Path) -> None:
    """A pass every five minutes does not fill the disk; a number that changed is news."""
    for hour in range(24):
        history.append(file, [_at(1, hour)])
    history.append(file, [_at(2, 0), _at(2, 1, reviewed=2)])
    history.append(file, [_at(2, 2, reviewed=2)])
    assert [each.at[8:13] for each in history.read(file)] == ["01T00", "02T00", "02T01"]


def test_a_torn_line_takes_no_other_along(file: Path) -> None:
    """What a crash or another program left is passed over, and the next line stands by itself."""
    history.append(file, [_at(1)])
    good = file.read_bytes()
    other = [
        b'{"at": 1}',
        b"[]",
        b"null",
        b"\xff\xfe",
        good.strip().replace(b'"machine": 5', b'"machine": "5"'),
        good.strip().replace(b"2026-11-01T02:00:00+00:00", b"soon"),
    ]
    file.write_bytes(b"\n".join([*other, good.strip(), good[:40]]))
    history.append(file, [_at(2)])
    assert history.read(file) == [_at(1), _at(2)]


def test_it_is_bounded(file: Path) -> None:
    """The oldest lines go, in one atomic step, when there are twice as many as are kept."""
    for day in range(1, 12):
        history.append(file, [_at(day)], most=5)
    assert [int(each.at[8:10]) for each in history.read(file)] == [7, 8, 9, 10, 11]
    history.append(file, [_at(12)], most=5)
    assert len(history.read(file)) == 6


def test_it_cannot_be_written(tmp_path: Path) -> None:
    """The error names the file and the reason."""
    (tmp_path / "file").write_text("x", encoding="ascii")
    with pytest.raises(ArticleError, match=r"file/history.jsonl: It can't be written"):
        history.append(tmp_path / "file" / "history.jsonl", [_at(1)])
