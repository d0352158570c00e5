"""Metrics in Prometheus's text format."""

from prometheus_client.parser import text_string_to_metric_families

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.progress import Billed
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.sync.metrics import metrics

SITE = [
    ArticleReport(
        "a.md", "en-GB", segments=6, machine=3, reviewed=2, failed=1, words_left=40, status="machine"
    ),
    ArticleReport("b.md", "en-GB", segments=2, reviewed=2, status="reviewed"),
    ArticleReport("c.md", "fr", problem=ArticleError("It is empty.")),
    ArticleReport(
        "d.md", "fr", findings=tuple(Finding("x", each, "m") for each in (Severity.ERROR, Severity.INFO))
    ),
]
RUN = RunReport([ArticleReport("a.md", "en-GB", characters=70, tokens=9, written=("x", "y"))], seconds=1.5)
Sample = tuple[str, frozenset[tuple[str, str]]]


def _samples(text: bytes) -> dict[Sample, float]:
    families = list(text_string_to_metric_families(text.decode()))
    assert all(family.documentation and family.type in {"gauge", "counter"} for family in families)
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in families
        for sample in family.samples
    }


def _sample(name: str, **labels: str) -> Sample:
    return name, frozenset(labels.items())


def test_the_run() -> None:
    """When it ended, how long it took, how it ended and what it cost."""
    found = _samples(metrics(RUN, finished=1764000000.25, exit_status=3, site=[]))
    assert {name: value for (name, _), value in found.items()} == {
        "i18n_last_run_timestamp_seconds": 1764000000.25,
        "i18n_last_run_duration_seconds": 1.5,
        "i18n_last_run_exit_status": 3,
        "i18n_last_run_articles_failed": 0,
        "i18n_last_run_files_written": 2,
        "i18n_last_run_characters": 70,
        "i18n_last_run_tokens": 9,
    }


def test_the_site() -> None:
    """Articles, segments and findings by kind for each language, zeros among them."""
    found = _samples(metrics(RUN, finished=0, exit_status=0, site=SITE))
    assert found[_sample("i18n_articles", target="en-GB", status="machine")] == 1
    assert found[_sample("i18n_articles", target="fr", status="failed")] == 1
    assert found[_sample("i18n_articles", target="fr", status="none")] == 1
    assert found[_sample("i18n_articles", target="fr", status="reviewed")] == 0
    assert found[_sample("i18n_segments", target="en-GB", state="reviewed")] == 4
    assert found[_sample("i18n_segments", target="en-GB", state="untranslated")] == 1
    assert found[_sample("i18n_segments", target="en-GB", state="outdated")] == 0
    assert found[_sample("i18n_findings", target="fr", severity="error")] == 1
    assert found[_sample("i18n_words_left", target="en-GB")] == 40


def test_what_was_paid_is_a_counter() -> None:
    """An engine's months are summed; a name with quotes and line breaks comes through whole."""
    odd = 'my "engine"\\\nv2'
    months = [Billed("2026-10", "deepl", 100, 0), Billed("2026-11", "deepl", 20, 0)]
    text = metrics(RUN, finished=0, exit_status=0, site=[], costs=[*months, Billed("2026-11", odd, 1, 7)])
    found = _samples(text)
    assert found[_sample("i18n_characters_billed_total", engine="deepl")] == 120
    assert found[_sample("i18n_tokens_total", engine=odd)] == 7
    assert b"# TYPE i18n_characters_billed_total counter\n" in text
    assert text.endswith(b"\n")
