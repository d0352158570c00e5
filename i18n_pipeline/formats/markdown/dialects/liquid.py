"""Liquid (Jekyll, Shopify): https://shopify.github.io/liquid/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import PARAGRAPH_END, Dialect, paired

_OPEN = r"\{%-?\s*"
_CLOSE = r"\s*-?%\}"

VERBATIM = Dialect(
    "liquid-verbatim",
    re.compile(
        "|".join(
            paired(rf"{_OPEN}{name}\b[^{{}}]*?%\}}", rf"{_OPEN}end{name}{_CLOSE}")
            for name in ("raw", "comment", "highlight", "schema", "javascript", "style")
        )
    ),
    boundary=True,
    edge=True,
)
CAPTURE = Dialect(
    "liquid-capture",
    re.compile(paired(rf"{_OPEN}capture\b[^{{}}\n]*?%\}}", rf"{_OPEN}endcapture{_CLOSE}", stop=r"\n")),
    boundary=True,
    edge=True,
)
"""A value on one line; what is captured over several lines is prose."""

TAG = Dialect("liquid-tag", re.compile(paired(r"\{%", r"%\}", stop=PARAGRAPH_END)), boundary=True, edge=True)
OUTPUT = Dialect("liquid-output", re.compile(paired(r"\{\{", r"\}\}", stop=PARAGRAPH_END)))
