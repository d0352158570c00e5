"""What a run left half-written that was killed."""

import contextlib
import os
from pathlib import Path

from i18n_pipeline.config import Settings
from i18n_pipeline.storage.files import TEMPORARY
from i18n_pipeline.storage.pattern import Pattern


def sweep(settings: Settings) -> None:
    """Delete temporary files among posts and catalogues; only for who holds the project's lock."""
    patterns = (text for target in settings.targets for text in (target.target, target.catalogue))
    for folder in {settings.root / Pattern(text).folder for text in patterns}:
        for place, _, names in os.walk(folder):
            for name in names:
                if name.startswith(TEMPORARY):
                    with contextlib.suppress(OSError):
                        (Path(place) / name).unlink()
