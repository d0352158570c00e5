"""Test doubles for what stands between a source and its translation."""

from collections.abc import Iterator

from i18n_pipeline.model.inline import Content, target_markdown

_ACCENTS = str.maketrans("aeiounAEIOUNcdsrtlz", "áéíóúñÁÉÍÓÚÑčđśřťĺž")

NASTY = (
    *("*", "_", "**", "[", "](x)", "![", "|", "`", "```", "<", "<b>", "</div>", "&amp;", "$$", "~~", "\\"),
    *("# ", "1. ", "- ", "+ ", "> ", "===", "---", "{{", "{%", "{: .x}", ":::", ":::tip[a]", "[^1]"),
    *("\n\n", "\n", "    ", "\t", '"', "'", "]", ")", "!!! note"),
)
"""What an engine might put into a translation that Markdown or a dialect would take for its own."""


def accented(content: Content) -> str:
    """Each translatable letter changed, codes kept: the text of a layout test."""
    return target_markdown(
        tuple(part.translate(_ACCENTS) if isinstance(part, str) else part for part in content)
    )


def spoilt(content: Content) -> Iterator[str]:
    """The text with each nasty piece in turn at its start, and in and behind every run of words."""
    for piece in NASTY:
        parts = tuple(f"{part}{piece}" if isinstance(part, str) else part for part in content)
        yield piece + target_markdown(parts)
