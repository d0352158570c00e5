"""Compiled patterns in the user's cache folder."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from i18n_pipeline.formats import srx
from i18n_pipeline.storage.patterns import kept


class Compiler:
    """Compiles, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, text: str) -> Any:
        """As the sentence rules are."""
        self.times += 1
        return srx.compiled(text)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def _files(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def test_a_pattern_is_compiled_once(cache: Path) -> None:
    """Another process takes what the first one made, and it matches the same."""
    for compiler, times in ((Compiler(), 1), (Compiler(), 0)):
        pattern = kept(compiler)(r"(?<=\p{Lu}{2,})\.\s")
        assert [bool(pattern.search(text)) for text in ("NS. Ja", "n. Ja")] == [True, False]
        assert (compiler.times, len(_files(cache))) == (times, 1)


class Evil:
    """What a foreign file might do when it is read."""

    def __reduce__(self) -> Any:
        return (open, ("/tmp/evil", "w"))  # noqa: S108


@pytest.mark.parametrize(
    "content", [b"", b"torn", pickle.dumps({"no": "pattern"})[:-1], pickle.dumps(Evil())]
)
def test_what_cannot_be_used_is_made_anew(cache: Path, content: bytes) -> None:
    """Torn and foreign files are replaced; nothing but a pattern is made of them."""
    kept(Compiler())("a+")
    (file,) = _files(cache)
    good = file.read_bytes()
    file.write_bytes(content)
    compiler = Compiler()
    assert kept(compiler)("a+").fullmatch("aa")
    assert (compiler.times, file.read_bytes()) == (1, good)


def test_a_cache_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then each process compiles."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/none")
    compiler = Compiler()
    assert kept(compiler)("a+").fullmatch("aa")
    assert compiler.times == 1
