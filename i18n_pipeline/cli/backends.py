"""`translate backends`: which engines there are and whether they are ready."""

import json
import sys
from dataclasses import asdict, dataclass

from rich.table import Table

from i18n_pipeline import backends
from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import PipelineError


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as it is here: what it can do, whether it is ready, and if not, why.

    `model` is its fingerprint: what it would translate with. `price` is what a million characters cost
    by the settings.
    """

    name: str
    chosen: bool
    ready: bool
    tags: bool = False
    glossary: bool = False
    context: bool = False
    paid: bool = False
    draft: bool = False
    model: str = ""
    price: float | None = None
    problem: str = ""


def command(output_format: OutputFormat = Format.TEXT) -> None:
    """List the engines: what each can do, whether it is ready, which one a run takes."""
    project = Project.here()
    engines = [_engine(project, name) for name in backends.names()]
    if output_format is Format.JSON:
        content = {"schema": output.SCHEMA, "backends": [asdict(engine) for engine in engines]}
        sys.stdout.write(json.dumps(content, indent=2) + "\n")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("", "engine", "ready", "tags", "glossary", "context", "paid", "per million", "quality"):
        table.add_column(heading)
    for engine in engines:
        table.add_row(
            "*" if engine.chosen else "",
            engine.name,
            "yes" if engine.ready else "no",
            *("yes" if has else "" for has in (engine.tags, engine.glossary, engine.context, engine.paid)),
            "" if engine.price is None else f"{engine.price:.2f} {project.settings.budget.currency}",
            "draft" if engine.draft else "translation",
        )
    screen = output.console()
    screen.print(table)
    chosen = next((f": {engine.model}" for engine in engines if engine.chosen and engine.model), "")
    screen.print(f"* a run takes this one{chosen}.", markup=False)
    for engine in engines:
        if engine.problem:
            screen.print(f"{engine.name}: {engine.problem}", markup=False)


def _engine(project: Project, name: str) -> Engine:
    chosen = name == project.settings.backend.name
    try:
        backend = project.backend(name)
    except PipelineError as error:
        return Engine(name, chosen, ready=False, problem=str(error))
    model = problem = ""
    try:
        backend.check_ready()
        model = backend.fingerprint
    except PipelineError as error:
        problem = str(error)
    can = backend.capabilities
    backend.close()
    return Engine(
        name,
        chosen=chosen,
        ready=not problem,
        tags=can.tags,
        glossary=can.glossary,
        context=can.context,
        paid=can.paid,
        draft=can.draft,
        model=model,
        price=project.settings.budget.price_per_million.get(name),
        problem=problem,
    )
