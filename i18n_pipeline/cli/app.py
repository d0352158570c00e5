"""`translate`: all commands, and what happens to errors."""

import signal
import sys
from importlib import import_module
from keyword import iskeyword

import typer
from rich.console import Console

from i18n_pipeline import __version__
from i18n_pipeline.errors import PipelineError

COMMANDS = ("run", "build", "status", "check", "estimate", "costs", "backends", "verify", "repair")
"""One module each, in the order of the help; that of a command named as a keyword ends with `_`."""

GROUPS: tuple[str, ...] = ()
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
        sys.stdout.write(f"i18n-pipeline {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options of `translate` itself."""


for _name in COMMANDS:
    app.command(_name)(import_module(f"i18n_pipeline.cli.{_name}{'_' * iskeyword(_name)}").command)
for _name in GROUPS:
    app.add_typer(import_module(f"i18n_pipeline.cli.{_name}").app, name=_name)


def main() -> None:
    """Run the command line; errors by name go to standard error, never as a traceback.

    SIGTERM ends a run as Ctrl-C does: what was paid for is kept, exit status 130.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except PipelineError as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"translate: {error}", markup=False)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(130)
