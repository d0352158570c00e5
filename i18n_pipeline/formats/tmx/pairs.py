"""Which language pairs of a file are of use."""

from collections.abc import Sequence
from functools import lru_cache

from i18n_pipeline.model.memory import Languages


class Pairs:
    """The language pairs that are wanted."""

    def __init__(self, wanted: Sequence[Languages]) -> None:
        self._wanted = wanted
        self.serving = lru_cache(maxsize=256)(self._serving)
        """The pair of two language tags, None where it is of no use; a file has few pairs and many units."""

    def _serving(self, source: str, target: str) -> Languages | None:
        here = Languages(source, target)
        return here if any(here.serves(pair) for pair in self._wanted) else None
