"""Svelte in Markdown (mdsvex): blocks `{#if x}`, `{/if}`, `{@html x}`: https://svelte.dev/docs/svelte ."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Dialect

BLOCK = Dialect(
    "svelte-block",
    re.compile(r"\{(?:[#:](?:if|each|await|key|snippet|then|catch|else)\b|/[a-z]+\b|@[a-z]+\b)[^{}\n]*\}"),
    boundary=True,
    edge=True,
)
VALUE = Dialect("braced-value", re.compile(r"\{[A-Za-z_$][\w$]*(?:\.[\w$]+|\([^(){}\n]*\)|\[\w+\])*\}"))
"""`{name}`, `{page.title}`, `{format(date)}`: MDX and templates write them too."""
