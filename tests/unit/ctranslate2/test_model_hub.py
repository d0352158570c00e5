"""Files from a hub, and the command that installs a model."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from i18n_pipeline.backends.ctranslate2.folder import FILES
from i18n_pipeline.cli.model.install import command as install
from i18n_pipeline.errors import UsageError
from i18n_pipeline.storage.hub import NotFetched, Repository, fetch
from tests.fakes.tiny_release import release
from tests.servers.hub import COMMIT, HubServer

NAME, REPOSITORY = "opus-mt-nl-en", "someone/opus-mt-nl-en-ct2"


@pytest.fixture
def hub(tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A hub with the tiny model and a file that is no part of it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    files = {path.name: path.read_bytes() for path in tiny("opus-mt").iterdir()}
    with HubServer(REPOSITORY, {**files, "pytorch_model.bin": b"not wanted"}) as server:
        yield server


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models."""
    monkeypatch.setenv("I18N_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def test_only_the_models_files_are_fetched(hub: HubServer, tmp_path: Path) -> None:
    """They are the hub's byte by byte, of a named commit, and no key is sent."""
    assert fetch(Repository(REPOSITORY, endpoint=hub.url), FILES, tmp_path) == COMMIT
    fetched = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert fetched == {name: content for name, content in hub.files.items() if name != "pytorch_model.bin"}
    assert not hub.keys


@pytest.mark.parametrize("name", ["model.bin", "config.json"])
def test_other_bytes_than_promised_are_refused(hub: HubServer, models: Path, name: str) -> None:
    """A large file is known by its SHA-256, a small one by its name in git; nothing is left of them."""
    hub.sent[name] = hub.files[name][::-1]
    with pytest.raises(NotFetched, match=f"{name} is not what the hub has"):
        _install(hub, models)
    assert list(models.iterdir()) == []


def test_a_download_that_breaks_off_leaves_nothing(hub: HubServer, models: Path) -> None:
    """Half of a file is an error in words with what to do by hand."""
    hub.sent["model.bin"] = hub.files["model.bin"][:1000]
    with pytest.raises(NotFetched, match=r"(?s)can't be fetched.*By hand"):
        _install(hub, models)
    assert list(models.iterdir()) == []


def test_a_repository_that_is_not_there_is_named(hub: HubServer, models: Path) -> None:
    """The error has the address that was tried; a name that can't be one is an error too."""
    for name in ("some/thing", "no name"):
        with pytest.raises(NotFetched, match=f"{hub.url}/{name}"):
            _install(hub, models, repository=name)


def _install(hub: HubServer, models: Path, repository: str = REPOSITORY) -> None:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HF_ENDPOINT", hub.url)
        install(NAME, None, repository, "", force=models.exists())


def test_a_release_by_hand_is_converted(
    models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The archive of an OPUS-MT release becomes an installed model; a second time it takes --force."""
    release(tmp_path / "release")
    archive = Path(shutil.make_archive(str(tmp_path / "opus"), "zip", tmp_path, "release"))
    install(NAME, archive, "", "", force=False)
    assert f"{NAME} is installed in {models / NAME}." in capsys.readouterr().out
    with pytest.raises(UsageError, match="installed already"):
        install(NAME, archive, "", "", force=False)
    install(NAME, archive, "", "", force=True)
    assert [path.name for path in models.iterdir()] == [NAME]


def test_a_name_without_source_or_with_a_path_is_refused(models: Path) -> None:
    """Only known names need no source; no name leads out of the folder of models."""
    with pytest.raises(UsageError, match="Known are opus-mt-nl-en"):
        install("opus-mt-xx-yy", None, "", "", force=False)
    for name in ("../elsewhere", "", ".hidden", "a/b"):
        with pytest.raises(UsageError, match="can't be a model's name"):
            install(name, None, "", "", force=False)
    assert not models.exists()
