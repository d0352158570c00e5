"""What a pass did, as the message of its commit."""

from collections.abc import Iterator

from i18n_pipeline.model.report import ArticleReport, RunReport
from i18n_pipeline.model.visible import visible

_LISTED = 50
"""So many articles have a line; the rest is a number."""
TRAILER = "Generated-by: translate sync"
"""The last line of each commit of a pass, by which later ones know it (git-interpret-trailers(1))."""
UNFINISHED = "Keep what an unfinished pass wrote"


def signed(message: str) -> str:
    """The message with the trailer."""
    return f"{message.rstrip()}\n\n{TRAILER}\n"


def commit_message(report: RunReport) -> str:
    """A subject and a line for each article of which a file was written."""
    articles = [article for article in report.articles if article.written]
    lines = [f"- {_line(article)}" for article in articles[:_LISTED]]
    if len(articles) > _LISTED:
        lines.append(f"- and {len(articles) - _LISTED} more")
    return "\n".join([_subject(report, articles), "", *lines]).rstrip() + "\n"


def _subject(report: RunReport, articles: list[ArticleReport]) -> str:
    count = len({article.article for article in articles})
    targets = ", ".join(sorted({article.target for article in articles}))
    engine = f" with {report.engine}" if report.engine and report.total("new") else ""
    return f"Translate {count} article{'s' * (count != 1)} to {targets}{engine}"


def _line(article: ArticleReport) -> str:
    counts = ", ".join(_counts(article)) or "no new text"
    status = f"; {article.status}" if article.status else ""
    return f"{visible(' '.join(article.article.split()))} ({article.target}): {counts}{status}"


def _counts(article: ArticleReport) -> Iterator[str]:
    for name, said in (
        ("new", "new"),
        ("outdated", "outdated"),
        ("reviewed", "reviewed"),
        ("failed", "untranslated"),
    ):
        if number := getattr(article, name):
            yield f"{number} {said}"
