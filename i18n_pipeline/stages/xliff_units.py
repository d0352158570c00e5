"""What an entry is in XLIFF, the same on its way out and back."""

from hashlib import blake2b

from i18n_pipeline.formats import markdown
from i18n_pipeline.formats.xliff import Base, SegmentState
from i18n_pipeline.model.catalogue import Entry, Key
from i18n_pipeline.model.inline import Content, Kind, Placeholder, merged, placeholders, target_markdown
from i18n_pipeline.model.translation import Origin, State


def digest(text: str) -> str:
    """A text's fingerprint: BLAKE2b, 64 bits, hexadecimal."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def unit_id(key: Key) -> str:
    """The id of an entry's unit: the same as long as its context and source are."""
    return "u" + digest("\0".join(part for part in key if part is not None))


def coded(text: str, source: Content) -> Content:
    """A text with those of its source's codes that have their partner; anything else is text."""
    content = markdown.matched(text, source)
    paired = _paired(content, set(placeholders(source)))
    return merged(
        tuple(
            part
            if isinstance(part, str) or part.kind is Kind.STANDALONE or number in paired
            else part.in_translation
            for number, part in enumerate(content)
        )
    )


def _paired(content: Content, known: set[Placeholder]) -> set[int]:
    """Where both codes of a pair stand that are the source's."""
    paired: set[int] = set()
    opened: list[tuple[int, int]] = []
    for number, part in enumerate(content):
        if isinstance(part, str) or part.kind is Kind.STANDALONE or part not in known:
            continue
        if part.kind is Kind.OPEN:
            opened.append((number, part.id))
        elif opened and opened[-1][1] == part.id:
            paired |= {number, opened.pop()[0]}
    return paired


def state_of(entry: Entry) -> SegmentState:
    """Reviewed is reviewed; a person's text that is not is translated; all else is to be worked on."""
    if entry.state is State.REVIEWED:
        return SegmentState.REVIEWED
    by_person = entry.state is State.MACHINE and entry.origin is Origin.HUMAN
    return SegmentState.TRANSLATED if by_person else SegmentState.INITIAL


def base_of(entry: Entry, source: Content) -> Base:
    """What an export says that the entry has."""
    return Base(digest(target_markdown(coded(entry.target, source))), state_of(entry))
