"""The libraries of the extra `ctranslate2`, imported when they are needed."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from i18n_pipeline.backends.openmp import patient_threads
from i18n_pipeline.errors import BackendNotReady

_INSTALL = "Install it with: pip install 'i18n-pipeline[ctranslate2]'"


def library(name: Literal["ctranslate2", "ctranslate2.converters", "sentencepiece"]) -> Any:
    """The module of that name; raises BackendNotReady where it is not installed."""
    try:
        with patient_threads():
            return import_module(name)
    except ImportError as error:
        raise BackendNotReady(
            f"The engine for models is not installed ({error}).", mending=_INSTALL
        ) from error


def require() -> None:
    """Raises BackendNotReady where a library of the extra is missing."""
    library("ctranslate2")
    library("sentencepiece")


def is_installed() -> bool:
    """Whether both libraries are there; imports neither."""
    return all(find_spec(name) is not None for name in ("ctranslate2", "sentencepiece"))
