"""The translation engines, each behind `Backend` (`model.engine`).

`BACKENDS` maps a name to a function from the engine's settings to the engine; nothing of an engine
is imported before it is asked for. Other packages add theirs under the entry point group
`i18n_pipeline.backends`, with an object of the same form.
"""

import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from i18n_pipeline.errors import BackendNotReady, UsageError
from i18n_pipeline.model.engine import Backend
from i18n_pipeline.model.sentence import ended

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Factory = Callable[[Mapping[str, object]], Backend]
"""A table of settings in, the engine out; raises UsageError for settings that it can't use."""

ENTRY_POINTS = "i18n_pipeline.backends"


def _echo(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.echo import from_table  # noqa: PLC0415

    return from_table(table)


def _pseudo(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.pseudo import from_table  # noqa: PLC0415

    return from_table(table)


def _deepl(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.deepl import from_table  # noqa: PLC0415

    return from_table(table, os.environ)


def _local(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.ctranslate2.backend import installed_for  # noqa: PLC0415
    from i18n_pipeline.backends.local import LocalBackend, LocalSettings  # noqa: PLC0415
    from i18n_pipeline.backends.tables import read_table  # noqa: PLC0415

    settings = read_table(LocalSettings, table, "local")
    if settings.engine == "auto" and not settings.model:
        installed = installed_for("nl", "en", os.environ, name="local", threads=settings.threads)
        if installed:
            return installed
    return LocalBackend(settings)


def _ctranslate2(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.ctranslate2.backend import from_table  # noqa: PLC0415

    return from_table(table, os.environ)


def _openai(table: Mapping[str, object]) -> Backend:
    from i18n_pipeline.backends.openai import from_table  # noqa: PLC0415

    return from_table(table, os.environ)


BACKENDS: Mapping[str, Factory] = {
    "deepl": _deepl,
    "local": _local,
    "ctranslate2": _ctranslate2,
    "openai": _openai,
    "echo": _echo,
    "pseudo": _pseudo,
}


def make(name: str, settings: Mapping[str, object]) -> Backend:
    """The engine of that name with its table of settings (`[backend.<name>]`).

    Raises UsageError for an unknown name or settings that can't be used, BackendNotReady where the
    package that provides the engine can't be loaded.
    """
    if factory := BACKENDS.get(name):
        return factory(settings)
    if point := _others().get(name):
        return _loaded(point)(settings)
    near = get_close_matches(name, names(), n=1)
    raise UsageError(
        f"There is no backend `{name}`.",
        mending=f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(names())}.",
    )


def names() -> tuple[str, ...]:
    """All engines that `make` knows: the project's own, then those of other packages."""
    return (*BACKENDS, *(name for name in _others() if name not in BACKENDS))


def _others() -> dict[str, "EntryPoint"]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - it takes long, and few projects need it

    return {point.name: point for point in entry_points(group=ENTRY_POINTS)}


def _loaded(point: "EntryPoint") -> Factory:
    try:
        factory: Factory = point.load()
    except (ImportError, AttributeError) as error:
        raise BackendNotReady(
            f"The backend `{point.name}` can't be loaded from {point.value}: {ended(error)}",
            mending="Reinstall the package that provides it.",
        ) from error
    return factory
