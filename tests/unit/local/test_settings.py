"""Settings of the local engine."""

from pathlib import Path

import pytest

from i18n_pipeline.backends.local import LocalSettings
from i18n_pipeline.errors import UsageError


def test_the_cache_follows_the_users_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the setting, else below XDG_CACHE_HOME, else below ~/.cache."""
    monkeypatch.setenv("HOME", "/home/sanne")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/sanne")
    assert LocalSettings().folder == Path("/var/cache/sanne/i18n-pipeline")
    assert LocalSettings(cache_folder="~/models").folder == Path("/home/sanne/models")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert LocalSettings().folder == Path("/home/sanne/.cache/i18n-pipeline")


def test_negative_numbers_are_refused() -> None:
    """Fewer threads or slots than none is a mistake in the settings."""
    with pytest.raises(UsageError, match=r"`backend\.local\.threads`: -1 is out of range"):
        LocalSettings(threads=-1)
    with pytest.raises(UsageError, match=r"`backend\.local\.slots`: -2 is out of range"):
        LocalSettings(slots=-2)
