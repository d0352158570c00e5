"""A translation model of one layer whose weights are written by hand.

It copies its source token by token, a to z as ROT13: what it says is known in advance and is never
the source, and its attention is the diagonal. Capitals, digits and signs stay, so that markers do.
Tokens and positions are random codes of +1 and -1, as many of each, so that layer normalisation
changes nothing; the attention compares positions, and what it finds it hands on as token.
"""

import codecs
import io
import string
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import sentencepiece

Array = npt.NDArray[np.float32]

SIGNS = " .,;:!?'\"()-&<>%€é"
WITHOUT_MEANING = "€"
"""The sign that it knows and has no translation for."""

_CODE, POSITIONS = 128, 512
WIDTH = 2 * _CODE
_SPECIAL = ("<unk>", "<s>", "</s>")
_CODES: dict[str, tuple[str, ...]] = {
    "opus-mt": (),
    "opus-mt-multi": (">>eng<<", ">>fra<<"),
    "nllb": ("nld_Latn", "eng_Latn"),
    "m2m100": ("__nl__", "__en__"),
}


def said(text: str) -> str:
    """What the model makes of a text."""
    return "".join(codecs.encode(char, "rot13") if char in string.ascii_lowercase else char for char in text)


def build(folder: Path, kind: str = "opus-mt", *, endless: bool = False) -> Path:
    """Write the model into `folder`; `endless`: one that never ends a translation."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = pieces()
    single = kind in {"nllb", "m2m100"}
    for name in ("sentencepiece.bpe.model",) if single else ("source.spm", "target.spm"):
        (folder / name).write_bytes(letters)
    tokens = [*tokens_of(letters), *_CODES[kind]]
    spec = _spec(tokens, skip=int(kind == "opus-mt-multi"), endless=endless)
    spec.config.add_source_eos = not single
    spec.validate()
    spec.optimize(quantization=None)
    spec.save(str(folder))
    return folder


def tokens_of(letters: bytes) -> list[str]:
    model = sentencepiece.SentencePieceProcessor(model_proto=letters)
    known = [model.id_to_piece(number) for number in range(model.get_piece_size())]
    return [*_SPECIAL, *(token for token in known if token not in _SPECIAL)]


def pieces() -> bytes:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(string.ascii_letters + string.digits + SIGNS)]),
        model_writer=model,
        model_type="char",
        vocab_size=400,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    return model.getvalue()


def _spec(tokens: list[str], *, skip: int, endless: bool) -> Any:
    """`skip` is how many tokens at a source's beginning have no translation."""
    names, places = random_codes(len(tokens), POSITIONS + skip)
    spec = import_module("ctranslate2.specs").TransformerSpec.from_config((1, 1), 1)
    for side, positions in ((spec.encoder, places[:POSITIONS]), (spec.decoder, places[skip:])):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = first_half(names)
        side.scale_embeddings = False
        side.position_encodings.encodings = second_half(positions)
        _plain(side.layer_norm)
        _silent(side.layer[0].self_attention, (3, 1))
        _silent(side.layer[0].ffn, (1, 1))
    looking = spec.decoder.layer[0].attention
    _silent(looking, (1, 2, 1))
    query, key, value, output = attention()
    looking.linear[0].weight = query
    looking.linear[1].weight = np.vstack([key, value])
    looking.linear[2].weight = output
    spec.decoder.projection.weight = projection(tokens, names, endless=endless)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    return spec


def attention() -> tuple[Array, Array, Array, Array]:
    """Matrices that compare positions and hand on the token, ten times as loud as the one before it."""
    query, key, value, output = (np.zeros((WIDTH, WIDTH), "float32") for _ in range(4))
    one = np.eye(_CODE, dtype="float32")
    query[_CODE:, _CODE:] = 4 * one
    key[_CODE:, _CODE:] = one
    value[:_CODE, :_CODE] = one
    output[:_CODE, :_CODE] = 10 * one
    return query, key, value, output


def projection(tokens: list[str], names: Array, *, endless: bool = False) -> Array:
    """The row of each token is the code of the one that it is the translation of."""
    of = {token: number for number, token in enumerate(tokens)}
    rows = np.stack([names[of[said(token) if len(token) == 1 else token]] for token in tokens])
    rows[of["<unk>"]] += names[of[WITHOUT_MEANING]]
    rows[of[WITHOUT_MEANING]] = 0
    if endless:
        rows[of["</s>"]] = 0
    return first_half(rows)


def random_codes(*numbers: int) -> list[Array]:
    random = np.random.default_rng(2026)
    half = np.repeat(np.array([1, -1], dtype="float32"), _CODE // 2)
    return [np.stack([random.permutation(half) for _ in range(number)]) for number in numbers]


def first_half(codes: Array) -> Array:
    return np.hstack([codes, np.zeros_like(codes)])


def second_half(codes: Array) -> Array:
    return np.hstack([np.zeros_like(codes), codes])


def _plain(norm: Any) -> None:
    norm.gamma, norm.beta = np.ones(WIDTH, "float32"), np.zeros(WIDTH, "float32")


def _silent(layer: Any, heights: tuple[int, ...]) -> None:
    """A layer that adds nothing; `heights` are those of its matrices, in widths."""
    _plain(layer.layer_norm)
    linears = layer.linear if hasattr(layer, "linear") else (layer.linear_0, layer.linear_1)
    for linear, height in zip(linears, heights, strict=True):
        linear.weight = np.zeros((height * WIDTH, WIDTH), "float32")
        linear.bias = np.zeros(height * WIDTH, "float32")
