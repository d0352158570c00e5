"""The name of the project's glossary at DeepL, which says what its dictionaries hold.

`i18n-pipeline nl-de:0f1e2d3c4b5a6978 nl-en:3b1f0c2a9d8e7f60`: a base name, and for each pair of languages
the digest of its terms. So nothing about it has to be kept on this machine.
"""

import re
from collections.abc import Mapping

PENDING = "pending"
"""In place of a digest while a dictionary is being replaced: what it holds is not known."""

_STAMP = rf" [a-z]+-[a-z]+:(?:[0-9a-f]{{16}}|{PENDING})"


def read(name: str, base: str) -> dict[str, str] | None:
    """Pair → digest; None for a glossary that is not this project's."""
    if not re.fullmatch(rf"{re.escape(base)}(?:{_STAMP})+", name):
        return None
    return dict(stamp.split(":") for stamp in name.removeprefix(base).split())


def write(base: str, digests: Mapping[str, str]) -> str:
    """The name that `read` reads."""
    return " ".join([base, *(f"{pair}:{digest}" for pair, digest in sorted(digests.items()))])
