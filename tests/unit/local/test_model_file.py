"""The model's file."""

import os
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from i18n_pipeline.backends.file_identity import identity
from i18n_pipeline.backends.local.model_file import ModelFile, own, ready
from i18n_pipeline.errors import BackendError, BackendNotReady

WHOLE = b"GGUF" + bytes(range(256)) * 9
NAME = "small.gguf"


class Parts:
    """The model in three files, and how often somebody asked for them."""

    def __init__(self, folder: Path) -> None:
        self.asked = 0
        self.paths = [folder / f"part{number}" for number in range(3)]
        for number, path in enumerate(self.paths):
            path.write_bytes(WHOLE[number * 1000 : (number + 1) * 1000])

    def __call__(self) -> Sequence[Path]:
        self.asked += 1
        return self.paths


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """A model in parts."""
    return Parts(tmp_path)


@pytest.fixture
def model(parts: Parts) -> ModelFile:
    """Its name, digest and parts."""
    return ModelFile(NAME, sha256(WHOLE).hexdigest(), parts)


def test_the_parts_become_one_file(model: ModelFile, tmp_path: Path) -> None:
    """The file is put together in a folder that is made for it, and nothing else stays there."""
    folder = tmp_path / "new" / "cache"
    assert ready(model, folder).read_bytes() == WHOLE
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_right_file_is_used_as_it_is(model: ModelFile, parts: Parts, tmp_path: Path) -> None:
    """The second time nothing is assembled."""
    first = ready(model, tmp_path).stat()
    assert ready(model, tmp_path).stat().st_mtime_ns == first.st_mtime_ns
    assert parts.asked == 1


@pytest.mark.parametrize("content", [b"", WHOLE[:-1], WHOLE[:-1] + b"x"])
def test_a_wrong_file_is_built_again(model: ModelFile, tmp_path: Path, content: bytes) -> None:
    """A file that was cut off or changed is replaced, even if its size is right."""
    (tmp_path / NAME).write_bytes(content)
    assert ready(model, tmp_path).read_bytes() == WHOLE


def test_parts_that_give_another_file_are_refused(model: ModelFile, parts: Parts, tmp_path: Path) -> None:
    """Wrong parts are tried once and leave nothing behind."""
    parts.paths[1].write_bytes(b"something else")
    cache = tmp_path / "cache"
    with pytest.raises(BackendError, match=r"small\.gguf: .*checksum differs.*--force-reinstall"):
        ready(model, cache)
    assert parts.asked == 1
    assert list(cache.iterdir()) == []


def test_a_broken_assembly_leaves_nothing_half(model: ModelFile, parts: Parts, tmp_path: Path) -> None:
    """When a part can't be read, no file stands under the model's name or beside it."""
    parts.paths[2].unlink()
    cache = tmp_path / "cache"
    with pytest.raises(BackendError, match="can't be kept there"):
        ready(model, cache)
    assert list(cache.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(model: ModelFile, tmp_path: Path) -> None:
    """A cache folder that is a file is an error that names it and the setting."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(BackendError, match=r"taken.*backend\.local\.cache_folder"):
        ready(model, tmp_path / "taken")


def test_what_a_killed_run_left_is_swept_up(model: ModelFile, tmp_path: Path) -> None:
    """Unfinished files of an hour ago go; one of now may be another run's and stays."""
    old, young = tmp_path / f"{NAME}.1.part", tmp_path / f"{NAME}.2.part"
    for path in (old, young):
        path.write_bytes(b"half")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    ready(model, tmp_path)
    assert (old.exists(), young.exists()) == (False, True)


def test_an_own_model_has_to_be_there(tmp_path: Path) -> None:
    """A model path that leads nowhere is named with the setting that holds it."""
    with pytest.raises(
        BackendNotReady, match=r"other\.gguf: There is no model file.*`backend\.local\.model`"
    ):
        own(str(tmp_path / "other.gguf"))
    (tmp_path / "mine.gguf").write_bytes(WHOLE)
    assert own(str(tmp_path / "mine.gguf")) == tmp_path / "mine.gguf"


def test_an_own_model_is_known_by_its_content(tmp_path: Path) -> None:
    """Another size, beginning or end is another model; another name or date is not."""
    contents = [WHOLE, WHOLE + b"x", b"x" + WHOLE[1:], WHOLE[:-1] + b"x"]
    for number, content in enumerate(contents):
        (tmp_path / str(number)).write_bytes(content)
    (tmp_path / "copy").write_bytes(WHOLE)
    names = [identity(tmp_path / str(number)) for number in range(4)]
    assert len(set(names)) == 4
    assert identity(tmp_path / "copy") == names[0]
