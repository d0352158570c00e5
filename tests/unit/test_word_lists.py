"""simplemma's word lists in the user's cache folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
is_word = vocabulary("en")
print(lemmatiser("en")("letters"), is_word("letter"), is_word("lettre"), lemmatiser("xx")("Letters"))
"""


def _asked(cache: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def test_a_list_is_kept_as_a_trie(tmp_path: Path) -> None:
    """The first run makes it, as a whole file; the next one takes it; a torn one is made anew."""
    assert _asked(tmp_path) == "letter True False letters\n"
    (made,) = (path for path in tmp_path.rglob("*") if path.is_file())
    before = made.stat()
    assert _asked(tmp_path) == "letter True False letters\n"
    assert (made.stat().st_ino, made.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    made.write_bytes(made.read_bytes()[:1000])
    assert "letter True False letters\n" in _asked(tmp_path)
    assert made.stat().st_size == before.st_size


@pytest.mark.parametrize("folder", ["file/below", "/proc/none"])
def test_a_list_that_cannot_be_kept_is_made_each_time(tmp_path: Path, folder: str) -> None:
    """Without a folder to write to it works, and says nothing."""
    (tmp_path / "file").touch()
    assert _asked(tmp_path / folder) == "letter True False letters\n"
