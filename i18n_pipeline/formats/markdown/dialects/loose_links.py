"""Link destinations with a space, `](Zaken API.png)`: kramdown and Marked take them, CommonMark does not."""

import re

from i18n_pipeline.formats.markdown.dialects.dialect import Cover, Dialect

DESTINATION = Dialect(
    "loose-link",
    re.compile(r"\]\((?P<span>[^()<>\n\"' ]+(?: [^()<>\n\"' ]+)+\.\w{2,4})(?=\))"),
    cover=Cover.TEXT,
)
