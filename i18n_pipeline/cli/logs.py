"""Structured logs: one JSON object per line on standard error."""

import json
import logging
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.sync.redacted import redacted, secrets_of

_LOG = logging.getLogger("i18n_pipeline.events")
# Elsewhere than in JSON an event is no message: the text form says it in its own way.
_LOG.addHandler(logging.NullHandler())


class LogFormat(StrEnum):
    """How a command tells what it is at."""

    TEXT = "text"
    JSON = "json"


LogOption = Annotated[
    LogFormat,
    typer.Option("--log-format", help="Messages on standard error: text, or a JSON object a line."),
]


class JsonLines(logging.Formatter):
    """A record as a JSON object: `time` (UTC), `level`, `event`, `message`, and the event's own fields.

    Values of environment variables that are named like secrets, and users in URLs, become `***`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._secrets = secrets_of()

    def format(self, record: logging.LogRecord) -> str:
        """One line without line breaks in it."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat("T", "milliseconds")
        content: dict[str, object] = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if content["event"] == "log":
            content["logger"] = record.name
        if record.exc_info:
            content["exception"] = self.formatException(record.exc_info)
        return json.dumps(_clean(content, self._secrets), ensure_ascii=False, default=str)


def _clean(value: object, secrets: tuple[str, ...]) -> object:
    if isinstance(value, str):
        # A file's name may have bytes that are no UTF-8.
        return redacted(value, secrets).encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {name: _clean(each, secrets) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(each, secrets) for each in value]
    return value


def configure(form: LogFormat, stream: TextIO | None = None) -> None:
    """Log to `stream`, else standard error, from now on; as text nothing is changed."""
    if form is LogFormat.TEXT:
        return
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)


def as_json() -> bool:
    """Whether `configure` made the logs JSON."""
    return any(isinstance(handler.formatter, JsonLines) for handler in logging.getLogger().handlers)


def event(name: str, message: str, level: int = logging.INFO, **fields: object) -> None:
    """Log an event (`article-done`) with its fields."""
    _LOG.log(level, "%s", message, extra={"event": name, "fields": fields})


def article_done(article: ArticleReport) -> None:
    """Log how an article went."""
    numbers = {name: getattr(article, name) for name in ("new", "reused", "failed", "characters", "tokens")}
    where: dict[str, object] = {"article": article.article, "target": article.target}
    if article.problem:
        event("article-failed", str(article.problem), logging.ERROR, **where)
        return
    level = logging.WARNING if article.failed else logging.INFO
    event("article-done", "done", level, **where, **numbers, status=article.status, written=article.written)


def run_done(report: RunReport, command: str, exit_status: int) -> None:
    """Log how a run went."""
    level = logging.INFO if exit_status in {0, 1} else logging.ERROR
    event(
        "run-done",
        str(report.stopped or "done"),
        level,
        command=command,
        exit_status=exit_status,
        seconds=round(report.seconds, 3),
        articles=len(report.articles),
        failed=sum(article.problem is not None for article in report.articles),
        new=report.total("new"),
        characters=report.total("characters"),
    )


def failed(error: PipelineError) -> None:
    """Log an error that ends a command."""
    event("failed", str(error), logging.ERROR, exit_status=error.exit_status)
