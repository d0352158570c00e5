"""The commands of `translate glossary`."""

import typer

from i18n_pipeline.cli.glossary import check, export, import_, push, suggest

app = typer.Typer(help="Check, complete and exchange the glossary.", no_args_is_help=True)

app.command("check")(check.command)
app.command("suggest")(suggest.command)
app.command("import")(import_.command)
app.command("export")(export.command)
app.command("push")(push.command)
