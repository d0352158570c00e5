"""`--write-source`: reviewed titles go into the articles themselves, where `english_title` is empty."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.work import Work
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.encoding import encode
from i18n_pipeline.model.document import Path
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.site import Files
from i18n_pipeline.stages.article import Analysed, Article, analyse
from i18n_pipeline.stages.source_titles import WAITING, filled, filling, with_own
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.watched import SavedMeanwhile, Watched

_SHOWN = 10
"""So many articles are listed whose title waits."""


@dataclass(slots=True)
class SourceTitles:
    """Fills articles that were read for a run, and keeps a report for each of them.

    `files` guards what others save meanwhile; `force` is the run's.
    """

    project: Project
    files: Files
    force: bool = False
    reports: dict[tuple[str, str], ArticleReport] = field(default_factory=dict)
    _written: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, project: Project, *, force: bool = False) -> "SourceTitles":
        """For a project on disk."""
        root = project.settings.root
        return cls(project, Watched(root, Journal(root), ()), force)

    def fill(self, works: Sequence[Work]) -> list[Work]:
        """The work on the articles as they are once their titles are written."""
        for each in works:
            for article in each.analysed:
                self._fill(self._fresh(article, each), each)
        return [replace(each, found=[self._accounted(found, each) for found in each.found]) for each in works]

    def told(self, report: RunReport) -> RunReport:
        """The run's report with what was written and found here."""
        articles = [each.after(self.reports.get((each.target, each.article))) for each in report.articles]
        return replace(report, articles=articles)

    def __str__(self) -> str:
        """What was done, for a person, in whole lines; empty where nothing was to be done."""
        lines = [f"Titles were written into {len(self._written):,} articles.\n"] if self._written else []
        if self.reports and self._shared:
            lines.append(f"Several targets derive {', '.join(sorted(self._shared))}: left as it is.\n")
        waiting = list(dict.fromkeys(each.article for each in self.reports.values() if _waits(each)))
        if waiting:
            names = ", ".join(waiting[:_SHOWN]) + (", …" if len(waiting) > _SHOWN else "")
            lines.append(
                f"Titles of {len(waiting):,} articles wait for a person to sign them off: {names}.\n"
            )
        return "".join(lines)

    @property
    def _shared(self) -> set[str]:
        """Keys that several targets derive: what one of them wrote there, another would take for reviewed."""
        counts = Counter(
            key for target in self.project.settings.targets for key in target.front_matter.derive
        )
        return {key for key, count in counts.items() if count > 1}

    def _derived(self, each: Work) -> dict[str, str]:
        derive, shared = each.language.reading.rules.derive, self._shared
        return {key: origin for key, origin in derive.items() if key not in shared}

    def _fill(self, article: Article, each: Work) -> None:
        path = self.project.settings.root / article.job.article
        if not isinstance(article, Analysed) or path.is_symlink():
            return  # the article that a link points to is filled on its own
        found = filling(article, self._derived(each))
        report = ArticleReport(article.job.article, each.language.target, findings=found.findings)
        try:
            if found.texts and article.old_bytes is not None:
                self._write(article, found.texts, found.own)
                report = replace(report, written=(article.job.article,))
        except PipelineError as error:
            is_placed = error.place and error.place.path
            report = replace(report, problem=error if is_placed else error.at(article.job.article))
        self.reports[each.language.target, article.job.article] = report

    def _write(self, article: Analysed, texts: Mapping[Path, str], own: Sequence[str]) -> None:
        """The catalogue first: a crash between the two must not make an editor's word of a filled title."""
        job, like = article.job, article.decoded
        data = filled(article, texts)
        if self.files.read(job.article) != encode(like.text, like):
            raise _saved(job.article)
        where = job.catalogue
        if self.files.read_if_there(where) is None and job.former:
            where = job.former.catalogue
        if self.files.read_if_there(where) != article.old_bytes:
            raise _saved(where)
        self.files.write(where, gettext.write(with_own(article, (*own, *texts.values())).old))
        self.files.write(job.article, data)
        self._written.add(job.article)

    def _fresh(self, article: Article, each: Work) -> Article:
        """The article read again if it was written since."""
        if article.job.article not in self._written:
            return article
        return analyse(article.job, each.language, self.files, force=self.force)

    def _accounted(self, article: Article, each: Work) -> Article:
        """The article as it is, its catalogue's account of filled texts without those that went."""
        fresh = self._fresh(article, each)
        if not isinstance(fresh, Analysed):
            return fresh
        return with_own(fresh, filling(fresh, self._derived(each)).own)


def _saved(path: str) -> SavedMeanwhile:
    return SavedMeanwhile(
        f"{path} was saved while the title was to be filled in.", mending="It is as it was saved; run again."
    )


def _waits(report: ArticleReport) -> bool:
    return any(finding.code == WAITING for finding in report.findings)
