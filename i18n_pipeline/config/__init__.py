"""The project's settings: `i18n.toml` and the environment, as frozen values."""

from i18n_pipeline.config.load import FILE_NAME, find_root, load, place_of
from i18n_pipeline.config.settings import BackendSettings, Budget, Paths, Settings, Target

__all__ = [
    "FILE_NAME",
    "BackendSettings",
    "Budget",
    "Paths",
    "Settings",
    "Target",
    "find_root",
    "load",
    "place_of",
]
