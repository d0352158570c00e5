"""The seal of a pass that found nothing to do: the next one then ends before it begins (`sync.quick`)."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from i18n_pipeline.backends.ctranslate2.installed import models_folder
from i18n_pipeline.cli.project import Project
from i18n_pipeline.storage import files
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.state import RACY
from i18n_pipeline.sync import quick
from i18n_pipeline.sync.listing import Listing, Signature, listed


@dataclass(frozen=True, slots=True)
class Seal:
    """A project's folders as they were before anything was looked at; `asked` are the options' values.

    `found` is what a look before it found, if there was one. `listing` is None in doubt, where a link is
    in the folders; then there is no seal.
    """

    project: Project
    asked: Sequence[str]
    found: quick.Look | None = None
    listing: Listing | None = field(init=False)

    def __post_init__(self) -> None:
        folders, found = self._folders(), self.found
        there = found.listing if found and found.folders == folders else None
        object.__setattr__(self, "listing", there or listed(str(self.project.settings.root), folders))

    def signatures(self) -> dict[str, Signature]:
        """Of each file by its path, empty in doubt."""
        return self.listing.signatures(str(self.project.settings.root)) if self.listing else {}

    def keep(self, articles: int) -> None:
        """Write it, unless a file is so new that it may change again unseen."""
        if self.listing is None:
            return
        root, watched = self.project.settings.root, self._watched()
        digest, latest = quick.seal(str(root), self.asked, self.listing, watched)
        if latest < self.listing.begun - RACY:
            text = quick.seal_text(digest, articles, self._folders(), watched)
            files.write(root / quick.SEAL_FILE, os.fsencode(text))

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
