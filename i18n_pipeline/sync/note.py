"""What a pass leaves for the next one of an article."""

from collections.abc import Mapping

from i18n_pipeline.errors import BackendNotReady, QuotaExceeded
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Job
from i18n_pipeline.storage.files import DiskRefused
from i18n_pipeline.storage.ledger import LedgerRefused
from i18n_pipeline.storage.state import Record, Seen
from i18n_pipeline.sync.judge import Files, failures_of
from i18n_pipeline.sync.watched import SavedMeanwhile

_NOT_ITS_FAULT = (QuotaExceeded, BackendNotReady, LedgerRefused, DiskRefused, SavedMeanwhile)


def noted(
    job: Job,
    report: ArticleReport,
    *,
    there: Files,
    known: Mapping[str, str],
    surroundings: str,
    old: Record | None,
    now: float,
) -> Record | None:
    """The article's record; None where the next pass has to look at it again in any case.

    `there` are its files as they were before the pass, `known` has the digests that the pass read or
    wrote; `now` are seconds since 1970.
    """
    if isinstance(report.problem, _NOT_ITS_FAULT):
        return None
    # No signature: a file that somebody saved since has one too, and must not be taken for this one.
    post, catalogue = (
        Seen(known[path]) if path in known else seen
        for path, seen in zip((job.post, job.catalogue), there[1:], strict=True)
    )
    record = Record(surroundings, (there[0], post, catalogue))
    if report.problem:
        failures = failures_of(old, there, surroundings) + 1
        return record._replace(failures=failures, tried=now, problem=str(report.problem))
    if any(finding.code == "post-edited-by-hand" for finding in report.findings):
        return None
    return record
