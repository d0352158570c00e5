"""HTML that got into a translation."""

import re
from collections.abc import Iterator

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d+|#x[\da-f]+|[a-z]{2,8});", re.IGNORECASE)


def html_tags(pair: Pair) -> Iterator[Finding]:
    """Tags, or entities spelt out, that a reader would see and that the source does not show.

    Tags that work as tags are codes: `placeholders` compares them.
    """
    source = pair.source_text
    for pattern, name in ((_TAG, "tag"), (_ENTITY, "entity")):
        for match in pattern.finditer(pair.target_text):
            if match[0] not in source:
                message = f"The {name} {match[0]} stands in the text; the source has none."
                span = pair.span(*match.span())
                yield Finding("html-added", Severity.ERROR, message, fix="Take it out.", span=span)
