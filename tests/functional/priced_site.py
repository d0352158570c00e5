"""A project whose engine is paid and has a quota: an account, articles with a rate, and the way to both."""

from pathlib import Path

from tests.servers.deepl import KEY, DeepLServer

QUOTA = 1200
"""Characters; enough for the first request of two."""

_SETTINGS = """\
[backend]
name = "deepl"

[backend.deepl]
concurrency = 1

[budget.price_per_million]
deepl = 20.0
"""


def make(folder: Path, *, articles: int, sentences: int) -> Path:
    """Write articles of so many sentences each, none twice, and the settings."""
    source = folder / "content" / "nl"
    source.mkdir(parents=True)
    for number in range(articles):
        texts = (f"Dit is zin {sentence} van {number}." for sentence in range(sentences))
        (source / f"{number}.md").write_text(f"{' '.join(texts)}\n", encoding="utf-8")
    (folder / "i18n.toml").write_text(_SETTINGS, encoding="utf-8")
    return folder


def environment(server: DeepLServer) -> dict[str, str]:
    """What leads a command to the account."""
    return {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url, "NO_PROXY": "127.0.0.1"}
