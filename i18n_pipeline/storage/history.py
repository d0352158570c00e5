"""How far the project was after each pass: a file of lines, each a JSON object."""

import dataclasses
import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.model.progress import Snapshot
from i18n_pipeline.model.sentence import reason
from i18n_pipeline.storage import files

HISTORY_FILE = ".i18n/history.jsonl"
MOST = 2000
"""So many lines are kept when the file has twice as many."""


def read(path: Path) -> list[Snapshot]:
    """The snapshots in order of time; lines that can't be read (a crash, a newer version) are left out.

    Raises ArticleError where the file can't be read.
    """
    if not path.exists():
        return []
    lines = files.read(path).decode("utf-8", "replace").splitlines()
    found = (_parsed(line) for line in lines)
    return sorted((each for each in found if each), key=lambda each: each.at)


def append(path: Path, snapshots: Iterable[Snapshot], *, most: int = MOST) -> None:
    """Add those that say something new of their target language, or begin a new day for it.

    Raises ArticleError where the file can't be written.
    """
    known = read(path)
    last = {each.target: each for each in known}
    new = [each for each in snapshots if _is_news(each, last.get(each.target))]
    if not new:
        return
    if len(known) + len(new) > 2 * most:
        files.write(path, b"".join(map(_line, [*known, *new][-most:])))
        return
    try:
        _add(path, b"".join(map(_line, new)))
    except OSError as error:
        problem = f"It can't be written: {reason(error)}."
        raise ArticleError(problem, place=Place(str(path))) from error


def _is_news(snapshot: Snapshot, last: Snapshot | None) -> bool:
    if last is None or snapshot.at[:10] != last.at[:10]:
        return True
    return dataclasses.replace(snapshot, at="") != dataclasses.replace(last, at="")


def _add(path: Path, lines: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        size = os.fstat(descriptor).st_size
        # What a crash left of a line must not take the next one along.
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        os.write(descriptor, b"\n" * torn + lines)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _line(snapshot: Snapshot) -> bytes:
    return json.dumps(dataclasses.asdict(snapshot), ensure_ascii=False).encode() + b"\n"


def _parsed(line: str) -> Snapshot | None:
    try:
        content = json.loads(line)
        snapshot = Snapshot(**{each.name: content[each.name] for each in dataclasses.fields(Snapshot)})
        datetime.fromisoformat(snapshot.at)
    except (ValueError, KeyError, TypeError):
        return None
    texts, numbers = (snapshot.at, snapshot.target), dataclasses.astuple(snapshot)[2:]
    whole = all(isinstance(text, str) for text in texts) and all(type(number) is int for number in numbers)
    return snapshot if whole else None
