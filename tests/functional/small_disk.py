"""A disk of a few megabytes for a project, and what can befall a disk: it fills, it is read-only.

The disk is mounted where the launcher alone sees it, and is gone with it; a test reaches it through
the launcher's /proc. Modes count for root too: the launcher lacks the capabilities that pass over them.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.functional.launched import Launcher
from tests.functional.sync_site import SyncSite, with_plugin

_UNSHARE = (
    ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
)
_MOUNT = """
mount -t tmpfs -o "size=$1,mode=755" small "$2" && shift 2 &&
exec setpriv --bounding-set=-dac_override,-dac_read_search -- "$@"
"""
BALLAST = "ballast"
"""The name of the file that fills a disk."""


@dataclass(frozen=True)
class SmallDisk:
    """A disk for one project; `launcher` is the process that it is mounted for."""

    launcher: Launcher
    mounted: Path

    def emptied(self) -> SyncSite:
        """A new project without articles that has the disk to itself."""
        for each in (*self.folder.iterdir(), self.folder.with_name(f"{self.folder.name}-engine")):
            shutil.rmtree(each) if each.is_dir() else each.unlink(missing_ok=True)
        return SyncSite(self.folder, self.launcher)

    @property
    def folder(self) -> Path:
        """The disk as a test reaches it."""
        return Path(f"/proc/{self.launcher.process}/root{self.mounted}")

    @property
    def free(self) -> int:
        """Bytes."""
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize

    def fill(self, left: int = 0) -> None:
        """Leave so many bytes free, rounded down to whole blocks."""
        with (self.folder / BALLAST).open("ab") as file:
            if (size := self.free - left) > 0:
                os.posix_fallocate(file.fileno(), file.tell(), size)

    def clear(self) -> None:
        """Free what was filled."""
        (self.folder / BALLAST).unlink(missing_ok=True)

    @contextmanager
    def read_only(self, path: str) -> Iterator[None]:
        """A folder of the disk can't be written for the time of a `with` block."""
        folder = str(self.mounted / path)
        self._inside("mount", "--bind", folder, folder)
        self._inside("mount", "-o", "remount,bind,ro", folder)
        try:
            yield
        finally:
            self._inside("umount", folder)

    def _inside(self, *command: str) -> None:
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        target = f"--target={self.launcher.process}"
        subprocess.run(["nsenter", target, *user, "--mount", "--", *command], check=True)


@contextmanager
def small_disk(folder: Path, size: str = "8m") -> Iterator[SmallDisk]:
    """A disk of this size, as mount(8) takes it.

    Skips the test where a process can't have mounts of its own.
    """
    site = folder / "site"
    site.mkdir()
    if problem := why_not():
        pytest.skip(f"no disk can be mounted for one process alone: {problem}")
    launcher = with_plugin(folder / "packages", [*_UNSHARE, "sh", "-c", _MOUNT, "sh", size, str(site)])
    try:
        yield SmallDisk(launcher, site)
    finally:
        launcher.close()


def why_not() -> str:
    """What stands against it: the system that refuses such a mount, a program that is missing; else empty."""
    if missing := [each for each in ("unshare", "nsenter", "setpriv") if not shutil.which(each)]:
        return f"there is no {missing[0]}"
    tried = subprocess.run(
        [*_UNSHARE, "sh", "-c", _MOUNT, "sh", "64k", "/tmp", "true"],  # noqa: S108
        capture_output=True,
        text=True,
        check=False,
    )
    return tried.stderr.strip() if tried.returncode else ""
