"""One pass over the articles that are due: edited posts first, then translate, write, and note it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from i18n_pipeline import pipeline
from i18n_pipeline.cli import output
from i18n_pipeline.cli.bill import bill
from i18n_pipeline.cli.deleted import Deleted
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.sync_edits import edits
from i18n_pipeline.cli.sync_look import Looked
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.work import Work, placed
from i18n_pipeline.errors import QuotaExceeded
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.stages.article import Language
from i18n_pipeline.storage.attic import Left
from i18n_pipeline.storage.state import State
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.note import noted
from i18n_pipeline.sync.watched import SavedMeanwhile, Watched

_ROUNDS = 3
"""So often an article is gone through in one pass while somebody saves its files."""


Told = dict[tuple[str, str], ArticleReport]
"""By target language and article: what taking over a post's edits had to say."""


@dataclass(slots=True)
class Pass:
    """What a pass works with; `files` guards what others save meanwhile."""

    project: Project
    engine: Engine
    state: State
    journal: Journal
    files: Watched
    prune: bool
    quiet: bool
    languages: dict[str, Language] = field(default_factory=dict)

    def carried_out(self, looked: Sequence[Looked]) -> RunReport:
        """Do what is due; an article that somebody saved in the middle is gone through again."""
        result = self._round(looked)
        for _ in range(_ROUNDS - 1):
            again = _saved_meanwhile(looked, result)
            if not again or result.interrupted or result.stopped:
                break
            result = _joined(result, self._round(again))
        for each in looked:
            self._note(each, result.articles)
        if isinstance(result.stopped, QuotaExceeded):
            return replace(result, left=self._left(looked))
        return result

    def _left(self, looked: Sequence[Looked]) -> str:
        """What of the due articles is still to be sent, and what it costs."""
        # Read past the guard: what somebody saved by now is the next pass's, which has to see it.
        site = self.project.site()
        read = ((self._language(each), each.due) for each in looked)
        works = [Work(language, pipeline.read(due, language, site), ()) for language, due in read]
        return str(bill(self.project, planned(self.project, works, self.engine), ask_engine=False))

    def _round(self, looked: Sequence[Looked]) -> RunReport:
        told: Told = {}
        works = [self._work(each, told) for each in looked]
        asked = planned(self.project, works, self.engine).over(self.files)
        if asked.estimate.texts and not self.quiet:
            output.console().print(str(bill(self.project, asked)), markup=False)
        paid = bool(self.engine.made and self.engine.made.capabilities.paid)
        limit = self.project.limit(paid=paid, asked=0)
        result = asked.carried_out(concurrency=0, limit=limit, quiet=self.quiet)
        return replace(
            result, articles=[each.after(told.get((each.target, each.article))) for each in result.articles]
        )

    def _work(self, looked: Looked, told: Told) -> Work:
        """The due articles with where they stood before, once edited posts are taken over, and what went."""
        language = self._language(looked)
        there = self.project.left(looked.target) if looked.orphans or looked.new else Left((), ())
        jobs = placed(self.project, looked.target, looked.due, there, language.reading, self.files)
        deleted = list(Deleted(self.project, looked.target, prune=self.prune).reports(jobs, there.orphans))
        # Of a renamed article the post may be there before its catalogue: that is no edit to take over.
        stayed = [job for job in jobs if not job.former]
        for report in edits(self.project, looked.target, language, stayed, self.files):
            told[report.target, report.article] = report
        return Work(language, pipeline.read(jobs, language, self.files), deleted)

    def _language(self, looked: Looked) -> Language:
        name = looked.target.name
        if name not in self.languages:
            self.languages[name] = self.project.language(looked.target)
        return self.languages[name]

    def _note(self, looked: Looked, reports: Sequence[ArticleReport]) -> None:
        """Records of what was done and what failed; a post whose catalogue is written needs no journal."""
        records = self.state.records[looked.target.name]
        due = {job.article: job for job in looked.due}
        done = []
        for report in reports:
            job = due.get(report.article) if report.target == looked.target.language else None
            if job is None:
                continue
            if report.problem is None:
                done.append(job)
            record = noted(
                job,
                report,
                there=looked.files[job.article],
                known=self.files.known,
                surroundings=looked.surroundings,
                old=records.pop(job.article, None),
                now=self.project.clock.now().timestamp(),
            )
            if record:
                records[job.article] = record
        self.journal.settle(done)


def _saved_meanwhile(looked: Sequence[Looked], result: RunReport) -> list[Looked]:
    """What is left to go through again: the articles of which a file was saved in the middle."""
    saved = {
        (each.target, each.article) for each in result.articles if isinstance(each.problem, SavedMeanwhile)
    }
    again = [
        replace(each, due=[job for job in each.due if (each.target.language, job.article) in saved])
        for each in looked
    ]
    return [each for each in again if each.due]


def _joined(first: RunReport, second: RunReport) -> RunReport:
    """Both rounds as one; of an article that was gone through twice the later report counts."""
    later = {(each.target, each.article): each for each in second.articles}
    return replace(
        second,
        articles=[later.pop((each.target, each.article), each) for each in first.articles],
        engine=first.engine or second.engine,
        draft=first.draft or second.draft,
        seconds=first.seconds + second.seconds,
        engine_seconds=max(first.engine_seconds, second.engine_seconds),
    )
