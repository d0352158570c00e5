"""MDX: imports, exports, JSX tags and comments: https://mdxjs.com/docs/what-is-mdx/ ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect, paired

_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ATTRIBUTE = rf"""(?:[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|{_BRACES}))?|{_BRACES})"""

IMPORT = Dialect(
    "mdx-import",
    re.compile(
        r"""^import[ \t]+(?:[\w*{][^'";\n]*?[ \t]from[ \t]+)?(?:'[^'\n]+'|"[^"\n]+");?[ \t]*$""", re.MULTILINE
    ),
    boundary=True,
)
EXPORT = Dialect(
    "mdx-export",
    re.compile(
        r"^export[ \t]+(?:const|let|var|default|function)\b(?:(?!\n[ \t]*\n).)*?(?=\n[ \t]*\n|\s*\Z)",
        re.MULTILINE | re.DOTALL,
    ),
    boundary=True,
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
