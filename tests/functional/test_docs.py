"""The documentation says what the program does."""

import re
from pathlib import Path

import pytest

from i18n_pipeline.checks import CHECKS
from i18n_pipeline.cli.app import COMMANDS
from tests.functional.commands_doc import page

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")


def test_commands() -> None:
    """The page of commands is what `tests/functional/commands_doc.py` prints."""
    assert (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("name", COMMANDS)
def test_changelog_names_every_command(name: str) -> None:
    """A command that came is in the change log."""
    assert f"`{name}`" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("translate ", "")


@pytest.mark.parametrize("name", CHECKS)
def test_checks(name: str) -> None:
    """Every check is on the page of checks."""
    assert f"`{name}`" in (ROOT / "docs/reference/checks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["README.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md"])
def test_links(file: str) -> None:
    """Every relative link leads to a file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [link for link in _LINK.findall(text) if not (ROOT / link).exists()] == []
