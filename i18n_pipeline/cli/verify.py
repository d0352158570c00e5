"""`translate verify`: whether each article would keep its bytes and its structure."""

import json
import sys
from collections.abc import Sequence

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format, OutputFormat, Paths
from i18n_pipeline.cli.project import Project
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import Content
from i18n_pipeline.stages.verify import Verdict, verify

Verified = tuple[str, Verdict]


def command(paths: Paths = None, output_format: OutputFormat = Format.TEXT) -> None:
    """Say of each article whether it keeps its bytes untranslated and its structure translated."""
    project = Project.here()
    reading = project.language(project.settings.targets[0]).reading
    pseudo = project.backend("pseudo")

    def change(content: Content) -> Content:
        (answer,) = pseudo.translate(Batch((Query(content),), "nl", "en"))
        return answer.content or content

    site = project.site()
    verified = [
        (
            found.path,
            Verdict(refused=found.problem)
            if found.problem
            else verify(site.read(found.path), reading, change),
        )
        for found in project.found(paths or [])
    ]
    (_as_json if output_format is Format.JSON else _as_text)(verified)
    raise typer.Exit(1 if any(verdict.findings for _, verdict in verified) else 0)


def _as_text(verified: Sequence[Verified]) -> None:
    screen = output.console()
    for path, verdict in verified:
        if verdict.refused:
            screen.print(f"refused: {verdict.refused.at(path)}", markup=False)
        for finding in verdict.findings:
            screen.print(f"{path}:{finding.line}: {finding.message} [{finding.code}]", markup=False)
    read = [verdict for _, verdict in verified if verdict.refused is None]
    screen.print(
        f"{len(verified)} articles: identity holds in {sum(verdict.identity for verdict in read)},"
        f" structure in {sum(verdict.structure for verdict in read)}, refused {len(verified) - len(read)}."
    )


def _as_json(verified: Sequence[Verified]) -> None:
    articles = [
        {
            "article": path,
            "identity": verdict.identity,
            "structure": verdict.structure,
            "refused": str(verdict.refused) if verdict.refused else None,
            "findings": [output.finding_as_json(finding) for finding in verdict.findings],
        }
        for path, verdict in verified
    ]
    content = {"schema": output.SCHEMA, "command": "verify", "articles": articles}
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
