"""What of a Markdown text has to be the same in its translation."""

from collections.abc import Sequence

from i18n_pipeline.formats.markdown.scan import Mark, scan_article
from i18n_pipeline.formats.markdown.tokens import TEXTUAL, Token

Structure = tuple[str | tuple[str, ...], ...]
"""Block marks in order; of each block its inline codes, sorted: another language may order them otherwise."""


def structure(text: str, parameters: Sequence[str] = ()) -> Structure:
    """Sequence of blocks and, in each, the set of its codes, for comparison by `==`."""
    return tuple(
        item.key if isinstance(item, Mark) else tuple(sorted(filter(None, map(_key, item.tokens))))
        for item in scan_article(text, tuple(parameters))
    )


def _key(token: Token) -> str:
    if token.sort in TEXTUAL or not token.key:
        return ""
    return f"{token.sort.value} {token.key}"
