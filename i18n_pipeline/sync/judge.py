"""What a pass has to do with an article, from what the last one knew of it."""

from enum import StrEnum

from i18n_pipeline.storage.state import Record, Seen, digests
from i18n_pipeline.sync.backoff import due


class Verdict(StrEnum):
    """What becomes of an article in this pass."""

    SAME = "same"
    DUE = "due"
    WAITING = "waiting"


Files = tuple[Seen, Seen, Seen]
"""An article, its post and its catalogue as they are."""


def verdict(record: Record | None, now_there: Files, surroundings: str, now: float) -> Verdict:
    """`surroundings` names all else that decides over the translation, `now` are seconds since 1970."""
    if record is None or not _as_recorded(record, now_there, surroundings):
        return Verdict.DUE
    if not record.failures:
        return Verdict.SAME
    return Verdict.DUE if due(record.failures, record.tried, now) else Verdict.WAITING


def failures_of(record: Record | None, now_there: Files, surroundings: str) -> int:
    """How often in a row an article failed as it is; the count starts anew with whatever changed."""
    return record.failures if record and _as_recorded(record, now_there, surroundings) else 0


def _as_recorded(record: Record, now_there: Files, surroundings: str) -> bool:
    return record.surroundings == surroundings and digests(record.files) == digests(now_there)
