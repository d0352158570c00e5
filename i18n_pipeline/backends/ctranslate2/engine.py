"""A model in memory: texts in, translations with their alignment out."""

from collections.abc import Sequence
from typing import Any

from i18n_pipeline.backends.ctranslate2.chunks import chunks
from i18n_pipeline.backends.ctranslate2.folder import WEIGHTS, Model
from i18n_pipeline.backends.ctranslate2.languages import Marks
from i18n_pipeline.backends.ctranslate2.library import library
from i18n_pipeline.backends.ctranslate2.pieces import Piece, Pieces
from i18n_pipeline.backends.ctranslate2.settings import Ctranslate2Settings
from i18n_pipeline.backends.ctranslate2.translated import Link, Translated, joined
from i18n_pipeline.errors import BackendError, BackendNotReady, Place
from i18n_pipeline.model.sentence import ended

LONGEST = 240
"""Tokens of a source that is translated in one go: OPUS-MT has 512 positions, for the translation too."""

_LONGEST_TRANSLATION = 500
_UNKNOWN, _END = "<unk>", "</s>"


class Engine:
    """Translates with one model; raises BackendNotReady where it can't be loaded."""

    def __init__(self, model: Model, settings: Ctranslate2Settings) -> None:
        self._model = model
        self._settings = settings
        self._pieces = Pieces(model)
        self._translator: Any = _loaded(model, settings)

    def translate(self, texts: Sequence[str], marks: Marks) -> list[tuple[Translated, ...]]:
        """For each text its translations, the likeliest first; raises BackendError."""
        cut = [chunks(text, self._fits) for text in texts]
        done = iter(self._translated([part for parts in cut for _, part in parts], marks))
        result = []
        for parts in cut:
            ranked = zip(*(next(done) for _ in parts), strict=False)
            begins = [begin for begin, _ in parts]
            result.append(tuple(joined(list(zip(begins, each, strict=True))) for each in ranked))
        return result

    def _fits(self, text: str) -> bool:
        return len(self._pieces.split(text)) <= LONGEST

    def _translated(self, texts: Sequence[str], marks: Marks) -> list[list[Translated]]:
        sources = [self._pieces.split(text) for text in texts]
        end = () if self._model.adds_end else (_END,)
        try:
            results = self._translator.translate_batch(
                [[*marks.source, *(piece.token for piece in pieces), *end] for pieces in sources],
                target_prefix=[list(marks.target)] * len(sources) if marks.target else None,
                beam_size=self._settings.beam_size,
                num_hypotheses=self._settings.beam_size,
                max_batch_size=self._settings.batch_tokens,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=_LONGEST_TRANSLATION,
                return_attention=True,
                return_end_token=True,
            )
        except (RuntimeError, ValueError) as error:
            raise BackendError(
                f"The model can't translate: {ended(error)}", place=Place(str(self._model.path))
            ) from error
        return [
            [
                self._read(pieces, marks, tokens, attention)
                for tokens, attention in zip(result.hypotheses, result.attention, strict=True)
            ]
            for pieces, result in zip(sources, results, strict=True)
        ]

    def _read(
        self,
        pieces: Sequence[Piece],
        marks: Marks,
        tokens: Sequence[str],
        attention: Sequence[Sequence[float]],
    ) -> Translated:
        """A translation from the model's tokens; what is no word of it is left out."""
        ended = tokens[-1:] == [_END]
        words = slice(len(marks.target), len(tokens) - ended)
        problem = "" if ended else "the translation was cut off"
        known = _filled(tokens[words], self._pieces.unknown(pieces))
        if _UNKNOWN in known:
            problem = "a word that the model does not know"
        text, places = self._pieces.join(known)
        links = [
            Link(place, pieces[_most(row[len(marks.source) :][: len(pieces)])].place)
            for place, row in zip(places, attention[words], strict=True)
        ]
        return Translated(text, tuple(links), problem)


def _filled(tokens: Sequence[str], unknown: Sequence[str]) -> list[str]:
    """The tokens with what the model did not know of the source in its place, where the numbers agree."""
    waiting = iter(unknown if tokens.count(_UNKNOWN) == len(unknown) else ())
    return [next(waiting, token) if token == _UNKNOWN else token for token in tokens]


def _most(weights: Sequence[float]) -> int:
    return max(range(len(weights)), key=weights.__getitem__)


def _loaded(model: Model, settings: Ctranslate2Settings) -> Any:
    try:
        return library("ctranslate2").Translator(
            str(model.path),
            compute_type=settings.compute_type,
            inter_threads=1,
            intra_threads=settings.threads,
        )
    except (RuntimeError, ValueError) as error:
        raise BackendNotReady(
            f"The model can't be loaded: {ended(error)}",
            place=Place(str(model.path / WEIGHTS)),
            mending="Install the model again, or choose another `backend.ctranslate2.compute_type`.",
        ) from error
