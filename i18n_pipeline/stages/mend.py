"""An article's own text without mojibake: what `translate repair` writes."""

from i18n_pipeline.formats import front_matter, markdown
from i18n_pipeline.formats.repair import repair
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.inline import Placeholder


def mended(document: Document) -> str:
    """The article with its prose repaired; codes, addresses, keys and everything else stay as they are."""
    texts = {
        number: _repaired(segment) for number, segment in enumerate(document.segments) if segment.repaired
    }
    edits = {field.path: markdown.fill(field.skeleton, document.segments, texts) for field in document.fields}
    body = markdown.fill(document.skeleton, document.segments, texts, literal=True)
    return front_matter.write(document.head, edits) + body


def _repaired(segment: Segment) -> str:
    """The raw text repaired between its codes, line breaks and all."""
    parts = markdown.matched(segment.raw, segment.content)
    return "".join(part.source if isinstance(part, Placeholder) else repair(part).text for part in parts)
