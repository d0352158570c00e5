"""The seal of a pass that found nothing to do: the next one then ends before it begins (`sync.quick`)."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from i18n_pipeline.backends.ctranslate2.installed import models_folder
from i18n_pipeline.cli.project import Project
from i18n_pipeline.storage import files
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.state import RACY
from i18n_pipeline.sync import quick


@dataclass(frozen=True, slots=True)
class Seal:
    """A project's folders as they were before anything was looked at; `asked` are the options' values."""

    project: Project
    asked: Sequence[str]
    started: int = field(default_factory=time.time_ns)
    digest: tuple[str, int] | None = field(init=False)

    def __post_init__(self) -> None:
        root = str(self.project.settings.root)
        object.__setattr__(self, "digest", quick.seal(root, self.asked, self._folders(), self._watched()))

    def keep(self, articles: int) -> None:
        """Write it, unless a file is so new that it may change again unseen."""
        if self.digest and self.digest[1] < self.started - RACY:
            text = quick.seal_text(self.digest[0], articles, self._folders(), self._watched())
            files.write(self.project.settings.root / quick.SEAL_FILE, os.fsencode(text))

    def _folders(self) -> list[str]:
        settings = self.project.settings
        patterns = [settings.paths.source]
        patterns += [text for each in settings.targets for text in (each.target, each.catalogue)]
        found = {Pattern(text).folder for text in patterns}
        return sorted(each for each in found if not any(_below(each, other) for other in found))

    def _watched(self) -> list[str]:
        return list(dict.fromkeys((quick.SETTINGS_FILE, *self._named(), str(models_folder(os.environ)))))

    def _named(self) -> Iterator[str]:
        """Files that settings name, and those that count as named when they are there."""
        settings = self.project.settings
        for target in settings.targets:
            yield target.glossary or f"glossary/{settings.source_language}-{target.name}.csv"
        if settings.srx:
            yield settings.srx


def _below(folder: str, other: str) -> bool:
    return folder != other and (not other or folder.startswith(f"{other}/"))
