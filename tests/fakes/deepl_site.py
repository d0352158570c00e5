"""A site with one article and a glossary, and `translate` run on it in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def write_site(folder: Path, *terms: str, settings: str = "") -> Path:
    """The site with these rows (`werk,work`) in its glossary; DeepL is its engine."""
    (folder / "content" / "nl").mkdir(parents=True)
    (folder / "content" / "nl" / "netwerken.md").write_text("Ga *nu* naar werk.\n", encoding="utf-8")
    (folder / "glossary").mkdir()
    rows = "".join(f"{term}\n" for term in ("source,target", *terms))
    (folder / "glossary" / "nl-en.csv").write_text(rows, encoding="utf-8")
    text = f'[backend]\nname = "deepl"\n\n[backend.deepl]\nretries = 0\n{settings}'
    (folder / "i18n.toml").write_text(text, encoding="utf-8")
    return folder


def translate(
    folder: Path, *arguments: str, stdin: str = "", code: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `translate` in a folder; `code` in place of it runs Python with the same arguments.

    No key, server or keyring of the machine is seen, unless `environment` names one.
    """
    left_out = {"DEEPL_AUTH_KEY", "DEEPL_SERVER_URL", "PYTHON_KEYRING_BACKEND"}
    outer = {name: value for name, value in os.environ.items() if name not in left_out}
    usual = {
        "NO_COLOR": "1",
        "NO_PROXY": "127.0.0.1",
        "PYTHONPATH": str(ROOT),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    return subprocess.run(
        [sys.executable, *(["-c", code] if code else ["-m", "i18n_pipeline"]), *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**outer, **usual, **environment},
    )
