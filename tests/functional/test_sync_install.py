"""What is printed for schedulers and containers, checked by their own programs and schemas."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
import yaml

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_modes import Mode, Scheduler
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.cron import cron, time_zone
from i18n_pipeline.sync.install import INSTALLS
from i18n_pipeline.sync.install.on_calendar import on_calendar
from i18n_pipeline.sync.install.setup import Setup
from tests.functional.checkers import beside_python, told

ROOT = Path(__file__).parents[2]
CONTAINER = ROOT / "container"
_ELAPSE = re.compile(r"(?:Next elapse|Iter\. #\d+): \w+ ([\d-]+ [\d:]+) UTC")


def _setup(root: Path, command: Path, *options: str) -> Setup:
    schedule = cron("*/20 6-18 1,15 * 1-5", UTC)
    return Setup(root, command, schedule, "daemon", "deepl", options=options)


@pytest.fixture(params=["site", "my site", "100% $real 'site'"])
def setup(request: pytest.FixtureRequest, tmp_path: Path) -> Setup:
    """A project whose path is easy, has a space, or all that has to be escaped."""
    root = tmp_path / request.param
    root.mkdir()
    command = tmp_path / "100% $bin translate"
    command.write_text("#!/bin/sh\n", encoding="utf-8")
    command.chmod(0o755)
    return _setup(root, command, "--target=e n", "--webhook=https://example.org/$x?a=%20&b='\"\\")


def _units(text: str, folder: Path) -> list[Path]:
    """The files that the text's own advice makes of it, into another folder."""
    advice = text.splitlines()[1].removeprefix("#   sudo awk '").removesuffix("'")
    into = text.replace("#> /etc/systemd/system/", f"#> {folder}/")
    subprocess.run(["awk", advice], input=into, text=True, check=True)
    return sorted(folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where unit files go."""
    folder = tmp_path / "units"
    folder.mkdir()
    return folder


def test_systemd(setup: Setup, folder: Path) -> None:
    """For systemd nothing is wrong with the service and its timer, and the service is well locked up."""
    service, timer = _units(INSTALLS["systemd"](setup), folder)
    assert told("systemd-analyze", "verify", "--man=no", service, timer) == ""
    told("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", service)


@pytest.mark.parametrize(("options", "writable"), [((), "site/nl"), (("--git", "--push"), "site")])
def test_systemd_under_git(tmp_path: Path, folder: Path, options: tuple[str, ...], writable: str) -> None:
    """A pass that commits may write to all of its repository, another to the project below it alone."""
    (tmp_path / "site" / ".git").mkdir(parents=True)
    text = INSTALLS["systemd"](_setup(tmp_path / "site/nl", Path("/bin/true"), *options))
    service, _ = _units(text, folder)
    lines = service.read_text(encoding="utf-8").splitlines()
    assert f'ReadWritePaths="{tmp_path / writable}"' in lines
    assert " ".join(('ExecStart="/bin/true" sync', *options)) in lines


@pytest.mark.parametrize("expression", ["0 6 * * 1-5", "*/20 6-18 * 2,7 0", "30 4 13 * 5", "15 3 */10 * 7"])
@pytest.mark.parametrize("zone", ["UTC", "Europe/Amsterdam"])
def test_same_times(expression: str, zone: str) -> None:
    """The timer elapses when the cron expression does, through summer and winter."""
    schedule, start = cron(expression, time_zone(zone)), datetime(2026, 1, 1, tzinfo=UTC)
    elapsing = told(
        *("systemd-analyze", "calendar", "--iterations=250", "--base-time=2026-01-01 00:00:00 UTC"),
        *on_calendar(schedule, zone),
        TZ="UTC",
    )
    elapses = sorted({datetime.fromisoformat(each).replace(tzinfo=UTC) for each in _ELAPSE.findall(elapsing)})
    expected = [moment := schedule.after(start)] + [moment := schedule.after(moment) for _ in range(249)]
    assert elapses[:250] == expected


def test_skipped_time() -> None:
    """Where they differ: a time of day that the clocks skip is left out by systemd, not made up for."""
    schedule = cron("30 2 * * *", time_zone("Europe/Amsterdam"))
    elapsing = told(
        *("systemd-analyze", "calendar", "--base-time=2026-03-28 12:00:00 UTC"),
        *on_calendar(schedule, "Europe/Amsterdam"),
        TZ="UTC",
    )
    assert _ELAPSE.findall(elapsing) == ["2026-03-30 00:30:00"]
    assert schedule.after(datetime(2026, 3, 28, 12, tzinfo=UTC)) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_crontab(setup: Setup, tmp_path: Path) -> None:
    """Debian's crontab takes the line, and would not take another."""
    file = tmp_path / "crontab"
    file.write_text(INSTALLS["cron"](setup), encoding="utf-8")
    told("crontab", "-n", file)
    file.write_text("0 6 * * 9 true\n", encoding="utf-8")
    assert subprocess.run(["crontab", "-n", file], capture_output=True, check=False).returncode != 0


def _command(setup: Setup) -> str:
    """What cron gives to the shell."""
    line = INSTALLS["cron"](setup).splitlines()[-1]
    return line.split(" ", 5)[5].replace("\\%", "%")


def test_crontab_is_a_script(setup: Setup, tmp_path: Path) -> None:
    """ShellCheck warns of nothing in the line; the file with the key it can't see."""
    file = tmp_path / "line"
    file.write_text(_command(setup), encoding="utf-8")
    assert told("shellcheck", "--shell=sh", "--severity=warning", "--exclude=SC1091", file) == ""


def test_crontab_runs(setup: Setup, tmp_path: Path) -> None:
    """The line starts the program in the project's folder, with the key, and each option as it was given."""
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/translate-sync.env").write_text("DEEPL_AUTH_KEY=k3y\n", encoding="ascii")
    setup.command.write_text('#!/bin/sh\nprintf "%s\\n" "$PWD" "$DEEPL_AUTH_KEY" "$@"\n', encoding="utf-8")
    said = told("sh", "-c", _command(setup), HOME=str(tmp_path))
    assert said.splitlines() == [str(setup.root), "k3y", "sync", *setup.options]


def test_containerfile() -> None:
    """The container file is as hadolint wants it."""
    assert told(beside_python("hadolint"), "--no-color", CONTAINER / "Containerfile") == ""


def test_container_context() -> None:
    """What the build copies is there and is let through to it, and nothing else is."""
    copied = [
        name
        for line in (CONTAINER / "Containerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    ]
    ignored = (CONTAINER / "Containerfile.dockerignore").read_text(encoding="utf-8").split()
    assert sorted(f"!{name}" for name in copied) == sorted(line for line in ignored if line.startswith("!"))
    assert all((ROOT / name).exists() for name in copied)


def test_compose() -> None:
    """The compose file holds to its specification, and the service can write to the site and nowhere else."""
    told(
        *(beside_python("check-jsonschema"), "--builtin-schema=vendor.compose-spec"),
        CONTAINER / "compose.yaml",
    )
    service = yaml.safe_load((CONTAINER / "compose.yaml").read_text(encoding="utf-8"))["services"][
        "translate"
    ]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert [volume["target"] for volume in service["volumes"]] == ["/site", "/models"]
    assert (ROOT / "container" / service["build"]["context"] / service["build"]["dockerfile"]).exists()
    schedule, zone = service["command"][2], service["command"][4]
    assert cron(schedule, time_zone(zone)).expression == "0 6 * * 1-5"


@pytest.mark.parametrize(("minutes", "status"), [(5, 0), (170, 0), (190, 1), (None, 1)])
def test_health(tmp_path: Path, minutes: int | None, status: int) -> None:
    """The health check holds while the schedule's sign of life is younger than three hours."""
    line = re.search(r'CMD (\["sh".*)', (CONTAINER / "Containerfile").read_text(encoding="utf-8"))
    assert line
    if minutes is not None:
        (tmp_path / ".i18n").mkdir()
        (tmp_path / ".i18n/alive").touch()
        subprocess.run(["touch", "-d", f"-{minutes} minutes", tmp_path / ".i18n/alive"], check=True)
    done = subprocess.run(yaml.safe_load(line[1]), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == status


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the current folder."""
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "deepl"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Project.here()


def _no_pass() -> None:
    raise AssertionError("a pass was done")


@pytest.mark.parametrize("scheduler", Scheduler)
def test_printed(project: Project, scheduler: Scheduler, capsys: pytest.CaptureFixture[str]) -> None:
    """The option prints what this project's scheduler needs, and does no pass."""
    Mode(every="0 6 * * *", install=scheduler).carry_out(project, _no_pass)
    text = capsys.readouterr().out
    assert "translate" in text
    assert "DEEPL_AUTH_KEY" in text
    if scheduler in {Scheduler.CRON, Scheduler.SYSTEMD}:
        assert str(project.settings.root) in text
        assert str(beside_python("translate")) in text


@pytest.mark.parametrize(
    "options",
    [
        {"every": "0 6 * * *", "watch": True},
        {"install": Scheduler.CRON},
        {"jitter": 5},
        {"timezone": "UTC", "watch": True},
        {"watch": True, "options": ("--git", "--target=en")},
        {"options": ("--listen=9814",)},
        {"every": "@daily", "install": Scheduler.CRON, "options": ("--late-after=2.0",)},
    ],
)
def test_options_that_do_not_go_together(options: dict[str, object]) -> None:
    """Options that contradict each other, or lack the times or a process that stays, are refused."""
    with pytest.raises(UsageError, match=r"--every|the times|stays"):
        Mode(**options)  # type: ignore[arg-type]


def test_once() -> None:
    """Without an option it is one pass."""
    assert Mode().is_one_pass
    assert not Mode(every="@daily").is_one_pass
    assert not Mode(watch=True).is_one_pass


def test_stays(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    """A process that stays ends with the exit status of the pass that was interrupted."""

    def one_pass() -> None:
        raise typer.Exit(130)

    with pytest.raises(typer.Exit) as ended:
        Mode(watch=True).carry_out(project, one_pass)
    assert ended.value.exit_code == 130
    assert "The pass ended with exit status 130." in caplog.messages


def test_without_the_extra(project: Project) -> None:
    """Where the extra's packages are missing the user is told which, and how to get them."""
    program = (
        "import sys; sys.modules['cronsim'] = None\n"
        "from i18n_pipeline.cli.project import Project\n"
        "from i18n_pipeline.cli.sync_modes import Mode\n"
        "from i18n_pipeline.errors import UsageError\n"
        "try: Mode(every='@daily').carry_out(Project.here(), print)\n"
        "except UsageError as error: print(error)\n"
    )
    said = told(sys.executable, "-c", program, PYTHONPATH=str(ROOT), PWD=str(project.settings.root))
    assert said == "The package `cronsim` is missing. Install it: pip install 'i18n-pipeline[sync]'\n"
