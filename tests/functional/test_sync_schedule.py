"""A schedule in a process of its own, by the machine's clock."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from i18n_pipeline.sync.schedule import ALIVE_FILE

# Its clock runs a thousand times as fast: minutes of the schedule are moments of the test.
PROGRAM = """\
import logging, os, signal, sys, time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from i18n_pipeline.sync.cron import cron, time_zone
from i18n_pipeline.sync.schedule import Clock, serve, touch

signal.signal(signal.SIGTERM, signal.default_int_handler)
logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
began, origin = time.monotonic(), datetime(2026, 11, 24, 5, 59, tzinfo=UTC)
clock = Clock(
    lambda: origin + timedelta(seconds=(time.monotonic() - began) * 1000),
    lambda seconds: time.sleep(seconds / 1000),
)
statuses = iter(map(int, sys.argv[2:]))

def one_pass():
    status = next(statuses, None)
    if status is None:
        try:
            print("begun", flush=True)
            time.sleep(60)
        except KeyboardInterrupt:
            Path("kept").touch()
            return 130
    return status

sys.exit(serve(one_pass, cron(sys.argv[1], time_zone("UTC")), clock=clock, alive=lambda: touch(Path.cwd())))
"""


def _started(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def _said(running: "subprocess.Popen[str]", until: str) -> list[str]:
    """The lines up to the first that has this text."""
    assert running.stdout
    lines = []
    for line in running.stdout:
        lines.append(line.strip())
        if until in line:
            return lines
    raise AssertionError(lines)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_in_a_pass(tmp_path: Path, how: signal.Signals) -> None:
    """Passes that failed are followed by the next; one that runs gets the signal and ends in order."""
    with _started(tmp_path, "* * * * *", "3", "0", "4") as running:
        lines = _said(running, "begun")
        running.send_signal(how)
        assert running.wait(timeout=30) == 130
    assert [line for line in lines if "exit status" in line] == [
        f"The pass ended with exit status {status}." for status in (3, 0, 4)
    ]
    assert (tmp_path / "kept").exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_between(tmp_path: Path, how: signal.Signals) -> None:
    """A schedule that waits ends with 0, and leaves a sign of life."""
    with _started(tmp_path, "0 0 1 1 *") as running:
        assert _said(running, "next pass") == ["The next pass is at 2027-01-01 00:00+00:00."]
        deadline = time.monotonic() + 30
        while not (tmp_path / ALIVE_FILE).exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        running.send_signal(how)
        assert running.wait(timeout=30) == 0
