"""From settings and options to what the pipeline takes: the entry point builds the ports."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n_pipeline import backends, config
from i18n_pipeline.config import Settings, Target
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.formats import glossary_csv, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.budget import Limit
from i18n_pipeline.model.engine import Backend
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.annotate import Checks
from i18n_pipeline.stages.article import Language, Ports
from i18n_pipeline.stages.segment import Reading
from i18n_pipeline.storage import files
from i18n_pipeline.storage.attic import Left, left
from i18n_pipeline.storage.discover import Found, articles
from i18n_pipeline.storage.ledger import Forgetful, SqliteLedger
from i18n_pipeline.storage.memory import SqliteMemory
from i18n_pipeline.storage.pattern import Pattern
from i18n_pipeline.storage.patterns import kept
from i18n_pipeline.storage.site import Site
from i18n_pipeline.sync.clock import MACHINE, Clock


@dataclass(frozen=True, slots=True)
class Project:
    """A project on disk with its settings, and the clock that its work goes by."""

    settings: Settings
    clock: Clock = MACHINE

    @classmethod
    def here(cls, clock: Clock = MACHINE) -> "Project":
        """The project that the current folder belongs to; raises UsageError where there is none."""
        try:
            here = Path.cwd()
        except OSError as error:
            raise UsageError(
                "the current folder is gone.", mending="Go to the project's folder and run again."
            ) from error
        return cls(config.load(config.find_root(here)), clock)

    def targets(self, name: str) -> tuple[Target, ...]:
        """All target languages, or the one of that name."""
        chosen = tuple(target for target in self.settings.targets if name in {"", target.name})
        if not chosen:
            known = ", ".join(target.name for target in self.settings.targets)
            raise UsageError(f"there is no target `{name}`.", mending=f"The settings have: {known}.")
        return chosen

    def found(self, paths: Sequence[Path]) -> list[Found]:
        """The articles, all or those below `paths`."""
        return articles(
            self.settings.root,
            self.settings.paths.source,
            paths,
            targets=[target.target for target in self.settings.targets],
        )

    def language(self, target: Target) -> Language:
        """Sentence rules, glossary and checks for a target language."""
        glossary = self._glossary(target)
        return Language(
            self.settings.source_language,
            target.language,
            Reading(
                self._split(),
                rules=target.front_matter,
                vocabulary=glossary.taxonomy,
                parameters=self.settings.shortcode_parameters,
            ),
            Checks(
                glossary,
                lemmatiser(target.language),
                target.language,
                self.settings.checks,
                is_word=vocabulary(self.settings.source_language),
            ),
            self.settings.publish,
        )

    def _split(self) -> Callable[[str], list[str]]:
        if self.settings.segmentation == "paragraph":
            return lambda text: [text]
        rules = self.settings.srx
        text = files.read(self.settings.root / rules).decode("utf-8-sig") if rules else None
        return srx.splitter(self.settings.source_language, text, kept(srx.compiled))

    def _glossary(self, target: Target) -> Glossary:
        if not target.glossary:
            return Glossary()
        path = self.settings.root / target.glossary
        try:
            terms = glossary_csv.read(files.read(path).decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise UsageError(f"{target.glossary}: it isn't UTF-8.", mending="Save it as UTF-8.") from error
        except PipelineError as error:
            raise error.at(target.glossary) from error
        return Glossary(terms, lemmatiser(self.settings.source_language))

    def backend(self, name: str = "") -> Backend:
        """The engine of that name, or the settings' own."""
        name = name or self.settings.backend.name
        return backends.make(name, self.settings.backend.tables.get(name, {}))

    def ports(
        self,
        backend: Callable[[], Backend],
        *,
        ledger: SqliteLedger | None = None,
        memory: SqliteMemory | None = None,
        dry: bool = False,
        force: bool = False,
    ) -> Ports:
        """Files, ledger and memory of this project; `backend` makes the engine when it is first needed.

        With `force` answers of earlier runs are not taken.
        """
        ledger = ledger or self.ledger()
        return Ports(
            files=self.site(dry=dry),
            ledger=Forgetful(ledger) if force else ledger,
            backend=backend,
            today=f"{self.clock.now():%Y-%m-%d %H:%M+0000}",
            answered=lambda _article, _texts: None,
            memory=memory or self.memory(),
        )

    def left(self, target: Target) -> Left:
        """Catalogues whose article is not there, and those in the attic."""
        return left(self.settings.root, self.settings.paths.source, target.target, target.catalogue)

    def memory(self) -> SqliteMemory:
        """The project's past translations; the file is made when the first is put into it."""
        return SqliteMemory(self.settings.root / ".i18n" / "memory.sqlite3")

    def ledger(self) -> SqliteLedger:
        """The project's paid answers; the file is made when the first is put into it."""
        return SqliteLedger(self.settings.root / ".i18n" / "ledger.sqlite3", self.clock.now)

    def limit(self, *, paid: bool, asked: int) -> Limit:
        """How many characters a run may send: what was asked for, else what a paid engine's budget leaves."""
        budget = self.settings.budget
        limits = [Limit(asked)] if asked else []
        if paid and budget.per_run and not asked:
            limits.append(Limit(budget.per_run))
        if paid and budget.per_month:
            ledger = self.ledger()
            left = budget.per_month - ledger.billed_in(f"{self.clock.now():%Y-%m}")
            limits.append(Limit(max(0, left), budget.per_month))
            ledger.close()
        return min(limits, default=Limit())

    def site(self, *, dry: bool = False) -> Site:
        """The project's files; `dry` writes none."""
        return Site(self.settings.root, dry=dry)


def jobs(found: Sequence[Found], target: Target) -> list[Job]:
    """The work for one target language; articles that can't be used are left out."""
    post, catalogue = Pattern(target.target), Pattern(target.catalogue)
    return [
        Job(article.path, post.fill(article.variable), catalogue.fill(article.variable))
        for article in found
        if article.problem is None
    ]


def refused(found: Sequence[Found], target: Target) -> Iterator[ArticleReport]:
    """Reports of what the search for articles met and can't use."""
    for article in found:
        if article.problem is not None:
            yield ArticleReport(article.path, target.language, problem=article.problem)
