"""Hugo shortcodes: https://gohugo.io/content-management/shortcodes/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import PARAGRAPH_END, Dialect, paired

_OPEN = r"\{\{[<%]\s*"
_CLOSE = r"\s*[>%]\}\}"

VERBATIM = Dialect(
    "hugo-verbatim",
    re.compile(
        "|".join(
            paired(rf"{_OPEN}{name}\b[^\n{{}}]*+(?<=[>%])\}}\}}", rf"{_OPEN}/\s*{name}{_CLOSE}")
            for name in ("highlight", "mermaid", "math", "katex", "code", "rawhtml")
        )
    ),
    boundary=True,
    edge=True,
)
SHORTCODE = Dialect(
    "hugo-shortcode",
    re.compile(paired(r"\{\{[<%]", r"[>%]\}\}", stop=PARAGRAPH_END)),
    boundary=True,
    edge=True,
    parameters=True,
)
