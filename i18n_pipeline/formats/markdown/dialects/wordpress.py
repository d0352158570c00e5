"""WordPress shortcodes as exporters leave them: https://codex.wordpress.org/Shortcode ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect, paired

_PARAMETERS = r"(?:[ \t=][^\[\]\n]*+)?"

VERBATIM = Dialect(
    "wordpress-verbatim",
    re.compile(
        "|".join(
            paired(rf"\[{name}{_PARAMETERS}\]", rf"\[/{name}\]") for name in ("code", "sourcecode", "latex")
        )
    ),
    cover=Cover.TEXT,
    boundary=True,
    edge=True,
)
SHORTCODE = Dialect(
    "wordpress-shortcode",
    re.compile(rf"\[(?<!\]\[)/?(?:caption|gallery|embed|video|audio|playlist){_PARAMETERS}\](?![(\[:])"),
    cover=Cover.TEXT,
    boundary=True,
    edge=True,
    parameters=True,
)
