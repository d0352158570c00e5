"""What the last pass left: hints that tell whether a file changed, and which articles failed.

One JSON file, replaced as a whole. Without it, or where it can't be read, every article counts as
changed: that costs time, and nothing else.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from i18n_pipeline.storage import files

STATE_FILE = ".i18n/state.json"
RACY = 2_000_000_000
"""Nanoseconds within which a file may change twice under the same time: FAT has ticks of 2 s."""

_FORMAT = 1


class Signature(NamedTuple):
    """What changes with a file's content, nearly always; times in nanoseconds since 1970."""

    size: int
    modified: int
    changed: int
    inode: int


class Seen(NamedTuple):
    """A file as it was: its digest (empty: there was none), and the signature that may stand for it."""

    digest: str = ""
    signature: Signature | None = None


class Record(NamedTuple):
    """An article after a pass: article, post and catalogue, and what it was translated under.

    `failures` counts the passes in a row that could not do it, `tried` is when the last one was
    (seconds since 1970), `problem` what it said.
    """

    surroundings: str
    files: tuple[Seen, Seen, Seen]
    failures: int = 0
    tried: float = 0.0
    problem: str = ""


class Records(MutableMapping[str, Record]):
    """Records by article; each is made of its row when it is asked for, for most never are."""

    def __init__(self, rows: Mapping[str, Sequence[Any]] | None = None) -> None:
        self._rows = dict(rows or {})

    def __getitem__(self, article: str) -> Record:
        try:
            return _record(self._rows[article])
        except (LookupError, TypeError, ValueError):
            raise KeyError(article) from None

    def __setitem__(self, article: str, record: Record) -> None:
        self._rows[article] = record

    def __delitem__(self, article: str) -> None:
        del self._rows[article]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def stand(self, article: str, surroundings: str, signatures: Sequence[tuple[int, ...] | None]) -> bool:
        """Whether an article was done under these surroundings, and its files still have these signatures."""
        try:
            around, files, failures, *_ = self._rows[article]
            return around == surroundings and not failures and all(map(_is_as_it_was, files, signatures))
        except (LookupError, TypeError, ValueError):
            return False

    @property
    def rows(self) -> dict[str, Sequence[Any]]:
        """What is kept of them on disk."""
        return self._rows


@dataclass(slots=True)
class State:
    """Records by target and article, and the fingerprint that each engine had."""

    records: dict[str, Records] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)


def load(root: Path) -> State:
    """The project's state; a new one where there is none that can be used."""
    try:
        content = json.loads((root / STATE_FILE).read_bytes())
        if content["format"] != _FORMAT:
            return State()
        records = {target: Records(rows) for target, rows in content["records"].items()}
        return State(records, dict(content["fingerprints"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return State()


def save(root: Path, state: State) -> None:
    """Replace the file; raises ArticleError saying why it can't be written."""
    records = {target: each.rows for target, each in state.records.items()}
    content = {"format": _FORMAT, "fingerprints": state.fingerprints, "records": records}
    files.write(root / STATE_FILE, json.dumps(content, separators=(",", ":")).encode())


def _record(row: Sequence[Any]) -> Record:
    surroundings, seen, *failure = row
    article, post, catalogue = (
        Seen(digest, signature and Signature(*signature)) for digest, signature in seen
    )
    return Record(surroundings, (article, post, catalogue), *failure)


def _is_as_it_was(seen: Sequence[Any], signature: tuple[int, ...] | None) -> bool:
    digest, known = seen
    return tuple(known) == signature if known else not digest and signature is None


def signature_of(path: Path | str) -> Signature | None:
    """A file's signature, None where there is none to be had."""
    with contextlib.suppress(OSError):
        status = os.stat(path)  # noqa: PTH116 - ten thousands of them
        return Signature(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return None


def look(path: Path | str, known: Seen, now: int) -> Seen:
    """A file as it is; it is read only where its signature does not stand for what is `known`.

    `now` are nanoseconds since 1970. The signature comes before the content, and only one that is old
    enough is kept: what is written in the same tick, or with a clock that was set back, is read again.
    """
    signature = signature_of(path)
    if signature is None:
        return Seen("?") if files.is_there(Path(path)) else Seen()
    if signature == known.signature:
        return known
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            digest = blake2b(file.read(), digest_size=16).hexdigest()
    except OSError:
        return Seen("?")
    settled = max(signature.modified, signature.changed) < now - RACY
    return Seen(digest, signature if settled else None)


def digests(seen: tuple[Seen, ...]) -> tuple[str, ...]:
    """What the files hold, without the signatures."""
    return tuple(each.digest for each in seen)
