"""Markdown: articles to skeleton and segments, and back, with the structure proven."""

from collections.abc import Sequence

from i18n_pipeline.formats.markdown.align import aligned, matched
from i18n_pipeline.formats.markdown.escape import escaped
from i18n_pipeline.formats.markdown.fill import fill
from i18n_pipeline.formats.markdown.scan import scan_article
from i18n_pipeline.formats.markdown.segments import Repair, SegmentMaker, with_holes
from i18n_pipeline.formats.markdown.sentences import Split
from i18n_pipeline.formats.markdown.structure import Structure, structure
from i18n_pipeline.model.document import Segment, Skeleton

__all__ = ["Repair", "Split", "Structure", "aligned", "escaped", "fill", "matched", "parse", "structure"]


def parse(
    text: str,
    *,
    split: Split,
    repair: Repair,
    parameters: Sequence[str] = (),
    first_line: int = 1,
    first_index: int = 0,
) -> tuple[Skeleton, tuple[Segment, ...]]:
    """Skeleton and segments of a Markdown text.

    `split` cuts a paragraph's text into sentences, `repair` mends mojibake in prose, `parameters` are
    the names of translatable shortcode parameters. Lines count from `first_line`, holes from
    `first_index`.
    """
    maker = SegmentMaker(text, split, repair, first_line)
    return with_holes(text, maker.placed(scan_article(text, tuple(parameters))), first_index)
