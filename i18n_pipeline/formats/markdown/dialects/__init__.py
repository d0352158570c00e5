"""Notations outside CommonMark: found before parsing and covered, so that offsets stay."""

from i18n_pipeline.formats.markdown.dialects import (
    admonitions,
    attributes,
    emoji,
    hugo,
    liquid,
    loose_links,
    markers,
    mdx,
    python_markdown,
    svelte,
    wordpress,
)
from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

CONTAINERS: tuple[Dialect, ...] = (admonitions.BLOCK,)
"""Notations that make a block of what is indented below them; they are covered first."""

DIALECTS: tuple[Dialect, ...] = (
    liquid.VERBATIM,
    liquid.CAPTURE,
    hugo.VERBATIM,
    mdx.COMMENT,
    mdx.IMPORT,
    mdx.EXPORT,
    mdx.TAG,
    mdx.EXPRESSION_TAG,
    hugo.SHORTCODE,
    liquid.TAG,
    liquid.OUTPUT,
    admonitions.FENCE,
    admonitions.LEAF,
    svelte.BLOCK,
    markers.TASK,
    markers.INGREDIENT,
    markers.CONTENTS,
    attributes.KRAMDOWN,
    attributes.BRACED,
    attributes.BEHIND_A_LINK,
    wordpress.VERBATIM,
    wordpress.SHORTCODE,
    loose_links.DESTINATION,
    python_markdown.ABBREVIATION,
    python_markdown.KEYS,
    svelte.VALUE,
    emoji.NAME,
)
"""The others; where two could begin at the same place, the earlier one does."""
