"""`translate login`: an engine's key into the system's keyring."""

import getpass
import os
import sys
from collections.abc import Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline import config
from i18n_pipeline.cli import output
from i18n_pipeline.errors import UsageError
from i18n_pipeline.model.engine import Usage


class Engine(StrEnum):
    """Engines whose key can be kept in the keyring."""

    DEEPL = "deepl"


EngineName = Annotated[Engine, typer.Argument(help="The engine that the key is for.")]
Check = Annotated[bool, typer.Option("--check/--no-check", help="Ask the engine whether the key works.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take the key out of the keyring.")]


def command(engine: EngineName, check: Check = True, remove: Remove = False) -> None:  # noqa: ARG001 - one so far
    """Keep an engine's key in the system's keyring; asked for, or read from standard input (one line)."""
    from i18n_pipeline.backends import deepl  # noqa: PLC0415 - slow to load, and few commands need it

    screen = output.console()
    if remove:
        screen.print("The key was removed." if deepl.keychain.remove() else "There was no key to remove.")
        return
    key = deepl.usable(_asked(), "The input")
    if check:
        screen.print(_told(_usage(key)))
    screen.print(f"The key is kept in the keyring ({deepl.keychain.put(key)}).", markup=False)
    if os.environ.get(deepl.KEY_VARIABLE):
        screen.print(f"{deepl.KEY_VARIABLE} is set in this environment, and goes before it.")


def _asked() -> str:
    key = getpass.getpass("DeepL key: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not key.strip():
        raise UsageError("There is no key.", mending="Copy it from your DeepL account and enter it here.")
    return key.strip()


def _usage(key: str) -> Usage:
    """What DeepL says of the key; raises BackendError where it does not work."""
    from i18n_pipeline.backends import deepl  # noqa: PLC0415

    settings = deepl.settings_from(_table(), os.environ)
    with closing(deepl.DeepLBackend(settings, lambda: key)) as backend:
        return backend.usage()


def _table() -> Mapping[str, object]:
    """The project's settings for the engine; outside of a project the usual ones hold."""
    try:
        root = config.find_root(Path.cwd())
    except UsageError:
        return {}
    return config.load(root).backend.tables.get("deepl", {})


def _told(usage: Usage) -> str:
    used = f"The key works: {usage.characters:,} characters used in this billing period"
    return f"{used}, no limit." if usage.left is None else f"{used}, {usage.left:,} left of {usage.limit:,}."
