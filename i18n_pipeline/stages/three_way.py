"""Edits of a post whose article or catalogue changed too: which sentences are the editor's, with the proof.

The catalogue knows the post as it was written by a digest alone. The post with some of its changed
sentences put back that has this digest is that post, so exactly those sentences were edited.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, islice

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.adopt import with_entries, with_text_of_person
from i18n_pipeline.stages.align.changed import Changed, Compared, compared
from i18n_pipeline.stages.edited import by_person
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.render import render
from i18n_pipeline.stages.segment import Reading

_TRIES = 4096
"""So many ways of what is the editor's and what a translator's are tried."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What was found: `edited` is None where it can't be told which sentences the editor changed."""

    compared: Compared
    edited: tuple[Changed, ...] | None


def edits(
    catalogue: Catalogue, post: Document, text: str, reading: Reading, is_as_written: Callable[[str], bool]
) -> Edits:
    """The sentences that were edited in a post since it was written.

    `catalogue` has the texts that the post was written from, or later ones; `post` is read from
    `text`. `is_as_written` knows the post's text of that time.
    """
    found = compared(catalogue, post, reading)
    return Edits(found, _Search(post, text, reading, is_as_written).edited(found.changed))


class _Search:
    """Puts changed sentences back into a post; what is the same for all choices is done once."""

    def __init__(
        self, post: Document, text: str, reading: Reading, is_as_written: Callable[[str], bool]
    ) -> None:
        self._post, self._text, self._reading = post, text, reading
        self._is_as_written = is_as_written
        self._heads: dict[tuple[frozenset[int], bool], str] = {}
        self._texts: Mapping[int, str] = {}

    def edited(self, changed: Sequence[Changed]) -> tuple[Changed, ...] | None:
        """The first choice that gives the post as it was written."""
        texts = {each.number: each.before for each in changed}
        escaped = guarded(self._post, texts, self._reading.parameters).texts
        self._texts = {number: escaped[number] for number in texts if number in escaped}
        real = [each for each in changed if self._with([each]) != self._text]
        # Keys that repeat another were written anew with it, where the edited post has them alike as well.
        ways = (False, True) if self._with([], derived=True) == self._text else (False,)
        for chosen in islice(_choices(real), _TRIES):
            if any(self._is_as_written(self._with(chosen, derived=derived)) for derived in ways):
                return chosen
        return None

    def _with(self, put_back: Sequence[Changed], *, derived: bool = False) -> str:
        """The post with these sentences as the catalogue has them."""
        texts = {each.number: self._texts[each.number] for each in put_back if each.number in self._texts}
        in_head = frozenset(number for number in texts if self._post.segments[number].context is not None)
        if (in_head, derived) not in self._heads:
            self._heads[in_head, derived] = self._head(texts, derived=derived)
        body = markdown.fill(self._post.skeleton, self._post.segments, texts)
        return self._heads[in_head, derived] + body

    def _head(self, texts: Mapping[int, str], *, derived: bool) -> str:
        rules = self._reading.rules
        rules = replace(rules, derive=rules.derive if derived else {}, set={}, drop=())
        return render(replace(self._post, skeleton=()), texts, rules=rules).text


def _choices(changed: Sequence[Changed]) -> Iterator[tuple[Changed, ...]]:
    """First those with every sentence of which no person changed the catalogue's text."""
    unsure = [each for each in changed if by_person(each.sentence.text.entry)]
    sure = tuple(each for each in changed if not by_person(each.sentence.text.entry))
    yield from ((*sure, *chosen) for chosen in _subsets(unsure))
    yield from _subsets(changed)


def _subsets(changed: Sequence[Changed]) -> Iterator[tuple[Changed, ...]]:
    """All of them, none, all but one, one, …: most are of one hand."""
    sizes = range(len(changed) + 1)
    order = dict.fromkeys(chain.from_iterable((len(changed) - size, size) for size in sizes))
    for size in order:
        yield from combinations(changed, size)


def taken(catalogue: Catalogue, edited: Sequence[Changed]) -> Catalogue:
    """The catalogue with the editor's sentences as a person's."""
    sentences: dict[Key, dict[int, str]] = {}
    entries: dict[Key, Entry] = {}
    for each in edited:
        text, number = each.sentence.text, each.sentence.number
        new = sentences.setdefault(text.entry.key, {})
        new[number] = each.after
        entries[text.entry.key] = with_text_of_person(text.entry, text.with_sentences(new))
    return with_entries(catalogue, entries)
