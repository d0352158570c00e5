"""Compiled regular expressions kept in the user's cache folder, as Python keeps bytecode there.

Compiling the sentence rules takes `regex` a quarter of a second, loading what came of it three milliseconds.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import regex  # type: ignore[import-untyped]  # has no types
from platformdirs import user_cache_path

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.storage import files

Compile = Callable[[str], Any]
"""The text of a pattern in, the pattern out."""

_MAKER = ("_regex", "compile")


@cache
def kept(compiled: Compile) -> Compile:
    """`compiled`, but what came of it before is taken from the cache; one that can't be used is made anew."""
    made_by = f"{regex.__version__} {sys.version} {getattr(compiled, '__qualname__', '')}"
    folder = user_cache_path("i18n-pipeline", appauthor=False) / "patterns"

    def taken_or_compiled(text: str) -> Any:
        name = hashlib.blake2b(f"{made_by}\0{text}".encode(), digest_size=16).hexdigest()
        file = folder / name
        pattern = _taken(file)
        if pattern is None:
            pattern = compiled(text)
            _keep(file, pattern)
        return pattern

    return taken_or_compiled


class _Patterns(pickle.Unpickler):
    """Reads patterns of `regex`, and calls nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.rpartition(".")[2], name) != _MAKER:
            raise pickle.UnpicklingError(f"{module}.{name} makes no pattern")
        return super().find_class(module, name)


def _taken(file: Path) -> Any:
    try:
        with file.open("rb") as stream:
            return _Patterns(stream).load()
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is made anew
        return None


def _keep(file: Path, pattern: Any) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        files.write(file, pickle.dumps(pattern))
    except (OSError, PipelineError):
        return
