"""The page of commands, made of their own help: `python -m tests.functional.commands_doc` prints it."""

import sys

from typer.testing import CliRunner

from i18n_pipeline.cli.app import COMMANDS, app

_INTRODUCTION = """\
# Commands

Each command works on the project that the current folder belongs to: the nearest `i18n.toml` upwards.
Paths are articles or folders, relative to the current folder. Exit status:
[the report](report.md#exit-status).
"""


def page() -> str:
    """The page's Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(name) for name in COMMANDS)])


def _section(name: str) -> str:
    done = CliRunner().invoke(
        app, [name, "--help"], env={"COLUMNS": "100", "TERM": "dumb"}, prog_name="translate"
    )
    lines = "\n".join(line.rstrip() for line in done.output.strip().splitlines())
    return f"## `translate {name}`\n\n```console\n$ translate {name} --help\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page())
