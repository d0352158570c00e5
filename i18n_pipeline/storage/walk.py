"""All files and folders below a folder, links inside the project followed, links out of it told."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from i18n_pipeline.model.sentence import reason

NOBODYS = (".", "~$")
"""How names begin that are left out: hidden ones, and those of the files by which Office locks others."""


class Item(NamedTuple):
    """Something in a folder; `path` is relative to the project's root, with `/` between folders.

    `entry` is None for a folder that can't be listed. `problem` is why it can't, or why a link is
    not followed.
    """

    path: str
    entry: os.DirEntry[str] | None = None
    is_folder: bool = False
    problem: str = ""
    mending: str = ""


def walk(root: Path, path: str) -> Iterator[Item]:
    """Everything below the folder `path` of the project, by name; those in `NOBODYS` are left out."""
    return _folder(root.resolve(), root / path, path, frozenset())


def leads_to(entry: os.DirEntry[str], *, folder: bool) -> bool:
    """Whether it is a folder, or a file, or a link to one; a link that goes round leads nowhere."""
    try:
        return entry.is_dir() if folder else entry.is_file()
    except OSError:
        return False


def _folder(project: Path, folder: Path | str, path: str, links: frozenset[Path]) -> Iterator[Item]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problem = f"The folder can't be read: {reason(error)}."
        yield Item(path, None, True, problem, "Allow it for the user who runs this.")
        return
    for entry in entries:
        if entry.name.startswith(NOBODYS):
            continue
        inner = f"{path}/{entry.name}" if path else entry.name
        if entry.is_symlink():
            yield from _link(project, entry, inner, links)
        elif leads_to(entry, folder=True):
            yield Item(inner, entry, True)
            yield from _folder(project, entry.path, inner, links)
        else:
            yield Item(inner, entry)


def _link(project: Path, entry: os.DirEntry[str], path: str, links: frozenset[Path]) -> Iterator[Item]:
    real, is_folder = Path(os.path.realpath(entry.path)), leads_to(entry, folder=True)
    if not real.is_relative_to(project):
        yield Item(path, entry, is_folder, "It is a link out of the project.", "Put the file itself there.")
    elif real not in links and not Path(os.path.realpath(Path(entry.path).parent)).is_relative_to(real):
        yield Item(path, entry, is_folder)
        if is_folder:
            yield from _folder(project, entry.path, path, links | {real})
