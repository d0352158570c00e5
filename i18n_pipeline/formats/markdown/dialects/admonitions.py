"""Admonitions: `:::` (Docusaurus, VitePress, remark-directive) and `!!!`, `???`, `===` (MkDocs)."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect

FENCE = Dialect(
    "admonition-fence",
    re.compile(
        r"^[ \t>]*(?P<span>:{3,}[ \t]*"
        r"(?:[\w-]+(?:\[(?P<bracketed>[^\]\n]*)\](?:\{[^}\n]*\})?|\{[^}\n]*\}"
        r"|[ \t]+(?P<title>[^\n{]+?)(?:[ \t]+\{[^}\n]*\})?)?"
        r"|\{[^}\n]*\})?)"
        r"[ \t]*$",
        re.MULTILINE,
    ),
    boundary=True,
    title=True,
)
LEAF = Dialect(
    "leaf-directive",
    re.compile(
        r"^[ \t>]*(?P<span>::[A-Za-z][\w-]*(?:\[(?P<bracketed>[^\]\n]*)\])?(?:\{[^}\n]*\})?)[ \t]*$",
        re.MULTILINE,
    ),
    boundary=True,
    title=True,
)
BLOCK = Dialect(
    "admonition-block",
    re.compile(
        r'^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-][\w -]*?(?:[ \t]+"(?P<title>[^"\n]*)")?'
        r'|===[+!]?[ \t]+"(?P<tab>[^"\n]*)")[ \t]*$',
        re.MULTILINE,
    ),
    cover=Cover.CONTAINER,
    boundary=True,
    edge=True,
    title=True,
)
