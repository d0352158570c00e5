"""What a run tells beside the screen, on a project on disk."""

import json
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from i18n_pipeline import config
from i18n_pipeline.cli import output
from i18n_pipeline.cli.listening import listening
from i18n_pipeline.cli.outlets import Outlets
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Engine, planned
from i18n_pipeline.cli.watching import look, webhook_of
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.errors import ArticleError, LockHeld, UsageError
from i18n_pipeline.model.budget import Limit
from i18n_pipeline.model.engine import Answer, Paid
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage import history
from tests.servers.receiver import receiver

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/reference/report.schema.json").read_text(encoding="utf-8"))
ARTICLE = "---\ntitle: Netwerken\ntags: [carriere]\n---\n\nEen *baan* is leuk. Het zijn er 3.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two articles, one of them empty, and the pseudo engine."""
    folder = tmp_path / "content" / "nl"
    folder.mkdir(parents=True)
    (folder / "netwerken.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "stuk.md").write_bytes(b"---\ntitle: [\n---\n")
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return Project(config.load(tmp_path))


def _run(project: Project) -> RunReport:
    with Engine(project, "") as engine:
        asked = planned(project, work(project, []), engine)
        return asked.carried_out(concurrency=1, limit=Limit(), quiet=True)


def _valid(report: RunReport, command: str, exit_status: int) -> dict[str, Any]:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    content: dict[str, Any] = json.loads(output.as_json(report, command, exit_status))
    jsonschema.Draft202012Validator(SCHEMA).validate(content)
    return content


def test_reports_are_as_the_schema_says(project: Project) -> None:
    """A run's, a status's, and one of all that can go wrong; the schema knows every field that they have."""
    report = _run(project)
    content = _valid(report, "run", report.exit_status())
    assert [bool(each["problem"]) for each in content["articles"]] == [False, True]
    _valid(Run(project, work(project, []), quiet=True).look(), "status", 0)
    full = Finding("a-b", Severity.ERROR, "m", 1, "s", "f", "title", "numbers", (1, 2), "r")
    odd = ArticleReport("a.md", "fr", findings=(full,), problem=ArticleError("No."))
    odd_report = RunReport([odd], stopped=ArticleError("No."), left="3", interrupted=True)
    _valid(odd_report, "sync", 130)
    known, article = SCHEMA["properties"], SCHEMA["$defs"]["article"]["properties"]
    numbers = SCHEMA["$defs"]["numbers"]["properties"]
    assert set(content) == set(known)
    assert set(content["articles"][0]) == set(article) | set(numbers)
    assert set(output.finding_as_json(full)) == set(SCHEMA["$defs"]["finding"]["properties"])


def test_the_schema_refuses_what_is_no_report(project: Project) -> None:
    """A field that is missing, or of another kind, is seen."""
    content = json.loads(output.as_json(_run(project), "run", 0))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert validator.is_valid(content)
    assert not validator.is_valid({**content, "exit_status": 9})
    content["articles"][0]["failed"] = "2"
    assert not validator.is_valid(content)


def test_the_page_of_the_docs_names_every_field() -> None:
    """Whoever reads the page in place of the schema misses none."""
    page = (ROOT / "docs/reference/report.md").read_text(encoding="utf-8")
    parts = [SCHEMA, *(SCHEMA["$defs"][name] for name in ("numbers", "article", "finding"))]
    assert [name for part in parts for name in part["properties"] if f"`{name}`" not in page] == []


def test_page_metrics_history_and_webhook(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them tell the same run."""
    report = _run(project)
    monkeypatch.setenv("I18N_WEBHOOK_SECRET", "s3cr3t")
    with receiver() as server:
        webhook = webhook_of(f"http://{server.address}/")
        outlets = Outlets(project, "run", tmp_path / "r.html", tmp_path / "i18n.prom", webhook)
        outlets.tell(report, 3, outlets.site())
    measured = (tmp_path / "i18n.prom").read_bytes()
    values = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(measured.decode())
        for sample in family.samples
    }
    assert values["i18n_last_run_exit_status",] == 3
    assert values["i18n_segments", "machine", "en-GB"] == report.total("machine")
    assert values["i18n_articles", "failed", "en-GB"] == 1
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "content/nl/netwerken.md" in page
    assert "exit status 3" in page
    (line,) = history.read(tmp_path / history.HISTORY_FILE)
    assert (line.target, line.articles, line.machine) == ("en-GB", 2, report.total("machine"))
    assert json.loads(server.received[0].body)["exit_status"] == 3
    assert "X-I18N-Signature-256" in server.received[0].headers


def test_a_pull_requests_text_knows_how_it_was(project: Project, tmp_path: Path) -> None:
    """What was looked at before the run stands before the arrow."""
    outlets = Outlets(project, "run", tmp_path / "r.md", before=look(project))
    outlets.tell(_run(project), 3, outlets.site())
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert re.search(r"\| content/nl/netwerken\.md \| en-GB \| – → draft \| \d → \d \| 0 → \d ", text)


def test_what_fails_is_a_warning(project: Project, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A webhook that is gone and a metrics file that can't be written change nothing of the run."""
    (tmp_path / "file").write_text("", encoding="ascii")
    with receiver() as server:
        server.statuses.append(404)
        outlets = Outlets(
            project,
            "run",
            tmp_path / "r.json",
            tmp_path / "file" / "x",
            webhook_of(f"http://{server.address}/p"),
        )
        outlets.tell(RunReport(), 0, site=[])
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 2
    assert told[0].startswith(f"translate: {tmp_path}/file/x: It can't be")
    assert told[1].startswith(
        f"translate: The webhook at {server.address} was not told: it answered with HTTP 404"
    )
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["command"] == "run"


def test_a_wrong_address_is_told_before_the_run() -> None:
    """It is a matter of options."""
    with pytest.raises(UsageError):
        webhook_of("example.org")
    assert webhook_of("") is None


def test_prices_come_from_the_settings(project: Project, tmp_path: Path) -> None:
    """A page's costs are those of the ledger at the settings' rates, summed over articles."""
    rates = replace(project.settings.budget, price_per_million={"deepl": 20.0}, currency="EUR")
    priced = Project(replace(project.settings, budget=rates))
    ledger = priced.ledger()
    paid = [Paid(name, Answer(("x",), billed_characters=1_000_000), f"{name}.md") for name in ("a", "b")]
    ledger.put(paid, engine="deepl")
    ledger.close()
    Outlets(priced, "run", tmp_path / "r.html").tell(RunReport(), 0, site=None)
    assert '<td class="number">40.00 EUR</td>' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_run_that_never_began_is_told(project: Project, tmp_path: Path) -> None:
    """Settings or a repository that can't be used reach webhook and metrics, a held lock doesn't."""
    with receiver() as server:
        webhook = webhook_of(f"http://{server.address}/")
        outlets = Outlets(project, "sync", metrics=tmp_path / "i18n.prom", webhook=webhook)
        with pytest.raises(LockHeld), outlets.told():
            raise LockHeld("Another run works.")
        assert not (tmp_path / "i18n.prom").exists()
        with pytest.raises(UsageError), outlets.told():
            raise UsageError("No branch is checked out.")
    (received,) = server.received
    assert json.loads(received.body)["stopped"] == "No branch is checked out."
    told = (tmp_path / "i18n.prom").read_text(encoding="utf-8")
    assert "i18n_last_run_exit_status 2.0" in told
    assert 'i18n_segments{state="untranslated",target="en-GB"} 4.0' in told


def test_a_process_that_stays_serves_what_it_tells(project: Project) -> None:
    """Its metrics and its health are those of the last pass; without an address nothing is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with listening(str(port)) as health, requests.Session() as session:
        outlets = Outlets(project, "sync", health=health)
        outlets.tell(RunReport(), 3, outlets.site())
        assert (
            "i18n_last_run_exit_status 3.0"
            in session.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text
        )
        assert session.get(f"http://127.0.0.1:{port}/healthz", timeout=10).status_code == 503
    with listening("") as nothing:
        assert nothing is None
    with pytest.raises(UsageError, match="has no port"), listening("localhost"):
        pass
