"""A report as the text of a pull request, in GitHub's Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence

from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.progress import Billed
from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.visible import visible

LIMIT = 65_536
"""The characters that GitHub takes as a pull request's text; it counts 16-bit units, so do we."""

_OPEN = 20
"""A table of more articles is folded."""
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_\[\]<>#!|~&@$]")
# GitHub looks for mentions in what it rendered, where no backslash is left; and what a backslash before a
# bar means depends on who reads it, a table or a text.
_INSTEAD = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "@": "@\u200b", "#": "\\#\u200b"}
_STATES = ("failed", "machine", "outdated", "reviewed")
_COSTS = "| month | engine | characters | tokens | price |\n|---|---|--:|--:|--:|"
_HEAD = (
    "| article | language | post | untranslated | machine | outdated | reviewed | words left |\n"
    "|---|---|---|--:|--:|--:|--:|--:|"
)


def pull_request(
    report: RunReport, before: Sequence[ArticleReport] = (), costs: Sequence[Billed] = ()
) -> str:
    """The text: totals, a row for each article with files written, problems, findings, costs.

    `before` is how far the articles were before the run, as far as that is known. What would not fit
    in `LIMIT` is left out from each list's end, with a line that says how much.
    """
    known = {(article.article, article.target): article for article in before}
    touched = [article for article in report.articles if article.written]
    named = _named_targets(report.articles)
    parts = [_first(report, touched)]
    budget = LIMIT - _size(parts[0]) - 1000
    rows = [_row(article, known.get((article.article, article.target))) for article in touched]
    for section in (
        _Section("Not done", "", list(_problems(report.articles, named)), _OPEN),
        _Section("Articles", _HEAD, rows, _OPEN),
        _Section("Findings", "", list(_findings(touched, named)), 0),
        _Section("Costs", _COSTS, _bills(costs), 0),
    ):
        text = section.within(budget)
        budget -= _size(text)
        parts.append(text)
    return "\n\n".join(part for part in parts if part) + "\n"


class _Section:
    """A list or table with a heading, folded where it has more than `unfolded` lines."""

    def __init__(self, name: str, head: str, lines: Sequence[str], unfolded: int) -> None:
        self.name, self.head, self.lines, self.unfolded = name, head, lines, unfolded

    def within(self, budget: int) -> str:
        """As much of it as fits, empty where there is nothing."""
        if not self.lines:
            return ""
        budget -= len(self.head) + 200
        kept: list[str] = []
        for line in self.lines:
            budget -= _size(line) + 1
            if budget < 0:
                break
            kept.append(line)
        left = len(self.lines) - len(kept)
        text = "\n".join([*([self.head] if self.head else []), *kept])
        text += f"\n\n… and {left:,} more." if left else ""
        if len(self.lines) <= self.unfolded:
            return f"### {self.name}\n\n{text}"
        return f"<details><summary>{self.name}: {len(self.lines):,}</summary>\n\n{text}\n\n</details>"


def _first(report: RunReport, touched: Sequence[ArticleReport]) -> str:
    files, new = sum(len(article.written) for article in touched), report.total("new")
    engine = f" with {_safe(report.engine)}" if report.engine else ""
    told = f"{len(touched):,} articles changed, {files:,} files written, {new:,} texts translated"
    lines = [f"{told}{engine}, {report.total('characters'):,} characters billed."]
    if report.draft and new:
        lines.append("**Drafts:** this engine's text needs a person before it is published.")
    if report.stopped:
        lines.append(f"**Stopped:** {_safe(str(report.stopped))} {_safe(report.left)}".rstrip())
    return "\n\n".join(lines)


def _named_targets(articles: Sequence[ArticleReport]) -> dict[str, str]:
    """What names a target in a list's line: nothing where there is only one."""
    targets = {article.target for article in articles}
    return {target: f"{_safe(target)}: " if len(targets) > 1 else "" for target in targets}


def _problems(articles: Sequence[ArticleReport], named: Mapping[str, str]) -> Iterator[str]:
    for article in articles:
        if article.problem:
            yield f"- **failed** {named[article.target]}{_safe(str(article.problem))}"


def _row(article: ArticleReport, before: ArticleReport | None) -> str:
    names = ("status", *_STATES, "words_left")
    changes = (_change(getattr(before, name) if before else None, getattr(article, name)) for name in names)
    return f"| {' | '.join((_safe(article.article), _safe(article.target), *changes))} |"


def _change(old: str | int | None, new: str | int) -> str:
    """`3 → 5`, or one of them where both are the same or the old one isn't known."""
    shown = f"{new:,}" if isinstance(new, int) else new or "–"
    if old is None or old == new:
        return shown
    return f"{f'{old:,}' if isinstance(old, int) else old or '–'} → {shown}"


def _findings(articles: Sequence[ArticleReport], named: Mapping[str, str]) -> Iterator[str]:
    for severity in sorted(Severity, reverse=True):
        for article in articles:
            for finding in article.findings:
                if finding.severity is severity:
                    line = f":{finding.line}" if finding.line else ""
                    told = _safe(f"{finding.message} {finding.fix}".strip())
                    where = f"{named[article.target]}{_safe(article.article + line)}"
                    yield f"- **{severity}** {where}: {told} `{finding.code}`"


def _bills(costs: Sequence[Billed]) -> list[str]:
    return [
        f"| {each.month} | {_safe(each.engine)} | {each.characters:,} | {each.tokens:,} | {_price(each)} |"
        for each in costs
    ]


def _price(cost: Billed) -> str:
    return "–" if cost.price is None else f"{cost.price:,.2f} {_safe(cost.currency)}".rstrip()


def _safe(text: str) -> str:
    """The text as itself on one line: no markup, no HTML, no mention of a person or an issue."""
    return _MARKUP.sub(_escaped, visible(_SPACE.sub(" ", text)))


def _escaped(match: re.Match[str]) -> str:
    return _INSTEAD.get(match.group(), f"\\{match.group()}")


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
