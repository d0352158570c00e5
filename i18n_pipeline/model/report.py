"""What a run did, article by article."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article's outcome for one target language.

    Counts are segments: `reused` came from the catalogue, `new` from engine or ledger, `failed` have no
    translation. `characters` were sent (code points), `written` are paths below the root. `problem`
    says why the article could not be done, `status` what the post is called (empty: no post).
    """

    article: str
    target: str
    segments: int = 0
    reused: int = 0
    new: int = 0
    failed: int = 0
    reviewed: int = 0
    machine: int = 0
    outdated: int = 0
    words_left: int = 0
    characters: int = 0
    tokens: int = 0
    status: str = ""
    findings: tuple[Finding, ...] = ()
    written: tuple[str, ...] = ()
    problem: PipelineError | None = None

    def after(self, earlier: "ArticleReport | None") -> "ArticleReport":
        """The report with what an earlier step over the same article found and wrote."""
        if earlier is None:
            return self
        return replace(
            self,
            findings=(*earlier.findings, *self.findings),
            written=tuple(dict.fromkeys((*earlier.written, *self.written))),
            problem=self.problem or earlier.problem,
        )


@dataclass(frozen=True, slots=True)
class RunReport:
    """A run's articles in order, the engine that was asked, and why it stopped early, if it did.

    `left` says what is still to be sent then.
    """

    articles: Sequence[ArticleReport] = ()
    engine: str = ""
    draft: bool = False
    seconds: float = 0.0
    engine_seconds: float = 0.0
    stopped: PipelineError | None = None
    left: str = ""
    interrupted: bool = False
    findings: tuple[Finding, ...] = field(default_factory=tuple)

    def total(self, name: str) -> int:
        """The sum of one of the articles' numbers."""
        return sum(int(getattr(article, name)) for article in self.articles)

    def exit_status(self, fail_on: Severity | None = None) -> int:
        """0, or the first that holds of 130, 4 and 2 (stopped), 3 (articles failed), 1 (findings)."""
        if self.interrupted:
            return 130
        if self.stopped:
            return self.stopped.exit_status
        if any(article.problem for article in self.articles):
            return 3
        found = [finding for article in self.articles for finding in article.findings]
        return int(fail_on is not None and any(finding.severity >= fail_on for finding in found))
