"""A project on disk for `translate sync`, with an engine that is told what to do."""

import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fakes import plugin_engine
from tests.functional.launched import Launcher

ROOT = Path(__file__).parents[2]


def with_plugin(packages: Path, within: Sequence[str] = ()) -> Launcher:
    """Starts `translate` with the plugin engine, installed into a folder; `within` as in Launcher."""
    plugin_engine.install(packages)
    return Launcher({"PYTHONPATH": str(packages), "NO_COLOR": "1"}, within)


@dataclass(frozen=True)
class SyncSite:
    """A project below `folder`; what the engine keeps and what `translate` says stands beside it."""

    folder: Path
    launcher: Launcher

    def __post_init__(self) -> None:
        self.articles.mkdir(parents=True)  # the folder itself may be there, a disk mounted on it
        self.beside.mkdir()
        self.order()
        settings = f'[backend]\nname = "plugin"\n\n[backend.plugin]\nfolder = "{self.beside}"\n'
        (self.folder / "i18n.toml").write_text(settings, encoding="utf-8")

    @property
    def articles(self) -> Path:
        """The Dutch articles."""
        return self.folder / "content" / "nl"

    @property
    def beside(self) -> Path:
        """The engine's folder."""
        return self.folder.with_name(f"{self.folder.name}-engine")

    def order(self, **orders: Any) -> None:
        """Tell the engine what to do; it reads that at every request."""
        temporary = self.beside / "orders.new"
        temporary.write_text(json.dumps(orders), encoding="utf-8")
        temporary.replace(self.beside / "orders.json")

    def write(self, name: str, *sentences: str) -> Path:
        """Write an article with its title and these sentences."""
        path = self.articles / f"{name}.md"
        path.write_text(f"---\ntitle: Artikel {name}\n---\n\n{' '.join(sentences)}\n", encoding="utf-8")
        return path

    def sync(self, *options: str, largest: int | None = None) -> tuple[int, str]:
        """Exit status of a pass, and what it said."""
        self.start("sync", *options, largest=largest)
        return self.launcher.wait(), self.said

    def start(self, *arguments: str, largest: int | None = None) -> int:
        """Start `translate`; the number of its process, which `launcher.wait` waits for."""
        return self.launcher.start(self.folder, self.beside / "said.txt", *arguments, largest=largest)

    @property
    def said(self) -> str:
        """What the last one said."""
        return (self.beside / "said.txt").read_text(encoding="utf-8")

    @property
    def answered(self) -> Counter[str]:
        """How often the engine answered each text."""
        path = self.beside / "answered.txt"
        return Counter(path.read_text(encoding="utf-8").splitlines() if path.exists() else [])

    def files(self) -> Iterator[Path]:
        """Every file below content/ and po/, hidden ones too."""
        for top in ("content", "po"):
            yield from (path for path in sorted((self.folder / top).rglob("*")) if path.is_file())

    def times(self) -> dict[str, tuple[int, int]]:
        """Modification time and inode of every file and folder below content/ and po/."""
        paths = [path for top in ("content", "po") for path in (self.folder / top).rglob("*")]
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}

    def translations(self) -> dict[str, bytes]:
        """Posts and catalogues by name, without dates and without where a renamed article began."""
        return {
            str(path.relative_to(self.folder)): b"\n".join(
                line
                for line in path.read_bytes().split(b"\n")
                if not line.startswith((b'"PO-Revision-Date', b'"Project-Id-Version', b"# Translations of "))
            )
            for path in self.files()
            if not path.is_relative_to(self.articles) and ".attic" not in path.parts
        }

    def age(self, seconds: float = 10) -> None:
        """Make all files older, so that their times are no longer those of this moment."""
        moment = time.time() - seconds
        for path in self.files():
            os.utime(path, (moment, moment))

    def review(self, name: str, source: str, target: str) -> None:
        """Save a catalogue as an editor does that signs a text off: as a whole, under another name first."""
        path = self.folder / "po" / "en" / f"{name}.po"
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        done = [_reviewed(block, target) if f'msgid "{source}"\n' in block else block for block in blocks]
        temporary = self.folder / "editor.po"
        temporary.write_text("\n\n".join(done).rstrip("\n") + "\n", encoding="utf-8")
        temporary.replace(path)


def _reviewed(block: str, target: str) -> str:
    lines = [line for line in block.strip().split("\n") if line != "#, fuzzy" and not line.startswith("#|")]
    end = next(number for number, line in enumerate(lines) if line.startswith("msgstr"))
    return "\n".join([*lines[:end], f'msgstr "{target}"'])
