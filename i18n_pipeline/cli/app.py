"""`translate`: all commands, and what happens to errors."""

import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import typer
from rich.console import Console

import i18n_pipeline
from i18n_pipeline.cli import logs
from i18n_pipeline.errors import PipelineError

COMMANDS = (
    "run",
    "sync",
    "build",
    "status",
    "check",
    "estimate",
    "costs",
    "backends",
    "login",
    "verify",
    "repair",
    "import",
    "export",
)
"""One module each, in the order of the help; that of a command named as a keyword ends with `_`."""

GROUPS: tuple[str, ...] = ("model", "glossary", "memory")
"""One package each, with a module for each command below it."""

app = typer.Typer(
    help="Translate a site's Markdown articles, with PO files between for people to review.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"i18n-pipeline {i18n_pipeline.__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options of `translate` itself."""


def load(arguments: Sequence[str]) -> None:
    """Register the command or group that is called, for they take long to import; else all of them."""
    called = [each for each in arguments if each in {*COMMANDS, *GROUPS}][:1]
    for name in called or (*COMMANDS, *GROUPS):
        if name in GROUPS:
            app.add_typer(import_module(f"i18n_pipeline.cli.{name}").app, name=name)
        else:
            app.command(name)(import_module(f"i18n_pipeline.cli.{name}{'_' * iskeyword(name)}").command)


def main() -> None:
    """Run the command line; errors by name go to standard error, never as a traceback.

    SIGTERM ends a run as Ctrl-C does: what was paid for is kept, exit status 130.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        load(sys.argv[1:2])
        app()
    except PipelineError as error:
        if logs.as_json():
            logs.failed(error)
        else:
            Console(stderr=True, soft_wrap=True, highlight=False).print(f"translate: {error}", markup=False)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(130)
