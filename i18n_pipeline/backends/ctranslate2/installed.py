"""Where models lie, and which are there."""

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

from i18n_pipeline.backends.ctranslate2.folder import WEIGHTS, Model, read
from i18n_pipeline.backends.ctranslate2.languages import marks
from i18n_pipeline.errors import BackendNotReady, Place

VARIABLE = "I18N_MODELS"


def models_folder(environment: Mapping[str, str]) -> Path:
    """The folder that holds one folder per model: `I18N_MODELS`, else the user's data folder."""
    if named := environment.get(VARIABLE):
        return Path(named).expanduser()
    return user_data_path("i18n-pipeline", appauthor=False) / "models"


def installed(environment: Mapping[str, str]) -> list[Path]:
    """The folders of all installed models, by name."""
    found = models_folder(environment).glob(f"*/{WEIGHTS}")
    return sorted(path.parent for path in found if not path.parent.name.startswith("."))


def find(model: str, environment: Mapping[str, str]) -> Path:
    """The folder of an installed model, or the one whose path it is; raises BackendNotReady."""
    if any(sign in model for sign in "/\\~"):
        return Path(model).expanduser()
    path = models_folder(environment) / model
    if not path.is_dir():
        raise BackendNotReady(
            f"The model `{model}` is not installed.",
            place=Place(str(path)),
            mending=f"Install it with: translate model install {model}",
        )
    return path


def for_languages(source: str, target: str, environment: Mapping[str, str]) -> Model | None:
    """The first installed OPUS-MT model for one pair that is these languages, None without one."""
    for path in installed(environment):
        try:
            model = read(path)
            marks(model, source, target)
        except BackendNotReady:
            continue
        if model.pair and not model.codes:
            return model
    return None
