"""`translate estimate`: what a run would send, before anything is sent."""

import json
import sys
from dataclasses import asdict

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import BackendName, Format, OutputFormat, Paths, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import counted, work
from i18n_pipeline.errors import BackendNotReady
from i18n_pipeline.model.engine import Capabilities
from i18n_pipeline.stages.estimate import Estimate


def command(
    paths: Paths = None,
    backend: BackendName = "",
    target: TargetName = "",
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Count what a run would send; nothing is sent and nothing written."""
    project = Project.here()
    engine = backend or project.settings.backend.name
    estimate = counted(work(project, paths or [], target), capabilities_of(project, engine))
    if output_format is Format.JSON:
        content = {"schema": output.SCHEMA, "command": "estimate", "engine": engine, **asdict(estimate)}
        sys.stdout.write(json.dumps(content, indent=2) + "\n")
    else:
        output.console().print(line(estimate, engine))


def line(estimate: Estimate, engine: str) -> str:
    """The estimate in one sentence."""
    if not estimate.texts:
        return f"{estimate.articles} articles, {estimate.segments:,} segments: nothing to translate."
    return (
        f"{estimate.articles} articles, {estimate.segments:,} segments: {estimate.texts:,} to translate"
        f" ({estimate.distinct:,} distinct), {estimate.characters:,} characters"
        f" in {estimate.requests:,} requests to `{engine}`."
    )


def capabilities_of(project: Project, engine: str) -> Capabilities:
    """What the engine can do; the usual where it is not ready to say so."""
    try:
        backend = project.backend(engine)
    except BackendNotReady:
        return Capabilities()
    can = backend.capabilities
    backend.close()
    return can
