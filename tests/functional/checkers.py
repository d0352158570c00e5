"""Programs that check what is made for other programs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def told(*command: str | Path, **environment: str) -> str:
    """What a checker prints, which has to be content. Only on somebody's own machine may it be missing."""
    if shutil.which(command[0]) is None and not os.environ.get("CI"):
        pytest.skip(f"{command[0]} is not installed here; CI has it")
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", **environment}
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def beside_python(name: str) -> Path:
    """A program of the environment that the tests run in."""
    return Path(sys.executable).with_name(name)
