"""`translate model install`: fetch a model, check it, put it where the engines look."""

import json
import os
import re
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.backends.ctranslate2 import convert, library
from i18n_pipeline.backends.ctranslate2.folder import FILES, ORIGIN
from i18n_pipeline.backends.ctranslate2.installed import models_folder
from i18n_pipeline.backends.ctranslate2.trial import SENTENCE, trial
from i18n_pipeline.cli import output
from i18n_pipeline.cli.model.known import KNOWN
from i18n_pipeline.errors import UsageError
from i18n_pipeline.storage import models
from i18n_pipeline.storage.hub import NotFetched, Repository, fetch

_NAME = re.compile(r"\w[\w.-]*")


def command(
    name: Annotated[str, typer.Argument(help="The model, such as opus-mt-nl-en.", show_default=False)],
    origin: Annotated[
        Path | None,
        typer.Option(
            "--from", exists=True, help="A folder or archive that has the model.", show_default=False
        ),
    ] = None,
    repository: Annotated[
        str, typer.Option(help="A repository of the hub with the model in CTranslate2's form.")
    ] = "",
    revision: Annotated[str, typer.Option(help="The repository's commit or branch.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the model if it is installed.")] = False,
) -> None:
    """Install a translation model; without --from it is fetched from the Hugging Face hub."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"`{name}` can't be a model's name.", mending="Letters, digits, dots and hyphens.")
    library.require()
    known = KNOWN.get(name)
    named = repository or (known.repository if known else "")
    if not (named or origin):
        raise UsageError(
            f"There is no known source of `{name}`.",
            mending=f"Known are {', '.join(KNOWN)}; for others give --repository or --from.",
        )
    target = models_folder(os.environ) / name
    with models.staged(target, replace=force) as stage:
        if origin:
            found = _taken(origin, stage)
        else:
            found = _fetched(
                name, Repository(named, revision, os.environ.get("HF_ENDPOINT", "").rstrip("/")), stage
            )
        said = trial(stage)
        (stage / ORIGIN).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    screen = output.console()
    screen.print(f"{name} is installed in {target}.", markup=False)
    screen.print(f"Trial: {SENTENCE} → {said}", markup=False)


def _taken(origin: Path, stage: Path) -> dict[str, str]:
    with models.opened(origin) as folder:
        convert.take(folder, stage)
    return {"source": origin.name, "revision": ""}


def _fetched(name: str, repository: Repository, stage: Path) -> dict[str, str]:
    try:
        commit = fetch(repository, FILES, stage)
    except NotFetched as error:
        if error.mending:
            raise
        raise NotFetched(error.problem, place=error.place, mending=_by_hand(name, repository)) from error
    return {"source": repository.name, "revision": commit}


def _by_hand(name: str, repository: Repository) -> str:
    ways = [f"all files of {repository.page}, in a folder"]
    if name in KNOWN:
        ways.append(f"the release of those who trained it, as it is: {KNOWN[name].release}")
    return "\n".join((
        "Nothing was installed.",
        "By hand: get on a machine with internet",
        *(f"  - {way}" for way in ways),
        "and install one of them here:",
        f"  translate model install {name} --from PATH",
    ))  # fmt: skip
