"""The settings of `[backend.ctranslate2]`."""

from dataclasses import dataclass
from typing import Literal

from i18n_pipeline.errors import UsageError

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Ctranslate2Settings:
    """Which model translates, and how.

    `model` is the name of an installed one (`translate model list`) or a folder's path. `family` says
    how the model is told its languages; `auto` sees it from the files. `beam_size` is how many
    translations are followed at once: 1 is fastest. `threads` 0 lets the library choose.
    `batch_tokens` is how many tokens are translated at once. `languages` are source and target in the
    model's own codes (`["nld_Latn", "eng_Latn"]`), for languages that the project doesn't know.
    """

    model: str = "opus-mt-nl-en"
    family: Literal["auto", "opus-mt", "nllb", "m2m100"] = "auto"
    beam_size: int = 4
    threads: int = 0
    compute_type: Literal["default", "auto", "int8", "int8_float32", "int16", "float32"] = "int8"
    batch_tokens: int = 1024
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, least, most in (("beam_size", 1, 32), ("threads", 0, 256), ("batch_tokens", 1, 65536)):
            if not least <= (value := getattr(self, name)) <= most:
                _refuse(name, f"{value} is out of range.", f"Write a number from {least} to {most}.")
        if not self.model:
            _refuse("model", "It is empty.", "Name an installed model, or a model's folder.")
        if len(self.languages) not in {0, _PAIR}:
            _refuse("languages", "It has to be two codes.", 'Such as ["nld_Latn", "eng_Latn"].')


def _refuse(name: str, problem: str, mending: str) -> None:
    raise UsageError(f"`backend.ctranslate2.{name}`: {problem}", mending=mending)
