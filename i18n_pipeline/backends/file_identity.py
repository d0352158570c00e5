"""A short name for a model file's content, for fingerprints."""

from hashlib import sha256
from pathlib import Path

_BLOCK = 1 << 20


def identity(path: Path) -> str:
    """12 hex digits over the size, the head and the tail of a file of any size."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_BLOCK)
        file.seek(max(size - _BLOCK, 0))
        return sha256(b"%d " % size + head + file.read()).hexdigest()[:12]
