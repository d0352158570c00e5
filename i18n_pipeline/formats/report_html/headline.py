"""What a reader has to know first: what happened, and what is left for a person to do."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from i18n_pipeline.formats.report_html.count import counted
from i18n_pipeline.formats.report_html.element import Child, element
from i18n_pipeline.formats.report_html.standing import total
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.progress import Snapshot
from i18n_pipeline.model.report import RunReport

NOT_DONE, FINDINGS = "not-done", "findings"
"""The parts of the page by the names that links lead to."""


def outcome(report: RunReport) -> str:
    """How it ended, in a few words."""
    failed, every = len(_failed(report)), counted(len({each.article for each in report.articles}), "article")
    if report.interrupted:
        return "Interrupted"
    if report.stopped:
        return "Stopped"
    if failed:
        return f"{failed:,} of {every} failed"
    return f"{every} done" if report.articles else "Nothing new"


def headline(report: RunReport, standing: Sequence[Snapshot]) -> Iterator[Element]:
    """How it ended and why, what was done, what is left to do."""
    good = not (report.interrupted or report.stopped or _failed(report))
    yield element("p", f"{outcome(report)}.", class_="outcome" if good else "outcome error")
    if report.stopped:
        yield element("p", f"{report.stopped} {report.left}".rstrip(), class_="stopped")
    if report.articles:
        yield element("p", _done(report))
    if report.draft and report.total("new"):
        yield element("p", "Drafts: a person has to work over this engine’s text before it is published.")
    yield element("h2", "To do")
    tasks = [element("li", *task) for task in (*_of_the_run(report), *_of_the_project(standing))]
    yield element("ul", *tasks) if tasks else element("p", "Nothing.")


def _done(report: RunReport) -> str:
    files = sum(len(article.written) for article in report.articles)
    told = f"{counted(report.total('new'), 'text')} translated, {counted(files, 'file')} written"
    return f"{told}, {counted(report.total('characters'), 'character')} billed."


def _of_the_run(report: RunReport) -> Iterator[tuple[Child, ...]]:
    if report.interrupted or report.stopped:
        first = "Put right what stopped it, then run" if report.stopped else "Run"
        yield (f"{first} again; what was done is kept.",)
    if failed := _failed(report):
        yield _link(f"Mend {counted(len(failed), 'article')}", NOT_DONE), " that could not be done."
    if errors := [
        a.article for a in report.articles for each in a.findings if each.severity is Severity.ERROR
    ]:
        where = counted(len(set(errors)), "article")
        yield _link(f"Correct {counted(len(errors), 'error')}", FINDINGS), f" in {where}."


def _of_the_project(standing: Sequence[Snapshot]) -> Iterator[tuple[str]]:
    if missing := total(standing, "untranslated"):
        yield (f"Translate {counted(missing, 'segment')} that the engine left out.",)
    if outdated := total(standing, "outdated"):
        yield (f"Renew {counted(outdated, 'translation')} whose Dutch text changed.",)
    if words := total(standing, "words_left"):
        yield (f"Review {counted(words, 'word')}.",)


def _failed(report: RunReport) -> set[str]:
    return {article.article for article in report.articles if article.problem}


def _link(text: str, part: str) -> Element:
    return element("a", text, href=f"#{part}")
