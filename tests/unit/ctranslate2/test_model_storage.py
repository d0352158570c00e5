"""Model folders on disk, and what models come in."""

import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.backends.ctranslate2.convert import take
from i18n_pipeline.backends.ctranslate2.installed import find, installed, models_folder
from i18n_pipeline.backends.ctranslate2.trial import SENTENCE, trial
from i18n_pipeline.errors import BackendError, PipelineError, UsageError
from i18n_pipeline.storage.models import opened, staged
from tests.fakes.tiny_model import build, said
from tests.fakes.tiny_release import release

Tiny = Callable[[str], Path]


class _Interrupted(BaseException):
    """What Ctrl-C is."""


def test_a_folder_is_there_when_it_is_whole(tmp_path: Path) -> None:
    """While it is filled no reader sees it; then it is there, and nothing else."""
    target = tmp_path / "models" / "a"
    with staged(target) as stage:
        (stage / "file").write_bytes(b"new")
        assert not target.exists()
        assert stage.name == "a"
    assert (target / "file").read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["a"]


def _fail(target: Path, error: BaseException) -> None:
    with staged(target, replace=True) as stage:
        (stage / "file").write_bytes(b"half")
        raise error


@pytest.mark.parametrize("error", [PipelineError("no"), _Interrupted()])
def test_what_goes_wrong_leaves_the_old_model(tmp_path: Path, error: BaseException) -> None:
    """An error or Ctrl-C while a model is replaced: the old one stays, the new one goes."""
    with staged(tmp_path / "a") as stage:
        (stage / "file").write_bytes(b"old")
    with pytest.raises(type(error)):
        _fail(tmp_path / "a", error)
    assert (tmp_path / "a" / "file").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_model_is_replaced_only_when_asked(tmp_path: Path) -> None:
    """What is there stays unless its replacement is wanted."""
    for content in (b"one", b"two"):
        with staged(tmp_path / "a", replace=True) as stage:
            (stage / "file").write_bytes(content)
    with pytest.raises(UsageError, match="installed already"), staged(tmp_path / "a"):
        pass
    assert (tmp_path / "a" / "file").read_bytes() == b"two"


def test_what_a_killed_installation_left_is_swept(tmp_path: Path) -> None:
    """An old unfinished folder goes with the next installation; a fresh one may be another's work."""
    for name in (".i18n-old", ".i18n-fresh"):
        (tmp_path / name / "a").mkdir(parents=True)
    os.utime(tmp_path / ".i18n-old", (0, 0))
    with staged(tmp_path / "a"):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".i18n-fresh", "a"]


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way of the folder the error has the path and what to do."""
    (tmp_path / "models").write_text("a file")
    with pytest.raises(PipelineError, match="I18N_MODELS"), staged(tmp_path / "models" / "a"):
        pass


@pytest.mark.parametrize("form", ["folder", "zip", "gztar"])
def test_a_model_is_taken_from_a_folder_or_an_archive(tiny: Tiny, tmp_path: Path, form: str) -> None:
    """The model may lie anywhere in what it came in; only its own files are taken."""
    shutil.copytree(tiny("opus-mt"), tmp_path / "came" / "inside" / "model")
    (tmp_path / "came" / "inside" / "model" / "virus.exe").write_bytes(b"x")
    came = tmp_path / "came"
    if form != "folder":
        came = Path(shutil.make_archive(str(tmp_path / "archive"), form, came))
    (tmp_path / "taken").mkdir()
    with opened(came) as folder:
        take(folder, tmp_path / "taken")
    assert sorted(path.name for path in (tmp_path / "taken").iterdir()) == sorted(
        path.name for path in tiny("opus-mt").iterdir()
    )


def test_a_release_is_converted_to_8_bits(tmp_path: Path) -> None:
    """Marian's weights become a model that translates the same, smaller than they were."""
    release(tmp_path / "release")
    (tmp_path / "taken").mkdir()
    take(tmp_path / "release", tmp_path / "taken")
    assert trial(tmp_path / "taken") == said(SENTENCE)
    sizes = [(tmp_path / path).stat().st_size for path in ("taken/model.bin", "release/model.npz")]
    assert sizes[0] < sizes[1] / 2


def _without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _truncated(folder: Path) -> None:
    (folder / "model.npz").write_bytes((folder / "model.npz").read_bytes()[:5000])


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (_without("decoder.yml"), "There is no model in it"),
        (_without("source.spm"), r"The release has no source\.spm"),
        (_without("vocab.yml"), "The release can't be converted"),
        (_truncated, "The release can't be converted"),
    ],
)
def test_a_broken_release_is_told(tmp_path: Path, damage: Callable[[Path], None], problem: str) -> None:
    """What can't be converted is an error that says why."""
    damage(release(tmp_path / "release"))
    with pytest.raises(UsageError, match=problem):
        take(tmp_path / "release", tmp_path)


def test_two_models_in_one_archive_are_refused(tiny: Tiny, tmp_path: Path) -> None:
    """Which one is meant can't be known."""
    for name in ("one", "two"):
        shutil.copytree(tiny("opus-mt"), tmp_path / "came" / name)
    with pytest.raises(UsageError, match="There are 2 models in it"):
        take(tmp_path / "came", tmp_path)


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    """Bytes that are no archive, or half of one, are an error with the path."""
    release(tmp_path / "release")
    whole = Path(shutil.make_archive(str(tmp_path / "whole"), "zip", tmp_path / "release"))
    (tmp_path / "half.zip").write_bytes(whole.read_bytes()[:5000])
    (tmp_path / "text.zip").write_text("no archive")
    for name in ("half.zip", "text.zip", "nowhere.zip"):
        with pytest.raises(UsageError, match=rf"{name}: It can't be unpacked"), opened(tmp_path / name):
            pass


def test_an_archive_puts_nothing_outside_its_folder(tmp_path: Path) -> None:
    """A name that leads out of the archive is refused."""
    with tarfile.open(tmp_path / "bad.tar", "w") as archive:
        archive.addfile(tarfile.TarInfo("../outside"))
    with pytest.raises(UsageError, match="can't be unpacked"), opened(tmp_path / "bad.tar"):
        pass


def test_a_model_that_does_not_translate_fails_its_trial(tmp_path: Path) -> None:
    """A translation that never ends is none."""
    with pytest.raises(BackendError, match="does not translate: the translation was cut off"):
        trial(build(tmp_path, endless=True))


def test_models_lie_where_the_environment_says_or_in_the_users_data(tmp_path: Path) -> None:
    """A name is looked for there, a path is taken as it is; half-made folders are no models."""
    environment = {"I18N_MODELS": str(tmp_path)}
    for name in ("b", "a", ".i18n-half", "empty"):
        (tmp_path / name).mkdir()
        if name != "empty":
            (tmp_path / name / "model.bin").write_bytes(b"x")
    assert [path.name for path in installed(environment)] == ["a", "b"]
    assert find("a", environment) == tmp_path / "a"
    assert find("/some/where", environment) == Path("/some/where")
    assert find("./b", environment) == Path("b")
    assert models_folder({}).parts[-2:] == ("i18n-pipeline", "models")
