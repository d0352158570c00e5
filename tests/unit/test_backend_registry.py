"""Engines by name."""

import subprocess
import sys
from pathlib import Path

import pytest

from i18n_pipeline.backends import BACKENDS, make, names
from i18n_pipeline.errors import BackendNotReady, UsageError


def _install(folder: Path, entry: str) -> None:
    """A package as an installer leaves it, with one entry point."""
    (folder / "shouting.py").write_text(
        "from i18n_pipeline.backends.echo import EchoBackend\n"
        "class Shouting(EchoBackend):\n"
        "    name = 'shout'\n"
        "def from_table(table):\n"
        "    return Shouting()\n"
    )
    metadata = folder / "shouting-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[i18n_pipeline.backends]\n{entry}\n")


def test_the_near_name_is_offered() -> None:
    """A mistyped engine is answered with the one that was meant."""
    with pytest.raises(UsageError, match=r"no backend `depl`\. Did you mean `deepl`\?"):
        make("depl", {})


def test_without_a_near_name_all_are_listed() -> None:
    """A name like no other is answered with all of them."""
    with pytest.raises(UsageError) as caught:
        make("zzz", {})
    assert all(name in str(caught.value) for name in BACKENDS)


def test_another_package_can_add_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point is an engine like the project's own, and is offered for a mistyped name."""
    _install(tmp_path, "shout = shouting:from_table")
    monkeypatch.syspath_prepend(tmp_path)
    assert make("shout", {}).name == "shout"
    assert names() == (*BACKENDS, "shout")
    with pytest.raises(UsageError, match="Did you mean `shout`"):
        make("shuot", {})


def test_a_package_does_not_replace_an_engine_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project's own names can't be taken over."""
    _install(tmp_path, "echo = shouting:from_table")
    monkeypatch.syspath_prepend(tmp_path)
    assert make("echo", {}).name == "echo"
    assert names() == tuple(BACKENDS)


def test_a_broken_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that can't be imported is an error in words."""
    _install(tmp_path, "broken = shouting:missing")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(BackendNotReady, match="`broken` can't be loaded from shouting:missing"):
        make("broken", {})


def test_no_engine_is_loaded_before_it_is_asked_for() -> None:
    """Importing the registry imports no engine's library."""
    program = (
        "import sys, i18n_pipeline.backends\n"
        "print(sorted({'deepl', 'requests', 'xllamacpp'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
