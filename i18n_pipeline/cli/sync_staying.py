"""What `translate sync --every`, `--watch` and `--install` do; needs the extra `sync`."""

import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from i18n_pipeline.cli import logs
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_modes import Mode
from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.clock import MACHINE, Clock
from i18n_pipeline.sync.cron import cron, time_zone
from i18n_pipeline.sync.desk import Desk
from i18n_pipeline.sync.install import INSTALLS
from i18n_pipeline.sync.install.setup import Setup
from i18n_pipeline.sync.places import Places
from i18n_pipeline.sync.schedule import serve, touch
from i18n_pipeline.sync.watch import watch


def stay(mode: Mode, project: Project, one_pass: Callable[[], None], clock: Clock = MACHINE) -> int:
    """Do passes until told to end; gives the exit status."""

    def status() -> int:
        try:
            one_pass()
        except typer.Exit as ended:
            return ended.exit_code
        return 0

    root = project.settings.root
    with _logged():
        if mode.watch:
            desk = Desk(root, lambda: Places.of(Project.here().settings))
            return watch(status, desk.saves(), desk.news)
        schedule = cron(mode.every, time_zone(mode.timezone))
        return serve(status, schedule, jitter=mode.jitter, alive=lambda: touch(root), clock=clock)


def show(mode: Mode, project: Project, engine: str) -> None:
    """Print what the scheduler needs."""
    settings = project.settings
    setup = Setup(
        root=settings.root.resolve(),
        command=_program(),
        cron=cron(mode.every, time_zone(mode.timezone)),
        user=_owner(settings.root),
        engine=engine or settings.backend.name,
        zone=mode.timezone,
        jitter=mode.jitter,
        options=mode.options,
    )
    sys.stdout.write(INSTALLS[str(mode.install)](setup))


@contextmanager
def _logged() -> Iterator[None]:
    """What passes come to goes to standard error, with the time."""
    if logs.as_json():
        yield
        return
    log, handler = logging.getLogger("i18n_pipeline.sync"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)


def _program() -> Path:
    """The `translate` of the environment that this runs in, else the one on the path."""
    beside = Path(sys.executable).with_name("translate")
    found = beside if beside.exists() else shutil.which("translate")
    if not found:
        raise UsageError("There is no program `translate`.", mending="Install the package with pip or pipx.")
    return Path(found).absolute()


def _owner(root: Path) -> str:
    try:
        return root.owner()
    except KeyError:  # a number without a name, as in containers
        return str(root.stat().st_uid)
