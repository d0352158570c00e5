"""`translate model list`: which models are installed."""

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.table import Table

from i18n_pipeline.backends.ctranslate2.folder import ORIGIN, WEIGHTS, read
from i18n_pipeline.backends.ctranslate2.installed import installed, models_folder
from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat
from i18n_pipeline.errors import PipelineError


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on this machine; `megabytes` is its weights' size, `problem` why it can't be used."""

    name: str
    family: str = ""
    languages: str = ""
    megabytes: int = 0
    source: str = ""
    revision: str = ""
    problem: str = ""


def command(output_format: OutputFormat = Format.TEXT) -> None:
    """List the installed translation models."""
    found = [_installed(path) for path in installed(os.environ)]
    if output_format is Format.JSON:
        content = {"schema": output.SCHEMA, "models": [asdict(model) for model in found]}
        sys.stdout.write(json.dumps(content, indent=2) + "\n")
        return
    screen = output.console()
    if not found:
        screen.print(f"No model is installed in {models_folder(os.environ)}.", markup=False)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("model", "kind", "languages", "MB", "from"):
        table.add_column(heading)
    for model in found:
        table.add_row(model.name, model.family, model.languages, str(model.megabytes), model.source)
    screen.print(table)
    for model in found:
        if model.problem:
            screen.print(f"{model.name}: {model.problem}", markup=False)


def _installed(path: Path) -> Installed:
    origin = _origin(path / ORIGIN)
    megabytes = round((path / WEIGHTS).stat().st_size / 1e6)
    source, revision = str(origin.get("source", "")), str(origin.get("revision", ""))
    try:
        model = read(path)
    except PipelineError as error:
        return Installed(path.name, "", "", megabytes, source, revision, str(error))
    languages = "many" if model.codes else " → ".join(model.pair or ())
    return Installed(path.name, model.family, languages, megabytes, source, revision)


def _origin(path: Path) -> dict[str, object]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
