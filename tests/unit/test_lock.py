"""One run at a time."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from i18n_pipeline.errors import LockHeld, UsageError
from i18n_pipeline.storage.lock import LOCK_FILE, run_lock

HOLDER = """
import sys, pathlib
from i18n_pipeline.storage.lock import run_lock
with run_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(root: Path) -> "subprocess.Popen[str]":
    """Another process that holds the lock until its input ends or it is killed."""
    command = [sys.executable, "-c", HOLDER, str(root)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_hears_who_holds_the_lock(tmp_path: Path) -> None:
    """The message has process, host and start, and the exit status of its own."""
    started = datetime(2025, 1, 3, 9, 30, tzinfo=UTC)
    with run_lock(tmp_path, started), pytest.raises(LockHeld) as caught, run_lock(tmp_path):
        pass
    host = os.uname().nodename
    assert str(caught.value) == (
        f"{tmp_path / LOCK_FILE}: Another run works on this project: process {os.getpid()} on {host},"
        " since 2025-01-03T09:30:00+00:00. Wait until it ends, or stop it."
    )
    assert caught.value.exit_status == 5


def test_the_file_names_its_holder(tmp_path: Path) -> None:
    """Host, process and start stand there while the lock is held, nothing after."""
    with run_lock(tmp_path, datetime(2025, 1, 3, tzinfo=UTC)):
        content = json.loads((tmp_path / LOCK_FILE).read_text())
    assert content["pid"] == os.getpid()
    assert content["started"] == "2025-01-03T00:00:00+00:00"
    assert (tmp_path / LOCK_FILE).read_text() == ""


def test_a_lock_can_be_taken_again_after_its_end(tmp_path: Path) -> None:
    """A run that ended, well or with an error, leaves the lock free."""
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path):
        raise ZeroDivisionError
    with run_lock(tmp_path):
        pass


def test_a_run_that_was_killed_leaves_the_lock_free(tmp_path: Path) -> None:
    """What a dead process wrote into the file holds nobody up."""
    with holder(tmp_path) as process:
        with pytest.raises(LockHeld, match=f"process {process.pid} on "), run_lock(tmp_path):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (tmp_path / LOCK_FILE).read_text() != ""
    with run_lock(tmp_path):
        assert json.loads((tmp_path / LOCK_FILE).read_text())["pid"] == os.getpid()


def test_a_holder_without_a_name_is_told_as_such(tmp_path: Path) -> None:
    """Between taking the lock and signing it, the file may be empty."""
    with run_lock(tmp_path):
        (tmp_path / LOCK_FILE).write_text("")
        with pytest.raises(LockHeld, match="it has just begun"), run_lock(tmp_path):
            pass


def test_a_child_process_does_not_keep_the_lock(tmp_path: Path) -> None:
    """A program that a run started, and that lives on, holds nothing."""
    with run_lock(tmp_path):
        child = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
        )
    with run_lock(tmp_path):
        pass
    child.communicate(b"")


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file in the place of the folder is a usage error with the path."""
    (tmp_path / ".i18n").touch()
    with pytest.raises(UsageError, match=r"\.i18n/lock: The lock file can't be used: "), run_lock(tmp_path):
        pass


def test_a_run_may_wait_for_another_one(tmp_path: Path) -> None:
    """With `wait` a second run starts as soon as the first one ends."""
    with holder(tmp_path) as process:
        assert process.stdin is not None
        with pytest.raises(LockHeld), run_lock(tmp_path, wait=0.2):
            pass
        process.stdin.close()
        with run_lock(tmp_path, wait=60):
            assert json.loads((tmp_path / LOCK_FILE).read_text())["pid"] == os.getpid()
        process.wait()


def test_a_lock_file_that_was_deleted_holds_nobody_up_twice(tmp_path: Path) -> None:
    """Who waited for a file that is gone takes the one that is there."""
    with run_lock(tmp_path):
        (tmp_path / LOCK_FILE).unlink()
    with run_lock(tmp_path), pytest.raises(LockHeld), run_lock(tmp_path):
        pass


def test_it_tells_that_the_last_run_was_killed(tmp_path: Path) -> None:
    """A name that is still in the file is that of a run that had no time to take it out."""
    with run_lock(tmp_path) as killed:
        assert not killed
    with holder(tmp_path) as process:
        process.kill()
        process.wait()
    with run_lock(tmp_path) as killed:
        assert killed
    with run_lock(tmp_path) as killed:
        assert not killed
