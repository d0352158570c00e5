"""The text for each scheduler."""

import re
import subprocess
from datetime import UTC
from pathlib import Path, PurePosixPath

import pytest

from i18n_pipeline import __version__
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.cron import cron
from i18n_pipeline.sync.install import INSTALLS
from i18n_pipeline.sync.install.on_calendar import on_calendar
from i18n_pipeline.sync.install.setup import Setup


def _setup(
    root: Path = Path("/srv/site"),
    command: Path = Path("/opt/venv/bin/translate"),
    *,
    engine: str = "deepl",
    zone: str = "",
    jitter: int = 0,
) -> Setup:
    return Setup(root, command, cron("0 6 * * 1-5", UTC), "anna", engine, zone, jitter)


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("0 6 * * 1-5", ["Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00"]),
        ("0 6 * * 0", ["Sun *-*-* 06:00:00"]),
        ("0 6 * * 7", ["Sun *-*-* 06:00:00"]),
        ("0 6 * * 0-7", ["*-*-* 06:00:00"]),
        ("*/15 * * * *", ["*-*-* *:00,15,30,45:00"]),
        ("* * * * *", ["*-*-* *:*:00"]),
        ("5 8-18 * JAN,jun-aug *", ["*-01,06..08-* 08..18:05:00"]),
        ("0 0 1,15 * *", ["*-*-01,15 00:00:00"]),
        ("0 0 13 * 5", ["Fri *-*-* 00:00:00", "*-*-13 00:00:00"]),
        ("0 0 */10 * 5", ["Fri *-*-01,11,21,31 00:00:00"]),
    ],
)
def test_on_calendar(expression: str, values: list[str]) -> None:
    """A cron expression becomes one value of OnCalendar, or two where either day fits."""
    assert on_calendar(cron(expression, UTC)) == values
    zoned = on_calendar(cron(expression, UTC), "Europe/Amsterdam")
    assert zoned == [f"{value} Europe/Amsterdam" for value in values]


@pytest.mark.parametrize("name", INSTALLS)
def test_filled(name: str) -> None:
    """Each text has this project's schedule and the names of its secrets, and says where it goes."""
    text = INSTALLS[name](_setup())
    assert text.startswith("# ")
    assert "DEEPL_AUTH_KEY" in text
    assert "Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00" in text or "0 6 * * 1-5" in text
    assert not re.findall(r"(?<!\$)\{\w+\}", text)


@pytest.mark.parametrize("name", INSTALLS)
def test_no_secret(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text has a secret's value, and an engine without a key makes no text speak of one."""
    monkeypatch.setenv("DEEPL_AUTH_KEY", "0c0ffee0-secret")
    assert "0c0ffee0" not in INSTALLS[name](_setup())
    assert "KEY" not in INSTALLS[name](_setup(engine="pseudo"))


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_requirement(name: str) -> None:
    """CI installs this version with what the engine needs."""
    assert f"i18n-pipeline[local]=={__version__}" in INSTALLS[name](_setup(engine="local"))


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("cron", {"zone": "Europe/Amsterdam"}),
        ("cron", {"jitter": 60}),
        ("github", {"jitter": 60}),
        ("gitlab", {"jitter": 60}),
    ],
)
def test_what_a_scheduler_lacks(name: str, options: dict[str, object]) -> None:
    """An option that a scheduler has nothing for is refused, not left out in silence."""
    with pytest.raises(UsageError, match="knows no --"):
        INSTALLS[name](_setup(**options))  # type: ignore[arg-type]


def test_time_zones() -> None:
    """Where the scheduler knows time zones, the one that was asked for holds."""
    zoned = _setup(zone="Europe/Amsterdam", jitter=0)
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Amsterdam\n" in INSTALLS["systemd"](zoned)
    assert 'timezone: "Europe/Amsterdam"' in INSTALLS["github"](zoned)
    assert "cron timezone: Europe/Amsterdam" in INSTALLS["gitlab"](zoned)


def test_jitter() -> None:
    """Jitter is systemd's random delay."""
    assert "RandomizedDelaySec=90\n" in INSTALLS["systemd"](_setup(jitter=90))
    assert "RandomizedDelaySec" not in INSTALLS["systemd"](_setup())


@pytest.mark.parametrize("path", [Path("/srv/a\nb"), Path("/srv/a\x07")])
def test_unprintable_path(path: Path) -> None:
    """A path that could not stand in a line is refused."""
    with pytest.raises(UsageError, match="can't stand"):
        _setup(path)


@pytest.mark.parametrize("name", ["it's", 'a"b', "a\\b"])
def test_systemd_starts_no_quotes(name: str) -> None:
    """A path of `translate` that systemd refuses is refused before it gets there; a project's may be so."""
    with pytest.raises(UsageError, match="quotes"):
        INSTALLS["systemd"](_setup(command=Path("/opt") / name / "translate"))
    assert f"WorkingDirectory=/srv/{name}\n" in INSTALLS["systemd"](_setup(Path("/srv") / name))


def test_long_crontab() -> None:
    """A line that cron would cut off is refused."""
    with pytest.raises(UsageError, match="longer"):
        INSTALLS["cron"](_setup(Path("/srv") / ("a" * 200) / ("b" * 200) / ("c" * 200) / ("d" * 400)))


def test_project_below_its_repository(tmp_path: Path) -> None:
    """A project in a folder of its repository runs there, and its state is cached from there."""
    (tmp_path / ".git").mkdir()
    inner = tmp_path / "my site"
    assert _setup(inner).below_repository == PurePosixPath("my site")
    assert _setup(tmp_path).below_repository == PurePosixPath()
    assert 'working-directory: "my site"' in INSTALLS["github"](_setup(inner))
    assert 'path: "my site/.i18n"' in INSTALLS["github"](_setup(inner))
    assert "\"cd 'my site'\"" in INSTALLS["gitlab"](_setup(inner))


@pytest.mark.parametrize("name", ["site", "my site", "100% 'real' \"$HOME\" & co;", "back\\slash"])
def test_cron_runs_it(tmp_path: Path, name: str) -> None:
    """What cron hands to the shell starts the command in the project, with the key from the user's file."""
    root, home = tmp_path / name, tmp_path / "home"
    (root / "bin").mkdir(parents=True)
    (home / ".config").mkdir(parents=True)
    (home / ".config/translate-sync.env").write_text("DEEPL_AUTH_KEY=0c0ffee0\n", encoding="utf-8")
    command = root / "bin" / "translate"
    command.write_text('#!/bin/sh\npwd -P\necho "$DEEPL_AUTH_KEY $*"\n', encoding="utf-8")
    command.chmod(0o755)
    line = INSTALLS["cron"](_setup(root, command)).splitlines()[-1]
    shell = line.removeprefix("0 6 * * 1-5 ")
    assert "%" not in shell.replace("\\%", "")
    done = subprocess.run(
        ["/bin/sh", "-c", shell.replace("\\%", "%")],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [str(root.resolve()), "0c0ffee0 sync"]
