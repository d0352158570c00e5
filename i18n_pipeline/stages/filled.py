"""What the pipeline itself wrote into an article: it stands where an editor's word would, and is none."""

from collections.abc import Iterable, Mapping

from i18n_pipeline.stages.digest import digest

FILLED = "X-Filled-Hash"
"""The catalogue's header field with the digests of the texts that the pipeline filled into the article."""


def is_filled(text: str, header: Mapping[str, str]) -> bool:
    """Whether a text of the article is one that the pipeline filled in, by its catalogue's header."""
    return digest(text.encode()) in header.get(FILLED, "").split()


def with_filled(header: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
    """The header saying that these texts, and no others, were filled in."""
    if digests := sorted({digest(text.encode()) for text in texts}):
        return {**header, FILLED: " ".join(digests)}
    return {name: value for name, value in header.items() if name != FILLED}
