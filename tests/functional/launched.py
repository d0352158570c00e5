"""Starts `translate` in a process that has it loaded already (`launcher.py`)."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Launcher:
    """A process that starts `translate` without loading everything anew."""

    def __init__(self, environment: Mapping[str, str], within: Sequence[str] = ()) -> None:
        """`within` is a command that ends in running the one that is put behind it, as the same process."""
        self._process = subprocess.Popen(
            [*within, sys.executable, "-m", "tests.functional.launcher"],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.process = self._told()
        """The number of the process that starts the others."""

    def start(self, folder: Path, said: Path, *arguments: str, largest: int | None = None) -> int:
        """Start `translate`, what it says going to a file; the number of its process."""
        order = {
            "folder": str(folder),
            "arguments": arguments,
            "said": str(said),
            "largest": largest,
        }
        return self._said(json.dumps(order))

    def wait(self) -> int:
        """The exit status of the one that was started last; below 0: the signal that ended it."""
        return self._said("")

    def _said(self, line: str) -> int:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._told()

    def _told(self) -> int:
        assert self._process.stdout
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def until(reached: Callable[[], bool]) -> None:
    """Wait for something that another process does; fails after a minute."""
    deadline = time.monotonic() + 60
    while not reached() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert reached()
