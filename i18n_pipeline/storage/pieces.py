"""A large file as a whole, from pieces: never all of it in memory, never half of it on disk."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from i18n_pipeline.errors import PipelineError, Place
from i18n_pipeline.model.sentence import reason
from i18n_pipeline.storage.files import TEMPORARY


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Put the pieces into the file, in place of what it had.

    Raises PipelineError where it can't be written, and what `pieces` raises; then the file is as it
    was and nothing is left beside it.
    """
    temporary = path.with_name(f"{TEMPORARY}{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        problem = f"It can't be written: {reason(error)}."
        raise PipelineError(problem, place=Place(str(path)), mending="Make room, or allow it.") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
