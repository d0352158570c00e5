"""Logs as lines of JSON."""

import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest

from i18n_pipeline.cli import logs
from i18n_pipeline.errors import ArticleError, Place, UsageError
from i18n_pipeline.model.report import ArticleReport, RunReport


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Where the lines go; the logging of the tests is put back afterwards."""
    monkeypatch.setenv("DEEPL_AUTH_KEY", "abcd-1234:fx")
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = []  # those of pytest are not to be closed
    stream = io.StringIO()
    logs.configure(logs.LogFormat.JSON, stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


def _read(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_a_line(lines: io.StringIO) -> None:
    """Time in UTC, level, name and fields; line breaks of a message make no line."""
    logs.event("pass-started", "one\ntwo", articles=3, paths=("é", "b"))
    (line,) = _read(lines)
    assert str(line.pop("time")).endswith("Z")
    assert line == {
        "level": "info",
        "event": "pass-started",
        "message": "one\ntwo",
        "articles": 3,
        "paths": ["é", "b"],
    }


def test_articles_and_the_run(lines: io.StringIO) -> None:
    """Each article has a line with its counts, one that failed says why; the last line is the run's."""
    done = ArticleReport("a.md", "en-GB", new=2, reused=1, characters=9, status="machine", written=("x",))
    problem = ArticleError("It is empty.", place=Place("b.md", 1))
    failed = ArticleReport("b.md", "en-GB", problem=problem)
    for each in (done, failed):
        logs.article_done(each)
    logs.run_done(RunReport([done, failed], seconds=1.23456), "sync", 3)
    first, second, last = _read(lines)
    assert (first["level"], first["event"], first["article"]) == ("info", "article-done", "a.md")
    assert (first["new"], first["written"], first["characters"]) == (2, ["x"], 9)
    assert (second["level"], second["event"], second["message"]) == (
        "error",
        "article-failed",
        "b.md:1: It is empty.",
    )
    assert (last["event"], last["exit_status"], last["failed"], last["seconds"]) == ("run-done", 3, 1, 1.235)


def test_errors_warnings_and_other_peoples_logs(lines: io.StringIO) -> None:
    """All of them are lines of the same form, tracebacks too."""
    logs.failed(UsageError("No settings.", mending="Write some."))
    logging.getLogger("somebody").warning("x %s", "y")
    logging.getLogger("somebody").debug("not told")
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn("old", stacklevel=1)
    try:
        int("inner")
    except ValueError:
        logging.getLogger("somebody").exception("outer")
    error, other, warning, caught = _read(lines)
    assert (error["event"], error["message"], error["exit_status"]) == (
        "failed",
        "No settings. Write some.",
        2,
    )
    assert (other["event"], other["logger"], other["message"]) == ("log", "somebody", "x y")
    assert "old" in str(warning["message"])
    assert "ValueError: invalid literal" in str(caught["exception"])


def test_no_secret_is_logged(lines: io.StringIO) -> None:
    """Neither a key of the environment, in message, field or traceback, nor the user of an address."""
    logs.event("x", "abcd-1234:fx", inner={"a": ["abcd-1234:fx"]}, url="https://me:pw@example.org/x")
    try:
        int("abcd-1234:fx")
    except ValueError:
        logging.getLogger("somebody").exception("oh")
    assert "abcd-1234" not in lines.getvalue()
    assert "pw" not in lines.getvalue()
    assert '"https://***@example.org/x"' in lines.getvalue()


def test_a_name_that_is_no_utf8() -> None:
    """It can be written."""
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "caf\udce9.md", None, None)
    assert json.loads(logs.JsonLines().format(record))["message"] == "caf?.md"


def test_text_stays_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    """Without JSON nothing is set up, and events print nothing."""
    before = logging.getLogger().handlers[:]
    logs.configure(logs.LogFormat.TEXT)
    logs.event("x", "y", logging.ERROR)
    assert logging.getLogger().handlers == before
    assert not logs.as_json()
    assert capsys.readouterr().err == ""
