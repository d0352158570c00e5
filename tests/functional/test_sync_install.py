"""What is printed for schedulers and containers, checked by their own programs and schemas."""

import os
import re
import shutil
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

ROOT = Path(__file__).parents[2]
CONTAINER = ROOT / "container"
_ELAPSE = re.compile(r"(?:Next elapse|Iter\. #\d+): \w+ ([\d-]+ [\d:]+) UTC")


def _run(*command: str | Path, **environment: str) -> str:
    """What a checker prints, which has to be content. Only on somebody's own machine may it be missing."""
    if shutil.which(command[0]) is None and not os.environ.get("CI"):
        pytest.skip(f"{command[0]} is not installed here; CI has it")
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", **environment}
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def _beside_python(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def _setup(root: Path, command: Path, engine: str = "deepl", zone: str = "") -> Setup:
    return Setup(root, command, cron("*/20 6-18 1,15 * 1-5", UTC), "daemon", engine, zone)


@pytest.fixture(params=["site", "my site", "100% $real 'site'"])
def setup(request: pytest.FixtureRequest, tmp_path: Path) -> Setup:
    """A project whose path is easy, has a space, or all that has to be escaped."""
    root = tmp_path / request.param
    root.mkdir()
    command = tmp_path / "100% $bin translate"
    command.write_text("#!/bin/sh\n", encoding="utf-8")
    command.chmod(0o755)
    return _setup(root, command)


def _units(text: str, folder: Path) -> list[Path]:
    """The files that the text's own advice makes of it, into another folder."""
    advice = text.splitlines()[1].removeprefix("#   sudo awk '").removesuffix("'")
    into = text.replace("#> /etc/systemd/system/", f"#> {folder}/")
    subprocess.run(["awk", advice], input=into, text=True, check=True)
    return sorted(folder.iterdir())


def test_systemd(setup: Setup, tmp_path: Path) -> None:
    """For systemd nothing is wrong with the service and its timer, and the service is well locked up."""
    folder = tmp_path / "units"
    folder.mkdir()
    service, timer = _units(INSTALLS["systemd"](setup), folder)
    assert _run("systemd-analyze", "verify", "--man=no", service, timer) == ""
    _run("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=25", service)


@pytest.mark.parametrize("expression", ["0 6 * * 1-5", "*/20 6-18 * 2,7 0", "30 4 13 * 5", "15 3 */10 * 7"])
@pytest.mark.parametrize("zone", ["UTC", "Europe/Amsterdam"])
def test_same_times(expression: str, zone: str) -> None:
    """The timer elapses when the cron expression does, through summer and winter."""
    schedule, start = cron(expression, time_zone(zone)), datetime(2026, 1, 1, tzinfo=UTC)
    told = _run(
        *("systemd-analyze", "calendar", "--iterations=250", "--base-time=2026-01-01 00:00:00 UTC"),
        *on_calendar(schedule, zone),
        TZ="UTC",
    )
    elapses = sorted({datetime.fromisoformat(each).replace(tzinfo=UTC) for each in _ELAPSE.findall(told)})
    expected = [moment := schedule.after(start)] + [moment := schedule.after(moment) for _ in range(249)]
    assert elapses[:250] == expected


def test_skipped_time() -> None:
    """Where they differ: a time of day that the clocks skip is left out by systemd, not made up for."""
    schedule = cron("30 2 * * *", time_zone("Europe/Amsterdam"))
    told = _run(
        *("systemd-analyze", "calendar", "--base-time=2026-03-28 12:00:00 UTC"),
        *on_calendar(schedule, "Europe/Amsterdam"),
        TZ="UTC",
    )
    assert _ELAPSE.findall(told) == ["2026-03-30 00:30:00"]
    assert schedule.after(datetime(2026, 3, 28, 12, tzinfo=UTC)) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_crontab(setup: Setup, tmp_path: Path) -> None:
    """Debian's crontab takes the line, and would not take another."""
    file = tmp_path / "crontab"
    file.write_text(INSTALLS["cron"](setup), encoding="utf-8")
    _run("crontab", "-n", file)
    file.write_text("0 6 * * 9 true\n", encoding="utf-8")
    assert subprocess.run(["crontab", "-n", file], capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("engine", ["deepl", "local", "pseudo"])
@pytest.mark.parametrize("zone", ["", "Europe/Amsterdam"])
@pytest.mark.parametrize(
    ("name", "schema"), [("github", ("github-workflows",)), ("gitlab", ("gitlab-ci", "gitlab-ci"))]
)
def test_workflows(tmp_path: Path, name: str, schema: tuple[str, ...], engine: str, zone: str) -> None:
    """GitHub's and GitLab's schemas hold for the workflow, below its repository too."""
    (tmp_path / ".git").mkdir()
    file = tmp_path / "ci.yml"
    text = INSTALLS[name](_setup(tmp_path / "my 'site'", Path("/bin/true"), engine, zone))
    file.write_text(text, encoding="utf-8")
    options = [f"--data-transform={each}" for each in schema[1:]]
    _run(_beside_python("check-jsonschema"), f"--builtin-schema=vendor.{schema[0]}", *options, file)


def test_workflow_rights(tmp_path: Path) -> None:
    """The workflow may write contents and no more, runs one at a time, and fixes its actions' versions."""
    workflow = yaml.safe_load(INSTALLS["github"](_setup(tmp_path, Path("/bin/true"))))
    assert workflow["permissions"] == {"contents": "write"}
    assert workflow["concurrency"] == {"group": "translate", "cancel-in-progress": False}
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
    used = [step["uses"] for step in workflow["jobs"]["translate"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z/-]+@v\d+", each) for each in used)


def _scripts(name: str, root: Path) -> list[str]:
    """A workflow's scripts; each of GitHub's is a shell of its own, GitLab's are one."""
    job = yaml.safe_load(INSTALLS[name](_setup(root, Path("/bin/true"))))
    if name == "gitlab":
        return ["\n".join(job["translate"]["script"])]
    return [step["run"] for step in job["jobs"]["translate"]["steps"] if "run" in step]


def _git(folder: Path, *command: str) -> str:
    return _run("git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org", *command)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a repository with one article; programs in `bin` that install nothing, and fail half-way."""
    _run("git", "init", "--quiet", "--bare", "--initial-branch=main", tmp_path / "remote.git")
    clone = tmp_path / "clone"
    _run("git", "clone", "--quiet", tmp_path / "remote.git", clone)
    _git(clone, "switch", "--quiet", "--orphan", "main")
    (clone / "a.nl.md").write_text("een\n", encoding="utf-8")
    _git(clone, "add", "a.nl.md")
    _git(clone, "commit", "--quiet", "--message=One")
    _git(clone, "push", "--quiet", "--set-upstream", "origin", "main")
    (tmp_path / "bin").mkdir()
    for program, does in (
        ("python", "true"),
        ("translate", "mkdir -p .i18n; touch .i18n/x; echo one > a.en.md; exit 3"),
    ):
        (tmp_path / "bin" / program).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tmp_path / "bin" / program).chmod(0o755)
    return clone


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_workflow_pushes(clone: Path, name: str) -> None:
    """What a pass wrote before it failed is pushed, its state is not, the job fails; a second adds none."""
    environment = {
        "PATH": f"{clone.parent / 'bin'}:/usr/bin:/bin",
        "HOME": str(clone.parent),
        "CI_COMMIT_BRANCH": "main",
        "CI_PROJECT_PATH": "group/site",
        "CI_SERVER_FQDN": "git.example",
        "CI_SERVER_HOST": "git.example",
        "CI_SERVER_PROTOCOL": "https",
        "TRANSLATE_TOKEN": "t0ken",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{clone.parent / 'remote.git'}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://translate:t0ken@git.example/group/site.git",
    }
    for _ in range(2):
        statuses = [
            subprocess.run(
                ["bash", "-eo", "pipefail", "-c", script], cwd=clone, env=environment, check=False
            ).returncode
            for script in _scripts(name, clone)
        ]
        assert statuses == ([0, 3, 0] if name == "github" else [3])
    remote = clone.parent / "remote.git"
    assert _git(remote, "ls-tree", "--name-only", "-r", "main").split() == ["a.en.md", "a.nl.md"]
    assert _git(remote, "log", "--format=%s", "main").splitlines() == ["Translate what is new", "One"]


def test_containerfile() -> None:
    """The container file is as hadolint wants it."""
    assert _run(_beside_python("hadolint"), "--no-color", CONTAINER / "Containerfile") == ""


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
    _run(
        *(_beside_python("check-jsonschema"), "--builtin-schema=vendor.compose-spec"),
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
        assert str(_beside_python("translate")) in text


@pytest.mark.parametrize(
    "options",
    [
        {"every": "0 6 * * *", "watch": True},
        {"install": Scheduler.CRON},
        {"jitter": 5},
        {"timezone": "UTC", "watch": True},
    ],
)
def test_options_that_do_not_go_together(options: dict[str, object]) -> None:
    """Options that contradict each other, or lack the times, are refused."""
    with pytest.raises(UsageError, match=r"--every|the times"):
        Mode(**options)  # type: ignore[arg-type]


def test_once(project: Project) -> None:
    """Without an option it is one pass, whose end is the command's."""

    def one_pass() -> None:
        raise typer.Exit(3)

    with pytest.raises(typer.Exit) as ended:
        Mode().carry_out(project, one_pass)
    assert ended.value.exit_code == 3


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
    told = _run(sys.executable, "-c", program, PYTHONPATH=str(ROOT), PWD=str(project.settings.root))
    assert told == "The package `cronsim` is missing. Install it: pip install 'i18n-pipeline[sync]'\n"
