"""A report as metrics for Prometheus."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.progress import Billed
from i18n_pipeline.model.report import ArticleReport, RunReport

_STATES = {"untranslated": "failed", "machine": "machine", "outdated": "outdated", "reviewed": "reviewed"}
_STATUSES = ("draft", "machine", "reviewed", "none", "failed")
Key = tuple[str, str]


def metrics(
    report: RunReport,
    *,
    finished: float,
    exit_status: int,
    site: Sequence[ArticleReport],
    costs: Iterable[Billed] = (),
) -> bytes:
    """The text format (version 0.0.4) of a run that `finished` at a Unix time, in seconds.

    `report` is what the run did, `site` how far all articles are, `costs` what was paid so far.
    """
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Given([*_run(report, finished, exit_status), *_site(site), *_costs(costs)]))
    return generate_latest(registry)


class _Given(Collector):
    """Metrics that are known already."""

    def __init__(self, families: Sequence[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


def _run(report: RunReport, finished: float, exit_status: int) -> Iterator[Metric]:
    yield _gauge("last_run_timestamp_seconds", "When the last run ended (Unix time).", finished)
    yield _gauge("last_run_duration_seconds", "How long the last run took.", report.seconds)
    yield _gauge("last_run_exit_status", "Exit status of the last run.", exit_status)
    failed = sum(article.problem is not None for article in report.articles)
    yield _gauge("last_run_articles_failed", "Articles that the last run could not do.", failed)
    written = sum(len(article.written) for article in report.articles)
    yield _gauge("last_run_files_written", "Files that the last run wrote.", written)
    yield _gauge("last_run_characters", "Characters billed for the last run.", report.total("characters"))
    yield _gauge("last_run_tokens", "Tokens generated for the last run.", report.total("tokens"))


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"i18n_{name}", text, value=value)


def _site(site: Sequence[ArticleReport]) -> Iterator[Metric]:
    targets = list(dict.fromkeys(article.target for article in site))
    posts = Counter((article.target, _status(article)) for article in site)
    family = _family("articles", "Articles by the status of their post.", "status")
    yield _filled(family, targets, _STATUSES, posts)
    states = _summed(site, lambda article: {name: getattr(article, field) for name, field in _STATES.items()})
    yield _filled(_family("segments", "Segments by state.", "state"), targets, tuple(_STATES), states)
    found = _summed(site, lambda article: Counter(str(finding.severity) for finding in article.findings))
    severities = tuple(str(severity) for severity in Severity)
    yield _filled(_family("findings", "Findings by severity.", "severity"), targets, severities, found)
    left = GaugeMetricFamily("i18n_words_left", "Source words that no person signed off.", labels=["target"])
    for target in targets:
        left.add_metric([target], sum(each.words_left for each in site if each.target == target))
    yield left


def _status(article: ArticleReport) -> str:
    return "failed" if article.problem else article.status or "none"


def _summed(site: Sequence[ArticleReport], count: Callable[[ArticleReport], dict[str, int]]) -> Counter[Key]:
    total: Counter[Key] = Counter()
    for article in site:
        total.update({(article.target, name): number for name, number in count(article).items()})
    return total


def _family(name: str, text: str, label: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"i18n_{name}", text, labels=["target", label])


def _filled(
    family: GaugeMetricFamily, targets: Sequence[str], values: Sequence[str], numbers: Counter[Key]
) -> Metric:
    """With a sample for every value, zeros too: a series that goes can't be told from a failure."""
    for target in targets:
        for value in values:
            family.add_metric([target, value], numbers[target, value])
    return family


def _costs(costs: Iterable[Billed]) -> Iterator[Metric]:
    characters: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    for cost in costs:
        characters[cost.engine] += cost.characters
        tokens[cost.engine] += cost.tokens
    for name, text, numbers in (
        ("characters_billed", "Characters billed since the ledger began.", characters),
        ("tokens", "Tokens generated since the ledger began.", tokens),
    ):
        family = CounterMetricFamily(f"i18n_{name}", text, labels=["engine"])
        for engine, number in sorted(numbers.items()):
            family.add_metric([engine], number)
        yield family
