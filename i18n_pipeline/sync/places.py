"""The files of a project that people save, and which of them differ from what the last pass left."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from i18n_pipeline.config import Settings
from i18n_pipeline.storage import state
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.state import Record
from i18n_pipeline.storage.walk import NOBODYS

SETTINGS_FILE = "i18n.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """Articles, posts and catalogues by their patterns, and single files; all relative to the root."""

    source: Pattern
    targets: dict[str, tuple[Pattern, Pattern]]
    files: frozenset[str]

    @classmethod
    def of(cls, settings: Settings) -> "Places":
        """The places of these settings."""
        glossaries = {
            each.glossary or f"glossary/{settings.source_language}-{each.name}.csv"
            for each in settings.targets
        }
        return cls(
            Pattern(settings.paths.source),
            {each.name: (Pattern(each.target), Pattern(each.catalogue)) for each in settings.targets},
            frozenset({SETTINGS_FILE, settings.srx, *glossaries} - {""}),
        )

    @property
    def patterns(self) -> Iterator[Pattern]:
        """The patterns of all files that have one."""
        yield self.source
        for patterns in self.targets.values():
            yield from patterns

    def folders(self, root: Path) -> tuple[Path, ...]:
        """The folders there are that hold such files, none inside another."""
        there = sorted({root / each.folder for each in self.patterns if is_folder(root / each.folder)})
        return tuple(each for each in there if not any(other in each.parents for other in there))

    def have(self, path: str) -> bool:
        """Whether a person may have saved this file."""
        nobodys = any(part.startswith(NOBODYS) for part in path.split("/"))
        return not nobodys and any(each.variable(path) is not None for each in self.patterns)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; one that may not be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises PermissionError


def news(root: Path, places: Places, paths: Iterable[str]) -> list[str]:
    """Those of the paths, in order, whose file is otherwise than the last pass read or wrote it."""
    records = state.load(root).records
    return sorted(path for path in paths if _digest(root / path) not in _known(records, places, path))


def _digest(path: Path) -> str:
    try:
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def _known(records: Mapping[str, Mapping[str, Record]], places: Places, path: str) -> Iterator[str]:
    """The digests that the last pass's records have for a file, one for each target language."""
    for target, patterns in places.targets.items():
        for place, pattern in enumerate((places.source, *patterns)):
            variable = pattern.variable(path)
            article = "" if variable is None else places.source.fill(variable)
            record = records.get(target, {}).get(article)
            if record and not record.failures:
                yield record.files[place].digest
