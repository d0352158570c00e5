"""Liquid (Jekyll, Shopify): https://shopify.github.io/liquid/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect, inline, paired

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
    re.compile(rf"{_OPEN}capture\b[^{{}}\n]*?%\}}[^\n]*?{_OPEN}endcapture{_CLOSE}"),
    boundary=True,
    edge=True,
)
"""A value on one line; what is captured over several lines is prose."""

TAG = Dialect("liquid-tag", re.compile(inline(r"\{%", r"%\}")), boundary=True, edge=True)
OUTPUT = Dialect("liquid-output", re.compile(inline(r"\{\{", r"\}\}")))
