"""Translated titles for the article itself: `english_title`, where its author left it empty."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats import front_matter, markdown
from i18n_pipeline.formats.encoding import decode, encode
from i18n_pipeline.formats.front_matter import Field
from i18n_pipeline.model.document import Document, Path
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.article import Analysed
from i18n_pipeline.stages.filled import is_filled, with_filled

WAITING = "title-not-reviewed"
"""The finding of a key that stays as it is until a person signs off what it repeats."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What is to be written into an article: texts by key; `own` are the pipeline's texts there now."""

    texts: Mapping[Path, str]
    own: tuple[str, ...]
    findings: tuple[Finding, ...]


def filling(article: Analysed, derive: Mapping[str, str]) -> Filling:
    """The reviewed text of each origin for its key, where the article has that key and no editor filled it.

    `derive` maps a key to the one whose text it takes. What the pipeline filled in follows the catalogue;
    what a person wrote there stays, and is told where the catalogue says otherwise.
    """
    header, signed = article.old.header, _signed_off(article)
    texts: dict[Path, str] = {}
    own: list[str] = []
    findings: list[Finding] = []
    for key, field in _fields(article.document, derive):
        there, wanted = field.text or "", signed.get(derive[key])
        own += [there] if is_filled(there, header) else []
        if wanted is None or (wanted and wanted == there):
            continue
        if there.strip() and there not in own:
            findings += [_differs(article, key, field, wanted)] if wanted else []
        elif wanted:
            texts[field.path] = wanted
        else:
            findings.append(_waits(article, key, field, derive[key]))
    return Filling(texts, tuple(own), tuple(findings))


def filled(article: Analysed, texts: Mapping[Path, str]) -> bytes:
    """The article's bytes with these texts in its front matter; all other bytes are as they were.

    Raises ArticleError where a text can't be put there: by its notation, or by the file's encoding.
    """
    document, like = article.document, article.decoded
    text = front_matter.write(document.head, texts) + like.text[len(document.head) :]
    data = encode(text, like)
    again = decode(data)
    if (again.text, again.encoding) != (text, like.encoding):
        key = ".".join(map(str, next(iter(texts))))
        raise ArticleError(
            f"`{key}` can't be filled in: {like.encoding}, the file's encoding, lacks a character of it.",
            mending="Save the article as UTF-8.",
        )
    return data


def with_own(article: Analysed, texts: Iterable[str]) -> Analysed:
    """The article with a catalogue that says that these texts, and no others, were filled in."""
    return replace(article, old=replace(article.old, header=with_filled(article.old.header, texts)))


def _signed_off(article: Analysed) -> dict[str, str]:
    """The translation of each front matter value; empty where a person has yet to sign some of it off."""
    segments, kept = article.document.segments, article.leverage.kept
    reviewed = {
        number: kept[segment.key].target
        for number, segment in enumerate(segments)
        if segment.key in kept and kept[segment.key].state is State.REVIEWED
    }
    return {
        ".".join(map(str, field.path)): markdown.fill(field.skeleton, segments, reviewed)
        if all(isinstance(part, str) or part.index in reviewed for part in field.skeleton)
        else ""
        for field in article.document.fields
    }


def _fields(document: Document, derive: Mapping[str, str]) -> Iterator[tuple[str, Field]]:
    """The derived keys that the article has, each written once, with a text or with nothing."""
    names: dict[Path, str] = {tuple(key.split(".")): key for key in derive}
    fields = front_matter.read(document.head).fields
    paths = [field.path for field in fields]
    for field in fields:
        if field.path in names and paths.count(field.path) == 1 and (field.is_text or field.text is None):
            yield names[field.path], field


def _waits(article: Analysed, key: str, field: Field, origin: str) -> Finding:
    return Finding(
        WAITING,
        Severity.INFO,
        f"`{key}` waits until a person has signed off the translation of `{origin}`.",
        field.line,
        fix=f"Do so in {article.job.catalogue} and run with --write-source again.",
    )


def _differs(article: Analysed, key: str, field: Field, wanted: str) -> Finding:
    return Finding(
        "title-differs",
        Severity.WARNING,
        f"`{key}` says “{field.text}”, {article.job.catalogue} “{wanted}”, which is what the post says.",
        field.line,
        fix=f"Write the same in both, or empty `{key}` to have it filled in.",
    )
