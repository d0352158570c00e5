"""Where a post is another one than a build would give: its text by lines, its form as a file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from i18n_pipeline.formats.encoding import Decoded
from i18n_pipeline.model.alignment import Surplus
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.publish import Status
from i18n_pipeline.model.rules import FrontMatterRules

_LONGEST = 80
_SHOWN = 12
_BEFORE = 20
"""Characters that both have in front of a difference and that are shown."""


def hunks(ours: str, theirs: str) -> Iterator[tuple[int, str, str]]:
    """Where two texts differ: the line in the second, and what each has there, on one line, shortened.

    Where only white space differs, both are the same.
    """
    one, other = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    for tag, i, j, k, n in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            here, there = _on_one_line(one[i:j]), _on_one_line(other[k:n])
            same = max(0, _common(here, there) - _BEFORE)
            yield k + 1, _shortened(here, same), _shortened(there, same)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _on_one_line(lines: Sequence[str]) -> str:
    return " ".join("".join(lines).split()) or ("empty line" if lines else "")


def _shortened(text: str, start: int) -> str:
    if start and len(text) > _LONGEST:
        text = "…" + text[start:]
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a post, by its path, where a catalogue can't hold all of it."""

    path: str
    rules: FrontMatterRules

    def surplus(self, sentences: Iterable[Surplus]) -> Iterator[Finding]:
        """Sentences of which the article has nothing."""
        for each in sentences:
            message = f"{self.path}:{each.line}: the article has nothing for this: “{each.text}”."
            fix = "Write it in the article too, or keep the post as it is."
            yield Finding("only-in-post", Severity.WARNING, message, fix=fix)

    def not_carried(self, built: str, post: str) -> Iterator[Finding]:
        """Each place where a build would give something else, by its line in the post."""
        for line, ours, theirs in hunks(built, post):
            would = f"a build writes “{ours}”" if ours else "a build leaves it out"
            if ours == theirs:
                would = "a build writes it with other white space"
            there = f"“{theirs}”" if theirs else "something is missing before this line"
            message = f"{self.path}:{line}: {there}: {would}."
            yield Finding("not-carried", Severity.WARNING, message, fix=self._fix(ours))

    def _fix(self, ours: str) -> str:
        key = ours.partition(":")[0]
        if key in self.rules.derive:
            return f"`{key}` repeats `{self.rules.derive[key]}`: write the same there and import again."
        if key in self.rules.set or key == self.rules.status_key:
            return f"`{key}` is written by the pipeline."
        return "A PO file can't hold this. Change it in the article, or keep the post as it is."

    def summary(self, built: str, post: str) -> Finding:
        """All these places in one finding."""
        lines = [line for line, _, _ in hunks(built, post)]
        where = ", ".join(map(str, lines[:_SHOWN])) + (", …" if len(lines) > _SHOWN else "")
        return Finding(
            "post-differs-from-build",
            Severity.INFO,
            f"{self.path}: a build would write something else at line {where or 1}.",
            fix="The post is kept. To let the pipeline write it, remove it and run `translate build`.",
        )

    def new_status(self, was: Status, now: Status) -> Finding:
        """The post is further than its front matter says."""
        message = f"{self.path}: it is `{now}` now, was `{was}`; the next build writes that."
        return Finding("status-changes", Severity.INFO, message)


def with_line_ends(text: str, like: str) -> str:
    """The text with the line endings of another one, where that has one kind alone."""
    plain = text.replace("\r\n", "\n")
    if "\r\n" not in like:
        return plain
    return plain.replace("\n", "\r\n") if like.count("\n") == like.count("\r\n") else text


def other_form(article: Decoded, post: Decoded, path: str) -> Iterator[Finding]:
    """Line endings, byte order mark and encoding of a post that aren't its article's."""
    if with_line_ends(post.text, article.text) != post.text:
        yield _of_form(path, f"its lines end with {_line_ends(post)}", _line_ends(article))
    if (article.encoding, article.bom) != (post.encoding, post.bom):
        yield _of_form(path, f"it is {_encoding(post)}", _encoding(article))


def _of_form(path: str, what: str, wanted: str) -> Finding:
    message = f"{path}: {what}; the article has {wanted}."
    return Finding("other-form", Severity.WARNING, message, fix=f"Save the post with {wanted}.")


def _line_ends(decoded: Decoded) -> str:
    return "CRLF" if "\r\n" in decoded.text else "LF"


def _encoding(decoded: Decoded) -> str:
    return decoded.encoding + (" with a byte order mark" if decoded.bom else " without a byte order mark")
