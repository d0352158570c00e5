"""Pages to look at: one of a real run over hostile articles, one of a large site."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.formats import report_html
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.progress import Billed, Snapshot
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.storage import history

EVIL = "<img src=x onerror=alert(1)> \"' onload=alert(2) &lt;b&gt; \u202egnp"
PAST = [
    Snapshot(f"2026-0{month}-01T02:00:00+00:00", "en-GB", 2, *states, 90)
    for month, states in ((1, (6, 0, 0, 0)), (2, (1, 3, 1, 1)), (3, (0, 2, 0, 4)))
]
_ARTICLES = {
    EVIL: "---\ntitle: <script>alert(3)</script>\n---\n\nEen <b onclick='alert(4)'>baan</b> kost 3 dagen.\n",
    "netwerken": "---\ntitle: Netwerken\n---\n\nBel op 5 jan.\n",
    f"stuk {EVIL[:28]}": "---\ntitle: [\n---\n",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A run's page, and the JSON of the same run."""

    page: Path
    report: dict[str, Any]

    @property
    def history(self) -> list[Snapshot]:
        """What the project's file of history holds."""
        return history.read(self.page.parent / history.HISTORY_FILE)


def of_a_run(root: Path) -> Run:
    """Run over three articles, one of which fails, in a project with a past."""
    articles = root / "content" / "nl"
    articles.mkdir(parents=True)
    for name, text in _ARTICLES.items():
        (articles / f"{name}.md").write_text(text, encoding="utf-8")
    (root / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    history.append(root / history.HISTORY_FILE, PAST)
    command = [sys.executable, "-m", "i18n_pipeline", "run", "--report", "page.html", "--format", "json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    return Run(root / "page.html", json.loads(done.stdout))


def large(root: Path) -> Path:
    """500 articles with long names, findings of every severity, two languages, costs, stopped early."""
    problem = ArticleError("The key is refused.")
    articles = [_article(number, problem if number == 7 else None) for number in range(500)]
    past = [Snapshot(f"2026-11-{day}T02:00:00+00:00", "fr", 250, 1, 1, 1, day, 5) for day in range(10, 24)]
    costs = [Billed("2026-11", "openai", 12_345_678, 123_456_789), Billed("2026-11", "deepl", 5, 0, 1, "EUR")]
    report = RunReport(articles, engine="deepl", stopped=problem, draft=True)
    file = root / "page.html"
    text = report_html.page(report, at="2026-11-24T02:00:00+00:00", exit_status=4, history=past, costs=costs)
    file.write_text(text, encoding="utf-8")
    return file


def _article(number: int, problem: ArticleError | None) -> ArticleReport:
    found = tuple(Finding(f"{severity}-code", severity, "‘3’ became ‘4’.", 7) for severity in Severity)
    return ArticleReport(
        f"content/nl/{'arbeidsongeschiktheidsverzekeringen' * 4}-{number}.md",
        ("en-GB", "fr")[number % 2],
        segments=1200,
        machine=1100,
        reviewed=100,
        words_left=120_000,
        characters=1_234_567,
        status="machine",
        findings=found[: number % 4],
        problem=problem,
    )
