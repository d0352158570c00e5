"""Attribute lists: `{: .note}` (kramdown), `{#id .class}`, `{ .button }`, `{width="300"}` (others)."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

_QUOTED = r"""(?:"[^"{}\n]*"|'[^'{}\n]*')"""

KRAMDOWN = Dialect("attribute-list", re.compile(r"\{::?/?[^{}\n]*\}"), edge=True)
BRACED = Dialect("braced-attributes", re.compile(r"\{ ?[#.][\w-][^{}\n]*\}"), edge=True, parsed_in="Heading")
BEHIND_A_LINK = Dialect(
    "link-attributes",
    re.compile(rf"\{{(?<=[)\]`]\{{) ?[\w-]+=(?:{_QUOTED}|[^\s{{}}'\"]+)(?:[ \t][^{{}}\n]*)?}}"),
    edge=True,
)
