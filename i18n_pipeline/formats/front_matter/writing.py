"""New texts into a head, each checked by reading the outcome."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.front_matter import verify
from i18n_pipeline.formats.front_matter.fields import Notation, Path
from i18n_pipeline.formats.front_matter.grammar import Grammar, grammar
from i18n_pipeline.formats.front_matter.slot import NotFrontMatterError, Patches, patched
from i18n_pipeline.formats.front_matter.split import split

_BREAK = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(head: str, edits: Mapping[Path, str | None], *, newline: str = "\n") -> str:
    """The head with other values; all else stays as it is, to the byte.

    A text becomes the value of its path, in the style of the value before it; where the key is
    written twice, of both. A text that the value has already changes nothing. None removes the key.
    A path that isn't there is put at the end of its table, a top-level one right before the closing
    delimiter (in TOML before the first table). An empty head becomes one of YAML if a text is to be
    put there, and `newline` ends its lines.

    Raises ValueError for a path that has no place (its parent isn't there, or is no table) and for
    a list's item that is to be removed, and ArticleError where the outcome would not be what was
    asked for (a key is to be removed whose anchor another refers to).
    """
    if not edits:
        return head
    parts = split(head or f"---{newline}---{newline}")
    if parts.notation is Notation.NONE or parts.body:
        raise ValueError("not a front matter's head")
    _refuse_wrong(edits)
    breaks = _BREAK.findall(parts.opening + parts.content)
    editor = _Editor(grammar(parts.notation), breaks[-1], len(_BREAK.findall(parts.opening)) + 1)
    content = editor.edited(parts.content, edits)
    return parts.opening + content + parts.closing if head or content else ""


def _refuse_wrong(edits: Mapping[Path, str | None]) -> None:
    for path, text in edits.items():
        if not path or (text is None and isinstance(path[-1], int)):
            raise ValueError(f"{path} is no key")
        if text and _SURROGATE.search(text):
            raise ArticleError(
                f"The text for the front matter's `{_name(path)}` holds half a character (a lone surrogate).",
                mending="Delete it.",
            )


def _name(path: Path) -> str:
    return ".".join(map(str, path))


@dataclass(frozen=True, slots=True)
class _Editor:
    """Edits of a content whose lines end with `newline`; the first is `first_line` in the file."""

    grammar: Grammar
    newline: str
    first_line: int

    def edited(self, content: str, edits: Mapping[Path, str | None]) -> str:
        slots = self.grammar.slots(content)
        known = {slot.path for slot in slots}
        standing = {slot.path: slot.text for slot in slots}
        texts = {path: text for path, text in edits.items() if text is not None}
        changed = {path: text for path, text in texts.items() if path in known and standing[path] != text}
        content = self.with_texts(content, changed)
        for path in [path for path in texts if path not in known]:
            content = self.with_key(content, path, texts[path])
        # After the new keys, which may go into a table that loses all it had.
        for path in [path for path in edits if path not in texts]:
            content = self.without(content, path)
        return content

    def with_texts(self, content: str, texts: Mapping[Path, str]) -> str:
        """All texts at once; if that isn't right, by halves, to find a way for each."""
        if len(texts) <= 1:
            for path, text in texts.items():
                content = self.with_text(content, path, text)
            return content
        slots = self.grammar.slots(content)
        places = [slot for slot in slots if slot.path in texts]
        first = [
            next(self.grammar.replacements(content, slot, texts[slot.path], self.newline), ())
            for slot in places
        ]
        attempt = patched(content, (patch for patches in first for patch in patches))
        if self.holds(attempt, verify.replaced(slots, texts)):
            return attempt
        items, middle = list(texts.items()), len(texts) // 2
        content = self.with_texts(content, dict(items[:middle]))
        return self.with_texts(content, dict(items[middle:]))

    def with_text(self, content: str, path: Path, text: str) -> str:
        slots = self.grammar.slots(content)
        places = [slot for slot in slots if slot.path == path]
        ways = zip(
            *(self.grammar.replacements(content, slot, text, self.newline) for slot in places), strict=False
        )
        joined = (tuple(patch for patches in way for patch in patches) for way in ways)
        return self.first_right(content, joined, verify.replaced(slots, {path: text}), path)

    def without(self, content: str, path: Path) -> str:
        slots = self.grammar.slots(content)
        if not any(slot.path[: len(path)] == path for slot in slots):
            return content
        ways = self.grammar.removals(content, slots, path)
        return self.first_right(content, ways, verify.removed(slots, path), path, without=path)

    def with_key(self, content: str, path: Path, text: str) -> str:
        slots = self.grammar.slots(content)
        ways = self.grammar.insertions(content, slots, path, text, self.newline)
        return self.first_right(content, ways, verify.inserted(slots, path, text), path)

    def first_right(
        self,
        content: str,
        ways: Iterable[Patches],
        expected: verify.Values,
        path: Path,
        *,
        without: Path = (),
    ) -> str:
        for patches in ways:
            attempt = patched(content, patches)
            if self.holds(attempt, expected, without):
                return attempt
        raise ArticleError(
            f"The front matter's `{_name(path)}` can't be changed as it is written.",
            place=Place("", self.line_of(content, path)),
            mending="Write it as a plain `key: value` line of its own, without anchors.",
        )

    def line_of(self, content: str, path: Path) -> int:
        at = (max(slot.key_start, slot.start) for slot in self.grammar.slots(content) if slot.path == path)
        return self.first_line + len(_BREAK.findall(content, 0, max(next(at, 0), 0)))

    def holds(self, content: str, expected: verify.Values, without: Path = ()) -> bool:
        try:
            return verify.values(self.grammar.slots(content), without) == expected
        except (ArticleError, NotFrontMatterError):
            return False
