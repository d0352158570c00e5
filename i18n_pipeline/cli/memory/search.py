"""`translate memory search`: how a text was translated before."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.memory.feed import feed, tell
from i18n_pipeline.cli.memory.sources import languages_of
from i18n_pipeline.cli.options import Format, OutputFormat, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.model.memory import Match, Wanted
from i18n_pipeline.stages.likeness import contradict, difference

Text = Annotated[
    str, typer.Argument(help="The source text, as it stands in the article.", show_default=False)
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="So many translations at most.")]


def command(
    text: Text, target: TargetName = "", limit: Limit = 5, output_format: OutputFormat = Format.TEXT
) -> None:
    """Look a text up: the same, or alike by three quarters."""
    project = Project.here()
    memory = project.memory()
    try:
        tell(feed(project, memory))
        pairs = languages_of(project, project.targets(target))
        found = [match for pair in pairs for match in memory.recall([Wanted(text)], pair)[0][:limit]]
    finally:
        memory.close()
    if output_format is Format.JSON:
        content = {
            "schema": output.SCHEMA,
            "command": "memory search",
            "matches": [_as_dict(match, text) for match in found],
        }
        sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    else:
        _show(found, text)


def _as_dict(match: Match, text: str) -> dict[str, object]:
    unit = match.unit
    return {
        "score": match.score,
        "source": unit.source,
        "target": unit.target,
        "target_language": unit.languages.target,
        "origin": unit.origin,
        "reviewed": unit.reviewed,
        "offered": not contradict(unit.source, text),
        "difference": difference(unit.source, text),
    }


def _show(found: Sequence[Match], text: str) -> None:
    screen = output.console()
    for match in found:
        screen.print("\n".join(_lines(match, text)), markup=False)
    if not found:
        screen.print("Nothing like it.")


def _lines(match: Match, text: str) -> Iterable[str]:
    unit = match.unit
    yield f"{match.score}%  {unit.target}"
    if unit.source != text:
        yield f"      {difference(unit.source, text)}"
    refused = "; not offered: a number or a negation differs" if contradict(unit.source, text) else ""
    yield f"      {unit.origin}, {unit.languages.target}{'' if unit.reviewed else ', not reviewed'}{refused}"
