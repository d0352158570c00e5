"""Lines that are markers: `--- task ---`, `[[[ingredient]]]` (Raspberry Pi projects) and `[TOC]`."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import LINE_END, Dialect

TASK = Dialect(
    "task-marker",
    re.compile(r"^[ \t]*\\?---[ \t]+/?[\w-]+(?:[ \t][^\n\\-]*+)?\\?---" + LINE_END, re.MULTILINE),
    boundary=True,
    signs=("---",),
)
INGREDIENT = Dialect(
    "ingredient-marker",
    re.compile(r"^[ \t]*\[\[\[[\w./-]+\]\]\]" + LINE_END, re.MULTILINE),
    boundary=True,
    signs=("[[[",),
)
CONTENTS = Dialect(
    "contents-marker",
    re.compile(r"^[ \t]*\[\[?_?toc_?\]\]?" + LINE_END, re.MULTILINE | re.IGNORECASE),
    boundary=True,
)
