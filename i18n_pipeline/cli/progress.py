"""A progress bar on a terminal; elsewhere one line per article."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from i18n_pipeline.cli import logs
from i18n_pipeline.cli.screen import errors
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.visible import visible

Answered = Callable[[str, int], None]
Done = Callable[[ArticleReport], None]


@contextmanager
def progress(total: int, *, quiet: bool, log: bool = True) -> Iterator[tuple[Answered, Done]]:
    """Two functions to call: when texts of an article came back, and when an article is done.

    With `log` the latter is an event, where logs are JSON.
    """
    if log and logs.as_json():
        yield (lambda _article, _texts: None), logs.article_done
        return
    console = errors()
    if quiet or not console.is_terminal:
        yield (lambda _article, _texts: None), (_silent if quiet else _line_on(console))
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        texts = bar.add_task("texts translated", total=total)

        def answered(_article: str, count: int) -> None:
            bar.advance(texts, count)

        def done(report: ArticleReport) -> None:
            bar.console.print(_line(report), markup=False)

        yield answered, done


def _silent(_report: ArticleReport) -> None:
    return None


def _line_on(console: Console) -> Done:
    return lambda report: console.print(_line(report), markup=False)


def _line(report: ArticleReport) -> str:
    if report.problem:
        return visible(str(report.problem))
    wrote = f"wrote {', '.join(report.written)}" if report.written else "nothing to write"
    return visible(f"{report.article}: {report.new} new, {report.reused} reused, {wrote}")
