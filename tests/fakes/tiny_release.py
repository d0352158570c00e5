"""The tiny model as OPUS-MT releases one: Marian's weights and vocabulary, not yet converted."""

from pathlib import Path
from typing import Any

import numpy as np

from tests.fakes.tiny_model import (
    POSITIONS,
    WIDTH,
    attention,
    first_half,
    pieces,
    projection,
    random_codes,
    second_half,
    tokens_of,
)

_SETTINGS = b"""
type: transformer
enc-depth: 1
dec-depth: 1
transformer-heads: 1
transformer-decoder-autoreg: self-attention
transformer-no-projection: false
transformer-ffn-activation: relu
transformer-preprocess: ""
transformer-postprocess: dan
transformer-postprocess-emb: d
transformer-guided-alignment-layer: last
"""


def release(folder: Path) -> Path:
    """Write the model into `folder` as OPUS-MT releases one: Marian's weights, not yet converted."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = pieces()
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(letters)
    tokens = tokens_of(letters)
    (folder / "decoder.yml").write_text("models:\n  - model.npz\nvocabs:\n  - vocab.yml\n  - vocab.yml\n")
    escaped = (token.replace('"', '\\"') for token in tokens)
    lines = [f'"{token}": {number}\n' for number, token in enumerate(escaped)]
    (folder / "vocab.yml").write_text("".join(lines), encoding="utf-8")
    np.savez(folder / "model.npz", allow_pickle=False, **_marian(tokens))
    return folder


def _marian(tokens: list[str]) -> dict[str, Any]:
    """Weights by Marian's names; it multiplies embeddings by the root of their width."""
    names, places = random_codes(len(tokens), POSITIONS)
    weights: dict[str, Any] = {
        "special:model.yml": np.frombuffer(_SETTINGS + b"\0", dtype="int8"),
        "Wemb": first_half(names) / WIDTH**0.5,
        "Wpos": second_half(places),
        "decoder_ff_logit_out_W": projection(tokens, names).T,
    }
    square, row = np.zeros((WIDTH, WIDTH), "float32"), np.zeros((1, WIDTH), "float32")
    for layer in ("encoder_l1_self", "decoder_l1_self", "decoder_l1_context"):
        weights |= {f"{layer}_W{letter}": square for letter in "qkvo"}
        weights |= {f"{layer}_b{letter}": row for letter in "qkvo"}
        weights |= {f"{layer}_Wo_ln_scale": row + 1, f"{layer}_Wo_ln_bias": row}
    for layer in ("encoder_l1_ffn", "decoder_l1_ffn"):
        weights |= {f"{layer}_W{number}": square for number in "12"}
        weights |= {f"{layer}_b{number}": row for number in "12"}
        weights |= {f"{layer}_ffn_ln_scale": row + 1, f"{layer}_ffn_ln_bias": row}
    for letter, matrix in zip("qkvo", attention(), strict=True):
        weights[f"decoder_l1_context_W{letter}"] = matrix.T
    return weights
