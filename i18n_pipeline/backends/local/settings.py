"""The settings of `[backend.local]`."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from i18n_pipeline.errors import UsageError

_FOLDER = "i18n-pipeline"


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """How the local engine works.

    `engine`: `auto` takes an installed OPUS-MT model from Dutch into English where there is one
    (`translate model install opus-mt-nl-en`), else the embedded language model; `embedded` takes that
    in any case. All other settings but `threads` are the embedded model's. `quality`: `best` takes
    four drafts of each sentence and keeps the one that the others agree with most; `fast` takes one
    and repeats itself exactly. `model` is the path of another GGUF file (empty: the one of the extra
    `local`). `threads` and `slots` (sequences decoded at once) are chosen where they are 0.
    `cache_folder` holds the assembled model (empty: the user's cache).
    """

    engine: Literal["auto", "embedded"] = "auto"
    quality: Literal["best", "fast"] = "best"
    model: str = ""
    threads: int = 0
    slots: int = 0
    cache_folder: str = ""

    def __post_init__(self) -> None:
        for name, value in (("threads", self.threads), ("slots", self.slots)):
            if value < 0:
                raise UsageError(
                    f"`backend.local.{name}`: {value} is out of range.",
                    mending="Write a number from 1 up, or 0 to have it chosen.",
                )

    @property
    def folder(self) -> Path:
        """Where the assembled model is kept."""
        if self.cache_folder:
            return Path(self.cache_folder).expanduser()
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
        return Path(base).expanduser() / _FOLDER
