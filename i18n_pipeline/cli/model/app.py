"""The commands of `translate model`."""

import typer

from i18n_pipeline.cli.model import install, list_

app = typer.Typer(help="Install and list translation models.", no_args_is_help=True)

app.command("install")(install.command)
app.command("list")(list_.command)
