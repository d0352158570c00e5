"""Model folders: there as a whole or not at all."""

import os
import shutil
import tarfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from i18n_pipeline.errors import PipelineError, Place, UsageError
from i18n_pipeline.model.sentence import ended
from i18n_pipeline.storage.files import TEMPORARY

_ABANDONED = 24 * 3600.0
"""Seconds after which an unfinished folder is nobody's."""


@contextmanager
def staged(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """A new folder to fill; it becomes `target` when the block ends, and goes where that fails.

    It has the name of `target`, in a temporary folder beside it. Raises UsageError where `target` is
    there and `replace` does not allow to put another in its place, PipelineError where the disk refuses.
    """
    if target.exists() and not replace:
        raise UsageError(
            "This model is installed already.", place=Place(str(target)), mending="To replace it: --force"
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        with TemporaryDirectory(prefix=TEMPORARY, dir=target.parent, ignore_cleanup_errors=True) as temporary:
            stage = Path(temporary) / target.name
            stage.mkdir()
            yield stage
            for path in (*stage.iterdir(), stage):
                _sync(path)
            if target.exists():
                target.rename(Path(temporary) / "replaced")
            stage.rename(target)
            _sync(target.parent)
    except OSError as error:
        raise PipelineError(
            f"The model can't be kept there: {error.strerror or error}.",
            place=Place(str(target)),
            mending="Make room or allow writing, or name another folder in I18N_MODELS.",
        ) from error


@contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The folder that a model came in, unpacked for as long as it is needed if it is an archive.

    Raises UsageError where there is no folder, zip or tar archive.
    """
    if path.is_dir():
        yield path
        return
    with TemporaryDirectory(prefix="i18n-") as folder:
        try:
            if tarfile.is_tarfile(path):
                shutil.unpack_archive(path, folder, filter="data")
            else:
                shutil.unpack_archive(path, folder, format="zip")
        except (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, shutil.ReadError) as error:
            raise UsageError(
                f"It can't be unpacked: {ended(error)}",
                place=Place(str(path)),
                mending="Give a folder, or a whole .zip or .tar archive.",
            ) from error
        yield Path(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Delete what an installation left behind that was killed; one that still runs is younger."""
    for old in folder.glob(f"{TEMPORARY}*"):
        if time.time() - old.stat().st_mtime > _ABANDONED:
            shutil.rmtree(old, ignore_errors=True)
