"""`translate estimate`: what a run would send and cost, before anything is sent."""

import json
import sys
from dataclasses import asdict

from i18n_pipeline.cli import output
from i18n_pipeline.cli.bill import Bill, bill
from i18n_pipeline.cli.options import BackendName, Format, OutputFormat, Paths, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.work import work


def command(
    paths: Paths = None,
    backend: BackendName = "",
    target: TargetName = "",
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Count what a run would send and cost; no text is sent and nothing written."""
    project = Project.here()
    with Engine(project, backend) as engine:
        counted = bill(project, planned(project, work(project, paths or [], target), engine))
    if output_format is Format.JSON:
        sys.stdout.write(json.dumps(_as_json(counted), indent=2) + "\n")
    else:
        output.console().print(str(counted), markup=False)


def _as_json(counted: Bill) -> dict[str, object]:
    quota = counted.quota
    return {
        "schema": output.SCHEMA,
        "command": "estimate",
        "engine": counted.engine,
        **asdict(counted.estimate),
        "price": None if counted.price is None else round(counted.price, 4),
        "currency": counted.currency,
        "quota": quota and {"used": quota.characters, "limit": quota.limit, "left": quota.left},
        "problem": counted.problem,
    }
