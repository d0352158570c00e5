"""The table at a run's end."""

from dataclasses import replace

from rich.console import Console

from i18n_pipeline.cli import output
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.report import RunReport

_COLUMNS = (
    ("segments", "segments"),
    ("reused", "reused"),
    ("new", "new"),
    ("failed", "failed"),
    ("findings", "findings"),
    ("characters", "characters"),
    ("written", "written"),
    ("post", "post"),
)

_SHOWN = 10
"""So many errors are listed behind the table."""


def summarise(report: RunReport, screen: Console) -> None:
    """A table per article, what went wrong, and a last line with time and speed.

    Where there are several target languages, each line names its own.
    """
    several = len({article.target for article in report.articles}) > 1
    named = [(f"{article.target}: " if several else "", article) for article in report.articles]
    rows = [replace(article, article=f"{name}{article.article}") for name, article in named]
    screen.print(output.table(rows, _COLUMNS))
    for name, article in named:
        for text in output.problems([article]):
            screen.print(f"not done: {name}{text}", markup=False)
    errors = [
        f"{name}{text}" for name, article in named for text in output.findings([article], Severity.ERROR)
    ]
    for text in errors[:_SHOWN]:
        screen.print(text, markup=False)
    if len(errors) > _SHOWN:
        screen.print(f"… and {len(errors) - _SHOWN} errors more; `translate check` lists all findings.")
    screen.print(_last(report), markup=False)


def _last(report: RunReport) -> str:
    parts = [f"{len(report.articles)} articles in {report.seconds:.1f} s"]
    tokens = report.total("tokens")
    if tokens and report.engine_seconds:
        parts.append(f"{tokens:,} tokens at {tokens / report.engine_seconds:.0f} tokens/s")
    if report.draft and report.total("new"):
        parts.append(
            f"`{report.engine}` writes drafts, not translations: its text is marked fuzzy in the PO files"
            " and needs a person before it is published"
        )
    if report.left:
        parts.append(f"Stopped with work left: {report.left.removesuffix('.')}")
    if report.interrupted:
        parts.append("interrupted: what was done is written, run again to go on")
    return ". ".join(parts) + "."
