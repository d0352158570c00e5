"""`translate`: all commands, and what happens to errors."""

import logging
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import typer

import i18n_pipeline
from i18n_pipeline.cli import logs, streams
from i18n_pipeline.cli.screen import errors
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.sync.attempt import INTERRUPTED
from i18n_pipeline.sync.plain import Plain
from i18n_pipeline.sync.quick import Look

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
            app.add_typer(import_module(f"i18n_pipeline.cli.{name}.app").app, name=name)
        else:
            app.command(name)(import_module(f"i18n_pipeline.cli.{name}{'_' * iskeyword(name)}").command)


def main(asked: Plain | None = None, found: Look | None = None) -> None:
    """Run the command line; errors by name go to standard error, never as a traceback.

    SIGTERM ends a run as Ctrl-C does: what was paid for is kept, exit status 130. A plain pass that was
    `asked` for, and what a look `found` before it, spare typer's work, and listing all files again.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    streams.prepare()
    sys.exit(streams.flushed(_status(asked, found)))


def _status(asked: Plain | None, found: Look | None) -> int:
    try:
        if asked and found:
            import_module("i18n_pipeline.cli.sync").plainly(asked, found)
        load(sys.argv[1:2])
        app()
    except typer.Exit as ended:
        return ended.exit_code
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except PipelineError as error:
        logs.failed(error)
        if not logs.as_json():
            errors().print(f"translate: {error}", markup=False)
        return error.exit_status
    except KeyboardInterrupt:
        logs.event("interrupted", "interrupted", logging.WARNING, exit_status=INTERRUPTED)
        return INTERRUPTED
    except OSError as error:
        return streams.refused(error)
    return 0
