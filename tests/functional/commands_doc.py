"""The page of commands, made of their own help: `python -m tests.functional.commands_doc` prints it."""

import sys

import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from i18n_pipeline.cli.app import COMMANDS, GROUPS, app, load

_INTRODUCTION = """\
# Commands

Each command works on the project that the current folder belongs to: the nearest `i18n.toml` upwards.
Paths are articles or folders, relative to the current folder. Exit status:
[the report](report.md#exit-status).
"""


def page() -> str:
    """The page's Markdown."""
    load(())
    names = [*COMMANDS, *(f"{group} {name}" for group in GROUPS for name in _commands(group))]
    return "\n".join([_INTRODUCTION, *map(_section, names)])


def _commands(group: str) -> list[str]:
    found = typer.main.get_command(app)
    inner = found.commands[group] if isinstance(found, TyperGroup) else found
    return list(inner.commands) if isinstance(inner, TyperGroup) else []


def _section(name: str) -> str:
    done = CliRunner().invoke(
        app, [*name.split(), "--help"], env={"COLUMNS": "100", "TERM": "dumb"}, prog_name="translate"
    )
    lines = "\n".join(line.rstrip() for line in done.output.strip().splitlines())
    return f"## `translate {name}`\n\n```console\n$ translate {name} --help\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
