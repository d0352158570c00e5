"""What is said of a post that was edited while its article or catalogue changed."""

from collections.abc import Iterable, Iterator

from i18n_pipeline.model.catalogue import Catalogue
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.align.changed import Changed, Compared


def outdated(edited: Iterable[Changed], after: Catalogue, post: str) -> Iterator[Finding]:
    """Edits whose Dutch is another one now, or gone; `after` is the catalogue that has them."""
    entries = after.by_key()
    for each in edited:
        old = each.sentence.text.entry
        entry = entries.get(old.key)
        if entry is None or entry.obsolete or entry.state is not State.REVIEWED:
            where = f"{post}:{each.segment.line}"
            message = (
                f"{where}: “{each.after}” was taken over, but its source changed too, was “{old.source}”."
            )
            fix = "Read it in the PO file beside what the article says now."
            yield Finding("edit-outdated", Severity.WARNING, message, fix=fix)


def refused(found: Compared, post: str) -> Iterator[Finding]:
    """Why nothing was taken over: each text that differs from the PO file's, and what to do."""
    for each in found.changed:
        message = f"{post}:{each.segment.line}: the PO file has “{each.before}”, the post “{each.after}”."
        fix = "The PO file's text stays; put the post's into it where that is the better one."
        yield Finding("post-differs", Severity.WARNING, message, fix=fix)
    message = f"{post}: it can't be told which of its words were edited, so it is kept as it is."
    yield Finding("edits-not-told-apart", Severity.WARNING, message, fix=_FIX)


_FIX = (
    "Undo what is no sentence's words (front matter, headings, links, paragraphs), or write what is to stay"
    " into the PO file and remove the post: the next run writes it."
)
