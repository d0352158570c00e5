"""MDX: imports, exports, JSX tags and comments: https://mdxjs.com/docs/what-is-mdx/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import LINE_END, PARAGRAPH_END, Dialect, paired

_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ATTRIBUTE = rf"""(?:[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|{_BRACES}))?|{_BRACES})"""

IMPORT = Dialect(
    "mdx-import",
    re.compile(
        r"""^import[ \t]+(?:[\w*{][^'";\n]*?[ \t]from[ \t]+)?(?:'[^'\n]+'|"[^"\n]+");?""" + LINE_END,
        re.MULTILINE,
    ),
    boundary=True,
    signs=("import",),
)
EXPORT = Dialect(
    "mdx-export",
    re.compile(
        rf"^export[ \t]+(?:const|let|var|default|function)\b(?:(?:[^\S\n]|(?!{PARAGRAPH_END})\n)*+\S)*+",
        re.MULTILINE,
    ),
    boundary=True,
    signs=("export",),
)
TAG = Dialect(
    "jsx-tag",
    re.compile(rf"</?(?:[A-Z]|svelte:)[\w.:-]*(?:\s+{_ATTRIBUTE})*\s*/?>|</?>"),
    boundary=False,
    edge=True,
)
EXPRESSION_TAG = Dialect(
    "jsx-expression-tag",
    re.compile(rf"<[a-z][\w-]*(?=[^<>]*=\{{)(?:\s+{_ATTRIBUTE})*\s*/?>"),
    edge=True,
)
COMMENT = Dialect("mdx-comment", re.compile(paired(r"\{/\*", r"\*/\}")), boundary=True, edge=True)
