"""Pseudo-localisation: Dutch that looks foreign, to see what a layout does with longer, accented text.

Every letter becomes another one that still reads like it, the text grows, brackets show where it
begins and ends (and so where it is cut off or glued together from pieces).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice
from math import ceil

from i18n_pipeline.backends.references import REFERENCE, readable
from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.inline import Content, has_letters, merged, text_only

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "äƀçðéḟĝĥîĵķļɱñöþɋřšŧûṽŵẋýžÄƁÇÐÉḞĜĤÎĴĶĻṀÑÖÞɊŘŠŦÛṼŴẊÝŽ",
)
_DOT_BELOW = "\N{COMBINING DOT BELOW}"
_OPEN, _CLOSE = "⟦", "⟧"  # punctuation to CommonMark, so that emphasis beside it stays emphasis
_FILLER = " öñé ŧŵö ŧĥřéé ḟöûř"
_MOST = 10.0


@dataclass(frozen=True, slots=True)
class PseudoSettings:
    """`expansion` is how much longer than its source a text becomes, 0.35 for 35%."""

    expansion: float = 0.35

    def __post_init__(self) -> None:
        if not 0 <= self.expansion <= _MOST:
            raise UsageError(
                f"`backend.pseudo.expansion`: {self.expansion:g} is out of range.",
                mending="Write a number from 0 to 10; 0.35 makes texts 35% longer.",
            )


class PseudoBackend:
    """Accents, brackets and padding around unchanged placeholders; the same every time."""

    name = "pseudo"
    capabilities = Capabilities(tags=True, draft=True)

    def __init__(self, settings: PseudoSettings | None = None) -> None:
        self._expansion = (settings or PseudoSettings()).expansion

    @property
    def fingerprint(self) -> str:
        return f"pseudo {self._expansion:g}"

    def check_ready(self) -> None:
        """It always is."""

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The content of each query in its foreign look; what has no letters stays as it is."""
        return tuple(Answer(pseudo(query.content, self._expansion)) for query in batch.queries)

    def close(self) -> None:
        """Nothing to give back."""


def from_table(table: Mapping[str, object]) -> PseudoBackend:
    """The engine with the settings of `[backend.pseudo]`; raises UsageError."""
    return PseudoBackend(read_table(PseudoSettings, table, PseudoBackend.name))


def pseudo(content: Content, expansion: float) -> Content:
    """Content with each letter accented, padded to `1 + expansion` times its length, in brackets."""
    if not has_letters(content):
        return content
    accented = [_accented_text(part) if isinstance(part, str) else part for part in readable(content)]
    length = len(text_only(content))
    missing = ceil(length * (1 + expansion)) - len(text_only(tuple(accented))) - len(_OPEN + _CLOSE)
    return merged((_OPEN, *accented, _padding(missing), _CLOSE))


def _padding(length: int) -> str:
    text = "".join(islice(cycle(_FILLER), max(length, 0)))
    return text[:-1] + "ö" if text.endswith(" ") else text


@cache
def _accented_text(text: str) -> str:
    accented, end = "", 0
    for reference in REFERENCE.finditer(text):
        accented += "".join(map(_accented, text[end : reference.start()])) + reference[0]
        end = reference.end()
    return accented + "".join(map(_accented, text[end:]))


@cache
def _accented(char: str) -> str:
    if not char.isalpha():
        return char
    other = char.translate(_ACCENTED)
    return other if other != char else unicodedata.normalize("NFC", char + _DOT_BELOW)
