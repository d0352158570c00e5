"""Admonitions: `:::` (Docusaurus, VitePress, remark-directive) and `!!!`, `???`, `===` (MkDocs)."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import LINE_END, Cover, Dialect

FENCE = Dialect(
    "admonition-fence",
    re.compile(
        r"^[ \t>]*(?P<span>:{3,}[ \t]*+"
        r"(?:[\w-]+(?:\[(?P<bracketed>[^\]\n]*)\](?:\{[^}\n]*\})?|\{[^}\n]*\}"
        r"|[ \t]++(?P<title>[^\n{]+?)(?<![ \t])(?:[ \t]+\{[^}\n]*\})?)?"
        r"|\{[^}\n]*\})?)" + LINE_END,
        re.MULTILINE,
    ),
    boundary=True,
    title=True,
    signs=(":::",),
)
LEAF = Dialect(
    "leaf-directive",
    re.compile(
        r"^[ \t>]*(?P<span>::[A-Za-z][\w-]*(?:\[(?P<bracketed>[^\]\n]*)\])?(?:\{[^}\n]*\})?)" + LINE_END,
        re.MULTILINE,
    ),
    boundary=True,
    title=True,
    signs=("::",),
)
BLOCK = Dialect(
    "admonition-block",
    re.compile(
        r'^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?: +[\w-]+)*+(?:[ \t]+"(?P<title>[^"\n]*)")?'
        r'|===[+!]?[ \t]+"(?P<tab>[^"\n]*)")' + LINE_END,
        re.MULTILINE,
    ),
    cover=Cover.CONTAINER,
    boundary=True,
    edge=True,
    title=True,
    signs=("!!!", "???", "==="),
)
