"""WordPress shortcodes as exporters leave them: https://codex.wordpress.org/Shortcode ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect

SHORTCODE = Dialect(
    "wordpress-shortcode",
    re.compile(r"\[/?(?:caption|gallery|embed|video|audio|playlist)(?:[ \t][^\[\]\n]*)?\]"),
    cover=Cover.TEXT,
    boundary=True,
    edge=True,
)
