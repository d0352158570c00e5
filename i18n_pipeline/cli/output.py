"""Reports as JSON and as tables."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from i18n_pipeline.cli.options import FailOn, Format
from i18n_pipeline.cli.screen import Screen
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.visible import visible, visible_json
from i18n_pipeline.storage import files

SCHEMA = 1
"""Raised when a field changes its meaning or goes; new fields may come."""

_NUMBERS = (
    "segments",
    "reused",
    "new",
    "failed",
    "machine",
    "outdated",
    "reviewed",
    "words_left",
    "characters",
    "tokens",
)


def as_json(report: RunReport, command: str, exit_status: int) -> str:
    """A report in the stable schema of docs/reference/report.md."""
    content = {
        "schema": SCHEMA,
        "command": command,
        "exit_status": exit_status,
        "engine": report.engine,
        "draft": report.draft,
        "seconds": round(report.seconds, 3),
        "stopped": str(report.stopped) if report.stopped else None,
        "left": report.left or None,
        "articles": [_article(article) for article in report.articles],
        "total": {name: report.total(name) for name in _NUMBERS},
    }
    return visible_json(json.dumps(content, ensure_ascii=False, indent=2))


def _article(article: ArticleReport) -> dict[str, object]:
    return {
        "article": article.article,
        "target": article.target,
        **{name: getattr(article, name) for name in _NUMBERS},
        "status": article.status,
        "written": list(article.written),
        "problem": str(article.problem) if article.problem else None,
        "findings": [finding_as_json(finding) for finding in article.findings],
    }


def finding_as_json(finding: Finding) -> dict[str, object]:
    """A finding in the report's schema."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "line": finding.line,
        "segment": finding.segment,
        "fix": finding.fix,
        "check": finding.check,
        "context": finding.context,
        "span": list(finding.span) if finding.span else None,
        "replacement": finding.replacement,
    }


def finish(
    report: RunReport,
    command: str,
    fail_on: FailOn,
    form: Format,
    file: Path | None,
    show: Callable[[RunReport, Console], None],
) -> None:
    """Print a report as text (by `show`) or JSON, write it to a file if one is named, and exit by it."""
    status = report.exit_status(fail_on.severity)
    text = as_json(report, command, status) + "\n"
    if file:
        files.write(file, text.encode())
    if form is Format.JSON:
        sys.stdout.write(text)
    else:
        show(report, console())
    raise typer.Exit(status)


def table(articles: Sequence[ArticleReport], columns: Sequence[tuple[str, str]]) -> Table:
    """A row per article and a total; `columns` are headings and the names of an article's numbers."""
    result = Table(box=None, pad_edge=False, header_style="bold")
    result.add_column("article", overflow="fold")
    for heading, _ in columns:
        result.add_column(heading, justify="left" if heading in _TEXTS else "right")
    for article in articles:
        # A name such as `[slug].md` is no markup.
        result.add_row(Text(visible(article.article)), *(_cell(article, name) for _, name in columns))
    if len(articles) > 1:
        result.add_section()
        result.add_row("total", *(_total(articles, name) for _, name in columns), style="bold")
    return result


_TEXTS = {"post"}


def _cell(article: ArticleReport, name: str) -> str:
    if name == "findings":
        return _counts(article.findings)
    if name == "post":
        return "failed" if article.problem else article.status or "not written"
    if name == "written":
        return str(len(article.written))
    return "" if article.problem and not article.segments else f"{getattr(article, name):,}"


def _total(articles: Sequence[ArticleReport], name: str) -> str:
    if name == "findings":
        return _counts([finding for article in articles for finding in article.findings])
    if name == "post":
        return ""
    if name == "written":
        return str(sum(len(article.written) for article in articles))
    return f"{sum(getattr(article, name) for article in articles):,}"


def _counts(findings: Iterable[Finding]) -> str:
    """`2 errors, 5 warnings` in short: `2e 5w`."""
    levels = [finding.severity for finding in findings]
    parts = [
        f"{levels.count(severity)}{str(severity)[0]}"
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if severity in levels
    ]
    return " ".join(parts) or "0"


def console() -> Console:
    """Standard output; plain and unwrapped where it is no terminal."""
    screen = Screen()
    return screen if screen.is_terminal else Screen(width=200, soft_wrap=True)


def problems(articles: Iterable[ArticleReport]) -> Iterable[str]:
    """A line for each article that could not be done."""
    return (visible(str(article.problem)) for article in articles if article.problem)


def findings(articles: Iterable[ArticleReport], least: Severity) -> Iterable[str]:
    """A line for each finding that is severe enough: file, line, what, what to do."""
    for article in articles:
        for finding in article.findings:
            if finding.severity >= least:
                yield told(article.article, finding)


def told(path: str, finding: Finding) -> str:
    """A finding in a line; `path` is the file that its line is in."""
    line = f":{finding.line}" if finding.line else ""
    fix = f" {finding.fix}" if finding.fix else ""
    return visible(f"{path}{line}: {finding.severity}: {finding.message}{fix} [{finding.code}]")
