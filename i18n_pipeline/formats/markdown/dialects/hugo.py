"""Hugo shortcodes: https://gohugo.io/content-management/shortcodes/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

VERBATIM = Dialect(
    "hugo-verbatim",
    re.compile(
        r"\{\{[<%]\s*(?P<tag>highlight|mermaid|math|katex|code|rawhtml)\b[^\n]*?[>%]\}\}"
        r".*?\{\{[<%]\s*/\s*(?P=tag)\s*[>%]\}\}",
        re.DOTALL,
    ),
    boundary=True,
    edge=True,
)
SHORTCODE = Dialect(
    "hugo-shortcode",
    re.compile(r"\{\{(?P<sign>[<%])(?:(?!\n[ \t]*\n).)*?(?:>|%)\}\}", re.DOTALL),
    boundary=True,
    edge=True,
    parameters=True,
)
