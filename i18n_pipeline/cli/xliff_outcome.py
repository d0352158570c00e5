"""What became of XLIFF files that came back, for people and programs."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.cli import output
from i18n_pipeline.cli.options import Format
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.stages.xliff_import import Fate, TakenBack


@dataclass(frozen=True, slots=True)
class XliffOutcome:
    """What became of one article in one XLIFF file."""

    path: str
    article: str
    target: str
    taken: TakenBack | None = None
    written: tuple[str, ...] = ()
    problem: PipelineError | None = None


def exit_status(outcomes: Sequence[XliffOutcome], fail_on: Severity | None) -> int:
    """3 where an article could not be done, 1 where a finding is severe enough, else 0."""
    if any(outcome.problem for outcome in outcomes):
        return 3
    found = [finding for each in outcomes if each.taken for finding in each.taken.findings]
    return int(fail_on is not None and any(finding.severity >= fail_on for finding in found))


def show(outcomes: Sequence[XliffOutcome], form: Format, *, dry_run: bool) -> None:
    """Print what became of XLIFF files."""
    (_as_json if form is Format.JSON else _as_text)(outcomes, dry_run=dry_run)


_NAMES = {
    Fate.REVIEWED: "taken as reviewed",
    Fate.FUZZY: "as fuzzy",
    Fate.OUTDATED: "kept for an edited source",
    Fate.LEFT: "left out",
    Fate.SAME: "as they were",
}


def _as_text(outcomes: Sequence[XliffOutcome], *, dry_run: bool) -> None:
    screen = output.console()
    for each in outcomes:
        if each.problem:
            screen.print(f"not done: {each.problem}", markup=False)
        elif each.taken:
            counts = ", ".join(f"{each.taken.fates[fate]} {_NAMES[fate]}" for fate in Fate)
            screen.print(f"{each.article}: {counts}.", markup=False)
            for finding in each.taken.findings:
                told = f"  {finding.severity}: {finding.message} {finding.fix} [{finding.code}]"
                screen.print(told, markup=False)
    count = sum(len(each.written) for each in outcomes)
    screen.print("Nothing was written." if dry_run else f"{count} PO files written.")


def _as_json(outcomes: Sequence[XliffOutcome], *, dry_run: bool) -> None:
    content = {
        "schema": output.SCHEMA,
        "command": "import",
        "dry_run": dry_run,
        "articles": [_article(outcome) for outcome in outcomes],
    }
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _article(outcome: XliffOutcome) -> dict[str, object]:
    taken = outcome.taken
    return {
        "file": outcome.path,
        "article": outcome.article,
        "target": outcome.target,
        **{str(fate): taken.fates[fate] if taken else 0 for fate in Fate},
        "written": list(outcome.written),
        "problem": str(outcome.problem) if outcome.problem else None,
        "findings": [output.finding_as_json(each) for each in taken.findings] if taken else [],
    }
