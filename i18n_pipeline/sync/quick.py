"""Whether anything at all changed since a pass that found nothing to do; standard library only.

Such a pass leaves a seal: a digest of every name, size, time and inode in the project's folders, of its
settings and of the environment. While it holds, a pass ends here, before anything large is imported.
"""

from __future__ import annotations

import fcntl
import os
import sys
from _blake2 import blake2b

from i18n_pipeline.sync.listing import Listing, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from i18n_pipeline.sync.plain import Plain

SEAL_FILE = ".i18n/sync.seal"
LOCK_FILE = ".i18n/lock"
SETTINGS_FILE = "i18n.toml"

_VARIABLES = ("I18N_", "DEEPL_", "OPENAI_")


class Look:
    """What a quick look at a project found: how many articles there are where the seal holds, else None.

    `listing` is what was listed for it, None where it did not come to that.
    """

    __slots__ = ("articles", "folders", "listing")

    def __init__(self) -> None:
        self.articles: int | None = None
        self.folders: list[str] = []
        self.listing: Listing | None = None


def look(asked: Plain, environment: Mapping[str, str] = os.environ, *, parallel: bool = False) -> Look:
    """Look at the project of the current folder; in every doubt the seal does not hold.

    Doubt is another run at work, no seal, or one that can't be read. `parallel` as in `listed`.
    """
    found = Look()
    try:
        root = _root(os.getcwd())  # noqa: PTH109
        if root is not None:
            _look(found, root, asked, environment, parallel=parallel)
    except (OSError, ValueError):
        found.articles = None
    return found


def message(articles: int) -> str:
    """What a pass says that finds nothing to do."""
    return f"Nothing to do: {articles:,} articles are as the last pass left them.\n"


def seal(
    root: str,
    asked: Sequence[str],
    listing: Listing,
    watched: Sequence[str],
    environment: Mapping[str, str] = os.environ,
) -> tuple[str, int]:
    """The digest, and the latest time in it (nanoseconds since 1970).

    `asked` are the options' values, `watched` files relative to the root or absolute.
    """
    rows = [_row(os.path.join(root, path)) for path in watched]  # noqa: PTH118
    installed = [_row(path) for path in sys.path if path.endswith("-packages")]
    told = (list(asked), _variables(environment), rows, installed, listing.digest)
    digest = blake2b(repr(told).encode(), digest_size=16).hexdigest()
    return digest, max(listing.latest, *(time for row in rows for time in row[1:3]))


def _root(folder: str) -> str | None:
    """The nearest folder upwards with settings or a seal."""
    while True:
        if any(os.path.exists(os.path.join(folder, name)) for name in (SETTINGS_FILE, SEAL_FILE)):  # noqa: PTH110, PTH118
            return folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def _look(found: Look, root: str, asked: Plain, environment: Mapping[str, str], *, parallel: bool) -> None:
    """Fill in what is found; the lock is held meanwhile."""
    lock = os.open(os.path.join(root, LOCK_FILE), os.O_RDWR | os.O_CLOEXEC)  # noqa: PTH118
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with open(os.path.join(root, SEAL_FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            digest, articles, *paths = file.read().split("\n")
        middle = paths.index("")
        found.folders, watched = paths[:middle], paths[middle + 1 :]
        found.listing = listed(root, found.folders, parallel=parallel)
        if found.listing:
            now, _ = seal(root, (asked.backend, asked.target), found.listing, watched, environment)
            found.articles = int(articles) if now == digest else None
    finally:
        os.close(lock)


def seal_text(digest: str, articles: int, folders: Sequence[str], watched: Sequence[str]) -> str:
    """The seal's file."""
    return "\n".join((digest, str(articles), *folders, "", *watched))


def _variables(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """What may choose or change an engine; keys are secrets, and change no text."""
    return sorted(
        (name, value)
        for name, value in environment.items()
        if name.startswith(_VARIABLES) and not name.endswith("_KEY")
    )


def _row(path: str) -> tuple[int, int, int, int]:
    """A file's size, times of modification and change in nanoseconds, and inode; -1 where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return (-1, 0, 0, 0)
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
