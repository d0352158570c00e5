"""Which articles there are: the files that a pattern gives, and those that can't be used."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.selection import refusal, selection
from i18n_pipeline.storage.walk import Item, leads_to, walk


class Found(NamedTuple):
    """A file that the pattern gives; `variable` is its `{path}`, `path` is relative to the root.

    `problem` says why it can't be read, None where it can; a folder that can't be listed has an
    empty `variable`.
    """

    variable: str
    path: str
    problem: ArticleError | None = None


def articles(
    root: Path,
    pattern: str,
    paths: Sequence[Path] = (),
    *,
    targets: Sequence[str] = (),
    working_folder: Path | None = None,
) -> list[Found]:
    """The articles below `root`, sorted by `{path}`.

    `paths` (files or folders, relative to `working_folder`, by default the process's own) restrict
    them. `targets` are the patterns of translations: a file that one of them gives is no article,
    unless the source pattern fixes more of its name. Hidden files and folders, and others that are
    nobody's (`walk.NOBODYS`), are left out. What can't be used comes too, with its `problem`: a folder
    with an article's name, a link out of the project or to nothing, a file that can't be opened, a
    folder that can't be listed.

    Raises UsageError for one of `paths` that gives no article.
    """
    source, translated = Pattern(pattern), [Pattern(target) for target in targets]
    rivals = [each for each in translated if each.meets(source) and each.narrower_than(source)]
    chosen = selection(paths, working_folder or Path.cwd(), root)
    items = (_judged(item, source, rivals) for item in walk(root, source.folder))
    found = [item for item in items if item and chosen.admits(item.path)]
    for name, given in chosen.missing(item.path for item in found):
        raise refusal(name, given, source, translated)
    return sorted(found, key=lambda item: item[:2])


def _judged(item: Item, source: Pattern, rivals: Sequence[Pattern]) -> Found | None:
    variable = source.variable(item.path)
    if variable is None or (rivals and any(rival.variable(item.path) for rival in rivals)):
        if not item.problem or not item.is_folder:
            return None
        variable = ""
    problem, mending = (item.problem, item.mending) if item.problem else _why_not(item)
    error = ArticleError(problem, place=Place(_shown(item.path)), mending=mending) if problem else None
    return Found(variable, item.path, error)


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _why_not(item: Item) -> tuple[str, str]:
    entry = item.entry
    if entry is None or item.is_folder:
        return "It is a folder with an article's name.", "Rename it."
    if not leads_to(entry, folder=False):
        return ("It is a link to nothing." if entry.is_symlink() else "It is no regular file."), "Remove it."
    if not item.path.isascii() and not _is_unicode(item.path):
        return "Its name isn't UTF-8.", "Rename it."
    if not os.access(entry.path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        return "It can't be read: permission denied.", "Allow it for the user who runs this."
    return "", ""


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
