"""The PATHS of a command line: which of a project's files they mean."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.storage.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Selection:
    """Files and folders by their path relative to the root → as the user wrote them; empty: everything."""

    wanted: Mapping[str, Path]

    def admits(self, path: str) -> bool:
        """Whether the file at this path, relative to the root, is meant."""
        return not self.wanted or any(name in self.wanted for name in _with_folders(path))

    def missing(self, paths: Iterable[str]) -> Iterator[tuple[str, Path]]:
        """What is wanted and holds none of these files."""
        hit = {name for path in paths for name in _with_folders(path)} if self.wanted else set()
        return ((name, given) for name, given in self.wanted.items() if name not in hit)


def selection(given: Sequence[Path], working_folder: Path, root: Path) -> Selection:
    """PATHS, absolute or relative to the working folder.

    Raises UsageError for one that isn't there or isn't in the project.
    """
    return Selection({_in_project(path, working_folder / path, root): path for path in given})


def refusal(name: str, given: Path, source: Pattern, targets: Sequence[Pattern]) -> UsageError:
    """Why a path that is in the project gives no article."""
    for target in targets:
        if variable := target.variable(name):
            problem, mending = (
                "It is a translation.",
                f"Name its source, {source.fill(variable)}.",
            )
            return UsageError(problem, place=Place(str(given)), mending=mending)
    problem = f"No article is there: articles are {source.text}, hidden files and folders left out."
    return UsageError(problem, place=Place(str(given)), mending="Name an article or a folder of articles.")


def _in_project(given: Path, path: Path, root: Path) -> str:
    if not os.path.lexists(path):
        problem = "There is no such file or folder."
        raise UsageError(problem, place=Place(str(given)), mending="Paths count from the current folder.")
    for candidate, base in _names(path, root):
        if candidate.is_relative_to(base):
            return _posix(candidate.relative_to(base))
    problem = f"It isn't in the project, {root}."
    raise UsageError(problem, place=Place(str(given)), mending="Run this in the project it belongs to.")


def _names(path: Path, root: Path) -> Iterator[tuple[Path, Path]]:
    """A project reached through a link has two names; the last part of a path may itself be a link."""
    plain = Path(os.path.normpath(path))
    yield plain, root.absolute()
    yield plain.parent.resolve() / plain.name, root.resolve()
    yield plain.resolve(), root.resolve()


def _posix(path: Path) -> str:
    return "" if path == Path() else path.as_posix()


def _with_folders(path: str) -> Iterator[str]:
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
    yield ""
