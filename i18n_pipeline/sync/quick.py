"""Whether anything at all changed since a pass that found nothing to do; standard library only.

Such a pass leaves a seal: a digest of every name, size, time and inode in the project's folders, of its
settings and of the environment. While it holds, a pass ends here, before anything large is imported.
"""

import fcntl
import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

SEAL_FILE = ".i18n/sync.seal"
LOCK_FILE = ".i18n/lock"
SETTINGS_FILE = "i18n.toml"

_WITH_VALUE = {"--target": 1, "--backend": 0, "--wait": None}
_WITHOUT_REFERENCES = 2
"""The version of marshal whose bytes depend on the values alone; later ones tell shared objects."""
_VARIABLES = ("I18N_", "DEEPL_", "OPENAI_")

Row = tuple[str, int, int, int, int]
"""A file's name, size, times of modification and change in nanoseconds, and inode."""


def nothing_changed(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ, *, parallel: bool = False
) -> bool:
    """Whether `translate` with these arguments is a `sync` that has nothing to do; it says so then.

    False in every doubt: other options, no seal, another pass that works. `parallel` as in `seal`.
    """
    asked = _asked(arguments)
    root = _root(os.getcwd()) if asked is not None else None  # noqa: PTH109
    if asked is None or root is None:
        return False
    try:
        articles = _sealed(root, asked, environment, parallel=parallel)
    except (OSError, ValueError):
        return False
    if articles is not None:
        sys.stdout.write(message(articles))
    return articles is not None


def message(articles: int) -> str:
    """What a pass says that finds nothing to do."""
    return f"Nothing to do: {articles:,} articles are as the last pass left them.\n"


def seal(
    root: str,
    asked: Sequence[str],
    folders: Sequence[str],
    watched: Sequence[str],
    environment: Mapping[str, str] = os.environ,
    *,
    parallel: bool = False,
) -> tuple[str, int] | None:
    """The digest, and the latest time in it (nanoseconds since 1970); None where links lead elsewhere.

    `asked` are the options' values, `folders` and `watched` (files) relative to the root or absolute.
    `parallel` lets a forked child do one half, which only a process without threads may ask for.
    """
    latest = 0
    digest = blake2b(repr((list(asked), _variables(environment))).encode(), digest_size=16)
    for path in (*watched, *(each for each in sys.path if each.endswith("-packages"))):
        row = _row(path, os.path.join(root, path))  # noqa: PTH118
        digest.update(marshal.dumps(row, _WITHOUT_REFERENCES))
        latest = max(latest, *row[2:4]) if path in watched else latest
    units = list(_units(root, folders))
    for half in (_in_two if parallel else _in_one)(units[::2], units[1::2]):
        if not half:
            return None
        part, _, time = half.partition(" ")
        digest.update(part.encode())
        latest = max(latest, int(time))
    return digest.hexdigest(), latest


def _asked(arguments: Sequence[str]) -> tuple[str, str] | None:
    """The values of --backend and --target of a plain `sync`, None for all else."""
    values = ["", ""]
    rest = list(arguments)
    if not rest or rest.pop(0) != "sync":
        return None
    while rest:
        option = rest.pop(0)
        if option == "--prune":
            continue
        if option not in _WITH_VALUE or not rest:
            return None
        place = _WITH_VALUE[option]
        value = rest.pop(0)
        if place is not None:
            values[place] = value
    return values[0], values[1]


def _root(folder: str) -> str | None:
    """The nearest folder upwards with settings or a seal."""
    while True:
        if any(os.path.exists(os.path.join(folder, name)) for name in (SETTINGS_FILE, SEAL_FILE)):  # noqa: PTH110, PTH118
            return folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def _sealed(root: str, asked: Sequence[str], environment: Mapping[str, str], *, parallel: bool) -> int | None:
    """How many articles a seal that holds stands for; the lock is held meanwhile."""
    lock = os.open(os.path.join(root, LOCK_FILE), os.O_RDWR | os.O_CLOEXEC)  # noqa: PTH118
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with open(os.path.join(root, SEAL_FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            digest, articles, *paths = file.read().split("\n")
        middle = paths.index("")
        folders, watched = paths[:middle], paths[middle + 1 :]
        now = seal(root, asked, folders, watched, environment, parallel=parallel)
        return int(articles) if now and now[0] == digest else None
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


def _row(name: str, path: str) -> Row:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return (name, -1, 0, 0, 0)
    return (name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _units(root: str, folders: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Pieces of about equal work: each folder by itself, and all that is below each folder in it."""
    for folder in folders:
        top = os.path.join(root, folder)  # noqa: PTH118
        yield top, False
        try:
            with os.scandir(top) as entries:
                below = [each.path for each in entries if each.name[0] != "." and each.is_dir()]
        except FileNotFoundError:
            continue
        yield from ((path, True) for path in sorted(below))


def _in_one(first: Sequence[tuple[str, bool]], second: Sequence[tuple[str, bool]]) -> tuple[str, str]:
    return _half(first), _half(second)


def _in_two(first: Sequence[tuple[str, bool]], second: Sequence[tuple[str, bool]]) -> tuple[str, str]:
    """The same with a child that does the second half."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(theirs, _half(second).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    half = _half(first)
    with open(ours, "rb") as pipe:  # noqa: PTH123
        told = pipe.read()
    os.waitpid(child, 0)
    return half, told.decode()


def _half(units: Sequence[tuple[str, bool]]) -> str:
    """Digest and latest time of these pieces; empty where a link leads elsewhere."""
    digest, latest = blake2b(digest_size=16), 0
    for top, deep in units:
        for folder, rows, times in _listing(top, deep=deep):
            if rows is None:
                return ""
            digest.update(os.fsencode(folder) + marshal.dumps(rows, _WITHOUT_REFERENCES))
            latest = max(latest, *times)
    return f"{digest.hexdigest()} {latest}"


def _listing(top: str, *, deep: bool) -> Iterator[tuple[str, list[str | int] | None, list[int]]]:
    """Each folder with its files' rows in a row and their times, hidden ones left out; None for a link."""
    todo = [top]
    while todo:
        folder = todo.pop()
        rows: list[str | int] = []
        times = [0]
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = entry.name
                    if name[0] == ".":
                        continue
                    if entry.is_file(follow_symlinks=False):
                        it = entry.stat(follow_symlinks=False)
                        rows += (name, it.st_size, it.st_mtime_ns, it.st_ctime_ns, it.st_ino)
                        times += (it.st_mtime_ns, it.st_ctime_ns)
                    elif not entry.is_dir(follow_symlinks=False):
                        yield folder, None, times
                        return
                    elif deep:
                        todo.append(entry.path)
        except FileNotFoundError:
            rows = []
        yield folder, rows, times
