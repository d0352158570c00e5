"""Options of a pass that are given beside `--install`."""

import re
from pathlib import Path

import pytest

from tests.functional.checkers import beside_python, told


@pytest.mark.parametrize("scheduler", ["systemd", "cron", "github", "gitlab"])
def test_they_go_along(tmp_path: Path, scheduler: str) -> None:
    """Those of each pass stand in the text, those of the schedule and of the environment don't."""
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    text = told(
        *("env", f"--chdir={tmp_path}", beside_python("translate"), "sync", "--install", scheduler),
        *("--every", "0 6 * * *", "--git", "--branch", "i18n", "--push", "--target", "en", "--wait=5"),
        I18N_WEBHOOK_URL="https://example.org/s3cret",
    )
    line = next(line for line in text.splitlines() if "translate" in line and " sync " in line)
    assert {"--git", "--branch=i18n", "--push", "--target=en", "--wait=5.0"} < set(re.split('[" ]', line))
    assert "s3cret" not in text
