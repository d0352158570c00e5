"""Files from a repository of the Hugging Face hub, checked against the hub's own checksums.

Nothing is sent that says who asks.
"""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import file_digest, sha1
from importlib import import_module
from pathlib import Path
from typing import Any

from i18n_pipeline.errors import BackendNotReady, PipelineError, Place

_INSTALL = "Install it with: pip install 'i18n-pipeline[ctranslate2]'"


class NotFetched(PipelineError):
    """The hub can't be reached, has no such files, or sent others."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository by its name (`owner/name`), at a commit or branch; `endpoint` is another hub's address."""

    name: str
    revision: str = ""
    endpoint: str = ""

    @property
    def page(self) -> str:
        """Where a reader finds it."""
        return f"{self.endpoint or _client('huggingface_hub.constants').ENDPOINT}/{self.name}"


def fetch(repository: Repository, patterns: Sequence[str], folder: Path) -> str:
    """Put the files that match a pattern into `folder`; gives the commit that they are of.

    Raises NotFetched, BackendNotReady where the hub's client is not installed, OSError where the disk
    refuses.
    """
    http, errors = _client("httpx2"), _client("huggingface_hub.errors")
    api = _client("huggingface_hub").HfApi(repository.endpoint or None, token=False)
    if not sys.stderr.isatty():
        _client("huggingface_hub.utils").disable_progress_bars()
    try:
        found = api.model_info(repository.name, revision=repository.revision or None, files_metadata=True)
        for file in found.siblings:
            if any(fnmatch(file.rfilename, pattern) for pattern in patterns):
                api.hf_hub_download(repository.name, file.rfilename, revision=found.sha, local_dir=folder)
                _check(file, folder / file.rfilename, repository)
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    except (
        http.HTTPError,
        errors.EntryNotFoundError,
        errors.FileMetadataError,
        errors.HFValidationError,
        errors.XetDownloadError,
        ConnectionError,
        RuntimeError,
    ) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
        raise NotFetched(f"It can't be fetched: {reason}.", place=Place(repository.page)) from error
    return str(found.sha)


def _client(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise BackendNotReady(f"The hub's client is not installed ({error}).", mending=_INSTALL) from error


def _check(file: Any, path: Path, repository: Repository) -> None:
    """Compare a file with the hub's SHA-256, for a small one with its name in git."""
    if file.lfs:
        wanted, found = file.lfs.sha256, _sha256(path)
    else:
        content = path.read_bytes()
        wanted, found = file.blob_id, sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 - git's
    if wanted != found:
        raise NotFetched(
            f"{file.rfilename} is not what the hub has: its checksum differs.",
            place=Place(repository.page),
            mending="Nothing was installed; try again.",
        )


def _sha256(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
