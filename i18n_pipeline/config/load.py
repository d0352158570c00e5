"""Settings from `i18n.toml` and the environment."""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from i18n_pipeline.config.rules import read_rules
from i18n_pipeline.config.sections import read_backend, read_budget, read_checks
from i18n_pipeline.config.settings import Publish, Segmentation, Settings
from i18n_pipeline.config.table import SettingsText, Table
from i18n_pipeline.config.targets import file_below, language, read_paths, read_targets
from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.model.sentence import ended, reason

FILE_NAME = "i18n.toml"
ENVIRONMENT_NAME = "I18N_BACKEND"


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards with an `i18n.toml`, else `start` if it has the usual layout.

    Raises UsageError where there is neither.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    if (here / "content" / "nl").is_dir():
        return here
    problem = f"There is no {FILE_NAME} here or in a folder above, and no content/nl with articles."
    mending = f"Go to the site's folder, or write {FILE_NAME} there (docs/reference/settings.md)."
    raise UsageError(problem, place=Place(str(start)), mending=mending)


def load(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the project at `root`; all defaults where it has no `i18n.toml`.

    `I18N_BACKEND` in the environment names the engine in place of `backend.name`. Raises UsageError
    with file and line for text that is no TOML, unknown keys, wrong types and values.
    """
    path = root / FILE_NAME
    text = _text(path)
    top = Table(_parsed(text, path), SettingsText(str(path), text))
    source_language = language(top, "source_language", "nl")
    paths = read_paths(top.table("paths"), source_language)
    segmentation: Segmentation = top.choice("segmentation", "sentence", Segmentation)
    publish: Publish = top.choice("publish", "machine", Publish)
    settings = Settings(
        root=root,
        source_language=source_language,
        segmentation=segmentation,
        publish=publish,
        srx=file_below(top, "srx", "", root),
        shortcode_parameters=top.texts("shortcode_parameters", ("caption", "title", "alt")),
        paths=paths,
        targets=read_targets(top, paths, root, source_language),
        front_matter=read_rules(top.table("front_matter"), FrontMatterRules()),
        backend=read_backend(top.table("backend"), environment.get(ENVIRONMENT_NAME, "")),
        checks=read_checks(top.table("checks")),
        budget=read_budget(top.table("budget")),
    )
    top.close()
    return settings


def place_of(root: Path, *keys: str) -> Place:
    """Where a key stands in the settings file, for those who judge its value later."""
    path = root / FILE_NAME
    return SettingsText(str(path), _text(path)).place(keys)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        place = Place(str(path), line)
        raise UsageError("It isn't UTF-8.", place=place, mending="Save it as UTF-8.") from error
    except OSError as error:
        problem = f"It can't be read: {reason(error)}."
        mending = f"{FILE_NAME} has to be a file that the user who runs this may read."
        raise UsageError(problem, place=Place(str(path)), mending=mending) from error


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: TOMLDecodeError, a number without end
        where = re.search(r"at line (\d+)", str(error))
        line = int(where[1]) if where else text.rstrip().count("\n") + 1
        problem = f"It isn't valid TOML: {ended(error)}"
        raise UsageError(problem, place=Place(str(path), line), mending="Mend that line.") from error
