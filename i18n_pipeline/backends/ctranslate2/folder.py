"""A model's folder: which files it has, what kind of model they make."""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from i18n_pipeline.errors import BackendNotReady, Place
from i18n_pipeline.model.sentence import ended

WEIGHTS, CONFIG, ORIGIN = "model.bin", "config.json", "origin.json"
"""Names of files: the weights, the library's settings, where an installed model came from."""


SOURCE_PIECES, TARGET_PIECES = "source.spm", "target.spm"
FILES = (
    WEIGHTS,
    CONFIG,
    "*vocabulary.json",
    "*vocabulary.txt",
    "*.spm",
    "*.model",
    "tokenizer_config.json",
    "LICENSE*",
    "NOTICE*",
    "README*",
)
"""What belongs to a model."""

_AGAIN = "Install the model again: translate model install NAME --force"

_OPUS_NAME = re.compile(r"opus-mt-(?:tc-big-)?([a-z]{2,3})-([a-z]{2,3})(?![a-z])")


class Family(StrEnum):
    """How a model is told its languages."""

    OPUS_MT = "opus-mt"
    NLLB = "nllb"
    M2M100 = "m2m100"


_CODES = {
    Family.OPUS_MT: re.compile(r">>\S+<<"),
    Family.NLLB: re.compile(r"[a-z]{3}_[A-Z][a-z]{3}"),
    Family.M2M100: re.compile(r"__[a-z]{2,3}__"),
}
"""What the tokens look like that name a language."""


@dataclass(frozen=True, slots=True)
class Model:
    """What a model's folder holds.

    `adds_end` says that the library ends each source itself (`</s>`), `vocabulary` are the tokens that
    a source may have, `codes` those that name a language, `pair` the languages of a model for one pair,
    None where the files don't say.
    """

    path: Path
    family: Family
    source_pieces: Path
    target_pieces: Path
    adds_end: bool
    vocabulary: frozenset[str] = field(repr=False)
    codes: frozenset[str] = field(repr=False)
    pair: tuple[str, str] | None


def read(path: Path, family: str = "auto") -> Model:
    """What the folder holds; raises BackendNotReady, naming the file, where it is no whole model."""
    if not path.is_dir():
        raise BackendNotReady("There is no model folder.", place=Place(str(path)))
    _file(path, WEIGHTS)
    config = _json(path / CONFIG)
    vocabulary = frozenset(_vocabulary(path))
    source, target = _pieces(path)
    kind = Family(family) if family != "auto" else _family(path, vocabulary, one=source == target)
    codes = frozenset(filter(_CODES[kind].fullmatch, vocabulary))
    ends = config.get("add_source_eos") is True
    return Model(path, kind, source, target, ends, vocabulary, codes, _pair(path))


def _file(path: Path, *names: str) -> Path:
    """The first file of those names; an empty one is none."""
    for name in names:
        if (path / name).is_file() and (path / name).stat().st_size:
            return path / name
    raise BackendNotReady(f"The model has no {' or '.join(names)}.", place=Place(str(path)), mending=_AGAIN)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BackendNotReady(
            f"It can't be read: {ended(error)}", place=Place(str(path)), mending=_AGAIN
        ) from error


def _vocabulary(path: Path) -> list[str]:
    names = [f"{side}_vocabulary.{kind}" for side in ("source", "shared") for kind in ("json", "txt")]
    found = _file(path, *names)
    if found.suffix == ".json":
        return [str(token) for token in _json(found)]
    return found.read_text(encoding="utf-8").splitlines()


def _pieces(path: Path) -> tuple[Path, Path]:
    """The SentencePiece models of source and target; one file may be both."""
    if (path / SOURCE_PIECES).exists() or (path / TARGET_PIECES).exists():
        return _file(path, SOURCE_PIECES), _file(path, TARGET_PIECES)
    found = sorted(file for ending in ("*.model", "*.spm") for file in path.glob(ending))
    if len(found) != 1:
        problem = f"The model needs {SOURCE_PIECES} and {TARGET_PIECES}, or one sentencepiece.bpe.model."
        raise BackendNotReady(problem, place=Place(str(path)), mending=_AGAIN)
    return found[0], found[0]


def _family(path: Path, vocabulary: frozenset[str], *, one: bool) -> Family:
    if not one:
        return Family.OPUS_MT
    for family in (Family.NLLB, Family.M2M100):
        if any(map(_CODES[family].fullmatch, vocabulary)):
            return family
    raise BackendNotReady(
        "The files don't show what kind of model it is.",
        place=Place(str(path)),
        mending='Write `family = "opus-mt"`, "nllb" or "m2m100" under [backend.ctranslate2].',
    )


def _pair(path: Path) -> tuple[str, str] | None:
    """The languages that the tokeniser's settings name, or the folder's name."""
    settings = _json(path / "tokenizer_config.json")
    if settings.get("source_lang") and settings.get("target_lang"):
        return str(settings["source_lang"]), str(settings["target_lang"])
    named = _OPUS_NAME.match(path.name)
    return (named[1], named[2]) if named else None
