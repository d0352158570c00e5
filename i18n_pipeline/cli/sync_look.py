"""What a pass has to do: the articles of each target language, judged by what the last pass left."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from i18n_pipeline.cli.project import Project, jobs
from i18n_pipeline.cli.translation import Engine
from i18n_pipeline.config import Target
from i18n_pipeline.errors import BackendError, PipelineError
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Job
from i18n_pipeline.storage.discover import Found
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.state import Record, Records, Seen, State, look
from i18n_pipeline.storage.walk import walk
from i18n_pipeline.sync.backoff import delay
from i18n_pipeline.sync.judge import Files, Verdict, verdict
from i18n_pipeline.sync.listing import Signature
from i18n_pipeline.sync.surroundings import surroundings

_UNSEEN = (Seen(), Seen(), Seen())


@dataclass(slots=True)
class Looked:
    """One target language's articles: those that are due, those that wait, all files as they are.

    `orphans` says that catalogues are there whose article is not, `new` that an article has none.
    """

    target: Target
    surroundings: str
    due: list[Job] = field(default_factory=list)
    waiting: list[ArticleReport] = field(default_factory=list)
    files: dict[str, Files] = field(default_factory=dict)
    orphans: bool = False
    new: bool = False


def looked_at(
    project: Project,
    target: Target,
    found: Sequence[Found],
    signatures: Mapping[str, Signature],
    state: State,
    engine: Engine,
) -> Looked:
    """Judge the articles; records of those that are gone go, hints that are out of date are renewed.

    `signatures` are those of the files before the pass, empty where they are not known.
    """
    around = surroundings(project.settings, target, engine.name, fingerprint(engine, state))
    result = Looked(target, around, orphans=_orphans(project, target, found, signatures))
    known = state.records.setdefault(target.name, Records())
    todo = jobs(found, target)
    for article in set(known).difference([job.article for job in todo]):
        del known[article]
    for job in todo:
        if known.stand(job.article, around, [signatures.get(path) for path in job.paths]):
            continue
        record = known.get(job.article)
        there = _there(project, job, record)
        result.files[job.article] = there
        match verdict(record, there, around, project.clock.now().timestamp()):
            case Verdict.DUE:
                result.due.append(job)
                result.new = result.new or not there[2].digest
            case Verdict.WAITING if record:
                result.waiting.append(_waiting(record, job, target))
        if record:
            same = [each.digest for each in there] == [each.digest for each in record.files]
            known[job.article] = record._replace(files=there) if same else record
    return result


def fingerprint(engine: Engine, state: State) -> str:
    """The engine's fingerprint; while the engine is not ready, the one that it had."""
    try:
        state.fingerprints[engine.name] = engine().fingerprint
    except BackendError:
        return state.fingerprints.get(engine.name, "")
    return state.fingerprints[engine.name]


def _there(project: Project, job: Job, record: Record | None) -> Files:
    now, known = time.time_ns(), record.files if record else _UNSEEN
    article, post, catalogue = (
        look(f"{project.settings.root}/{path}", seen, now)
        for path, seen in zip(job.paths, known, strict=True)
    )
    return (article, post, catalogue)


def _orphans(
    project: Project, target: Target, found: Sequence[Found], signatures: Mapping[str, Signature]
) -> bool:
    articles, pattern = {each.variable for each in found}, Pattern(target.catalogue)
    walked = (item.path for item in walk(project.settings.root, pattern.folder) if not item.is_folder)
    return not articles.issuperset(filter(None, map(pattern.variable, signatures or walked)))


def _waiting(record: Record, job: Job, target: Target) -> ArticleReport:
    often = "once" if record.failures == 1 else f"{record.failures} times in a row"
    moment = datetime.fromtimestamp(record.tried + delay(record.failures), UTC)
    problem = PipelineError(
        record.problem,
        mending=f"It failed {often}; it is tried again from {moment:%Y-%m-%d %H:%M} UTC on,"
        " or as soon as the article, its PO file, the glossary or the settings change.",
    )
    return ArticleReport(job.article, target.language, problem=problem)
