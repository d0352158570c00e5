"""Lines that are markers: `--- task ---`, `[[[ingredient]]]` (Raspberry Pi projects) and `[TOC]`."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

TASK = Dialect(
    "task-marker",
    re.compile(r"^[ \t]*\\?---[ \t]+/?[\w-]+(?:[ \t]+[^\n\\-]*?)?[ \t]*\\?---[ \t]*$", re.MULTILINE),
    boundary=True,
)
INGREDIENT = Dialect(
    "ingredient-marker",
    re.compile(r"^[ \t]*\[\[\[[\w./-]+\]\]\][ \t]*$", re.MULTILINE),
    boundary=True,
)
CONTENTS = Dialect(
    "contents-marker",
    re.compile(r"^[ \t]*\[\[?_?toc_?\]\]?[ \t]*$", re.MULTILINE | re.IGNORECASE),
    boundary=True,
)
