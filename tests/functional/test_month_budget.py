"""A month's budget that is used up."""

from pathlib import Path

from tests.functional.test_cli import translate
from tests.servers.deepl import KEY, DeepLServer


def _order(folder: Path, per_month: int, article: str) -> None:
    (folder / "content" / "nl" / article).write_text("Een baan is leuk.\n", encoding="utf-8")
    settings = f'[backend]\nname = "deepl"\n\n[budget]\nper_month = {per_month}\n'
    (folder / "i18n.toml").write_text(settings, encoding="utf-8")


def test_the_months_budget_is_named(tmp_path: Path) -> None:
    """What is left of it, or that nothing is, stands beside its size."""
    (tmp_path / "content" / "nl").mkdir(parents=True)
    with DeepLServer() as server:
        environment = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url, "NO_PROXY": "127.0.0.1"}
        _order(tmp_path, 17, "a.md")
        assert translate(tmp_path, "run", **environment).returncode == 0
        (tmp_path / "content" / "nl" / "a.md").write_text("Een plan is beter.\n", encoding="utf-8")
        used_up = translate(tmp_path, "run", **environment)
        assert used_up.returncode == 4
        assert "the month's budget of 17 characters is used up. What was sent is kept." in used_up.stdout
        _order(tmp_path, 20, "b.md")
        too_much = translate(tmp_path, "run", **environment)
        assert too_much.returncode == 4
        assert "the month's budget of 20 characters had 3 left: 0 were sent" in too_much.stdout
