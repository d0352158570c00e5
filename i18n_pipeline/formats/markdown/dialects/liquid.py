"""Liquid (Jekyll, Shopify): https://shopify.github.io/liquid/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

VERBATIM = Dialect(
    "liquid-verbatim",
    re.compile(
        r"\{%-?\s*(?P<tag>raw|comment|highlight|capture|assign_block|schema|javascript|style)\b[^%]*%\}"
        r".*?\{%-?\s*end(?P=tag)\s*-?%\}",
        re.DOTALL,
    ),
    boundary=True,
    edge=True,
)
TAG = Dialect("liquid-tag", re.compile(r"\{%(?:(?!\n[ \t]*\n).)*?%\}", re.DOTALL), boundary=True, edge=True)
OUTPUT = Dialect("liquid-output", re.compile(r"\{\{(?:(?!\n[ \t]*\n).)*?\}\}", re.DOTALL))
