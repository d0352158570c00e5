"""The tiny model in its four forms, built once for a process."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.fakes.tiny_model import build

Tiny = Callable[[str], Path]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    """The folder of the tiny model of a kind."""
    return cache(lambda kind: build(tmp_path_factory.mktemp("tiny") / kind, kind))
