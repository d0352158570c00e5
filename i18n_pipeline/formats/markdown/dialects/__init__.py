"""Notations outside CommonMark: found before parsing and covered, so that offsets stay."""

from i18n_pipeline.formats.markdown.dialects import (
    admonitions,
    attributes,
    hugo,
    liquid,
    loose_links,
    markers,
    mdx,
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
    markers.TASK,
    markers.CONTENTS,
    attributes.KRAMDOWN,
    attributes.BRACED,
    wordpress.SHORTCODE,
    loose_links.DESTINATION,
)
"""The others; where two could begin at the same place, the earlier one does."""
