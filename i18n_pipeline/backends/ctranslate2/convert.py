"""A model taken as it came: in CTranslate2's form, or in that of OPUS-MT's own releases."""

import shutil
import zipfile
from pathlib import Path

import yaml

from i18n_pipeline.backends.ctranslate2.folder import FILES, SOURCE_PIECES, TARGET_PIECES, WEIGHTS
from i18n_pipeline.backends.ctranslate2.library import library
from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.model.sentence import ended

_RELEASE = "decoder.yml"
_QUANTIZATION = "int8"
_BROKEN = (
    EOFError,
    FileNotFoundError,
    LookupError,
    TypeError,
    ValueError,
    yaml.YAMLError,
    zipfile.BadZipFile,
)
"""What reading a release raises where it is not whole."""


def take(origin: Path, target: Path) -> None:
    """Put the model that is somewhere below `origin` into the folder `target`.

    A release is converted, its weights to 8 bits. Raises UsageError where there is none, or one that
    can't be converted, BackendNotReady without the extra `ctranslate2`.
    """
    folder = _only(origin)
    if (folder / _RELEASE).exists():
        _convert(folder, target)
    for pattern in FILES:
        for path in folder.glob(pattern):
            if path.is_file():
                shutil.copyfile(path, target / path.name)


def _only(origin: Path) -> Path:
    """The one folder with a model."""
    found = {path.parent for name in (WEIGHTS, _RELEASE) for path in origin.rglob(name)}
    if len(found) != 1:
        raise UsageError(
            f"There are {len(found)} models in it." if found else "There is no model in it.",
            place=Place(str(origin)),
            mending=f"Give one with {WEIGHTS} (CTranslate2), or {_RELEASE} (a release of OPUS-MT).",
        )
    return found.pop()


def _convert(folder: Path, target: Path) -> None:
    for name in (SOURCE_PIECES, TARGET_PIECES):
        if not (folder / name).is_file():
            raise UsageError(
                f"The release has no {name}: models with other subwords can't be used.",
                place=Place(str(folder)),
                mending="Take a release with SentencePiece.",
            )
    converters = library("ctranslate2.converters")
    try:
        for path in folder.glob("*.npz"):
            zipfile.ZipFile(path).close()  # numpy leaves a broken one open
        converters.OpusMTConverter(str(folder)).convert(str(target), quantization=_QUANTIZATION, force=True)
    except _BROKEN as error:
        raise UsageError(
            f"The release can't be converted: {ended(error)}",
            place=Place(str(folder)),
            mending="Get it again; it may not be whole.",
        ) from error
