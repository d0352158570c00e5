"""Python-Markdown and PyMdown extensions: abbreviations `*[cv]: …` and keys `++ctrl+c++`."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect

ABBREVIATION = Dialect(
    "abbreviation",
    re.compile(r"^ {0,3}(?P<span>\*\[[^\[\]\n]+\]:)", re.MULTILINE),
    cover=Cover.TEXT,
    boundary=True,
    edge=True,
    signs=("*[",),
)
KEYS = Dialect("keys", re.compile(r"\+\+[\w-]+(?:\+[\w-]+)*\+\+"))
