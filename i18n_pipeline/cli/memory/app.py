"""The commands of `translate memory`."""

import typer

from i18n_pipeline.cli.memory import export, import_, rebuild, search

app = typer.Typer(help="Exchange and look up past translations.", no_args_is_help=True)

app.command("search")(search.command)
app.command("import")(import_.command)
app.command("export")(export.command)
app.command("rebuild")(rebuild.command)
