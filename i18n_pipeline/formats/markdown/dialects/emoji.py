"""Emoji and icons by name: `:smile:`, `:fontawesome-solid-star:` (GitHub, Jekyll, MkDocs)."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

NAME = Dialect("emoji", re.compile(r":(?<![\w:]:)[a-z+-][\w+-]*:(?![\w:])"), edge=True)
