"""The models that can be installed by their name alone."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """`repository` on the hub has the model converted, `release` is the archive of those who trained it."""

    repository: str
    release: str


KNOWN: Mapping[str, Known] = {
    "opus-mt-nl-en": Known(
        "gaudi/opus-mt-nl-en-ctranslate2",
        "https://object.pouta.csc.fi/OPUS-MT-models/nl-en/opus-2019-12-05.zip",
    )
}
