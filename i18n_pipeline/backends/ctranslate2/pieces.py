"""Texts as SentencePiece's pieces and back, with the characters that each piece stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_pipeline.backends.ctranslate2.folder import Model
from i18n_pipeline.backends.ctranslate2.library import library
from i18n_pipeline.backends.ctranslate2.translated import Range
from i18n_pipeline.errors import BackendNotReady, Place
from i18n_pipeline.model.sentence import ended

_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"
_PLAINER = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‑": "-",
}  # fmt: skip
"""What may stand for a sign that a model does not know."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A token and where it stands in its text."""

    token: str
    place: Range


class Pieces:
    """Both SentencePiece models of a translation model; raises BackendNotReady where one can't be read."""

    def __init__(self, model: Model) -> None:
        self._source = _loaded(model.source_pieces)
        self._target = _loaded(model.target_pieces)
        self._vocabulary = model.vocabulary
        signs = "".join(model.vocabulary)
        self._plainer = str.maketrans({
            sign: plain for sign, plain in _PLAINER.items() if sign not in signs and plain in signs
        })  # fmt: skip

    def split(self, text: str) -> list[Piece]:
        """The text's tokens in order."""
        mapping = self._source.encode(text.translate(self._plainer), return_type="offset_mapping")
        return [Piece(*each) for each in zip(mapping["pieces"], mapping["offsets"], strict=True)]

    def unknown(self, pieces: Sequence[Piece]) -> list[str]:
        """The tokens that the model does not know."""
        return [piece.token for piece in pieces if piece.token not in self._vocabulary]

    def join(self, tokens: Sequence[str]) -> tuple[str, list[Range]]:
        """The text of tokens, and where each of them stands in it."""
        mapping = self._target.decode(list(tokens), return_type="offset_mapping")
        return mapping["text"].replace(_SPACE, " "), mapping["offsets"]


def _loaded(path: Path) -> Any:
    try:
        return library("sentencepiece").SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise BackendNotReady(
            f"The SentencePiece model can't be loaded: {ended(error)}",
            place=Place(str(path)),
            mending="Install the model again.",
        ) from error
