"""Attribute lists: `{: .note}` (kramdown) and `{#id .class}` (Python-Markdown, Hugo, Pandoc)."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

KRAMDOWN = Dialect("attribute-list", re.compile(r"\{::?/?[^{}\n]*\}"), edge=True)
BRACED = Dialect("braced-attributes", re.compile(r"\{[#.][\w-][^{}\n]*\}"), edge=True, parsed_in="Heading")
