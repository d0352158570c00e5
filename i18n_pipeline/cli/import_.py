"""`translate import`: what people wrote or changed in posts, back into the catalogues."""

import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.import_xliff import import_xliff, is_xliff
from i18n_pipeline.cli.options import FailOn, FailOnSeverity, Format, OutputFormat, TargetName
from i18n_pipeline.cli.posts import Posted, Posts
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.xliff_outcome import exit_status, show
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.formats import srx
from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.align.lexicon import lexicon
from i18n_pipeline.stages.align.titles import Titles
from i18n_pipeline.stages.article import Analysed, Language, analyse
from i18n_pipeline.stages.digest import RENDERED, digest
from i18n_pipeline.stages.importing import Imported, Reader, Source, import_post
from i18n_pipeline.stages.segment import Reading
from i18n_pipeline.storage.lock import run_lock
from i18n_pipeline.storage.patterns import kept
from i18n_pipeline.sync.journal import Journal
from i18n_pipeline.sync.watched import Watched

ArticlesOrXliff = Annotated[
    list[Path] | None,
    typer.Argument(help="Articles or folders (without any, all), or XLIFF files.", show_default=False),
]
Theirs = Annotated[
    bool, typer.Option("--theirs", help="XLIFF: take its text also where a person changed the PO file since.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what would be taken over.")]
Post = Annotated[
    Path | None,
    typer.Option("--post", help="The post of the one article in PATHS, where it stands elsewhere."),
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one post."""

    job: Job
    target: str
    imported: Imported | None = None
    written: tuple[str, ...] = ()
    problem: PipelineError | None = None


def command(
    paths: ArticlesOrXliff = None,
    post: Post = None,
    target: TargetName = "",
    theirs: Theirs = False,
    dry_run: DryRun = False,
    fail_on: FailOnSeverity = FailOn.NEVER,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Take edits of posts, posts that people wrote, and XLIFF files over into the PO files."""
    project = Project.here()
    if any(map(is_xliff, paths or [])):
        returned = import_xliff(project, paths or [], target, theirs=theirs, dry_run=dry_run)
        show(returned, output_format, dry_run=dry_run)
        raise typer.Exit(exit_status(returned, fail_on.severity))
    if theirs:
        raise UsageError("--theirs is for XLIFF files.", mending="Leave it out.")
    with contextlib.nullcontext() if dry_run else run_lock(project.settings.root):
        outcomes = [
            outcome
            for wanted in project.targets(target)
            for outcome in _target(project, wanted, paths or [], post, dry_run=dry_run)
        ]
    (_as_json if output_format is Format.JSON else _as_text)(outcomes, dry_run=dry_run)
    raise typer.Exit(_status(outcomes, fail_on.severity))


def _status(outcomes: Sequence[Outcome], fail_on: Severity | None) -> int:
    if any(outcome.problem for outcome in outcomes):
        return 3
    found = [finding for each in outcomes if each.imported for finding in each.imported.findings]
    return int(fail_on is not None and any(finding.severity >= fail_on for finding in found))


def _target(
    project: Project, target: Target, paths: Sequence[Path], post: Path | None, *, dry_run: bool
) -> Iterator[Outcome]:
    root = project.settings.root
    files: Files = project.site(dry=True) if dry_run else Watched(root, Journal(root), ())
    language = project.language(target)
    posts = Posts(project, target, language.reading)
    reader = reader_of(project, target, language, posts.titles())
    for posted in posts.found(paths) if post is None else posts.named(paths, post):
        yield import_one(posted, language, reader, files)
    for found in project.found(paths):
        if found.problem:
            yield Outcome(Job(found.path, "", ""), target.language, problem=found.problem)


def reader_of(project: Project, target: Target, language: Language, titles: Titles) -> Reader:
    settings = project.settings
    split = (
        (lambda text: [text])
        if settings.segmentation == "paragraph"
        else srx.splitter(target.language, compiled=kept(srx.compiled))
    )
    return Reader(
        Reading(split, rules=target.front_matter, parameters=settings.shortcode_parameters),
        lexicon(
            language.checks.glossary, language.checks.lemmatise, settings.source_language, target.language
        ),
        titles,
        f"{datetime.now(UTC):%Y-%m-%d %H:%M+0000}",
    )


def import_one(posted: Posted, language: Language, reader: Reader, files: Files) -> Outcome:
    job = posted.job
    article = analyse(job, language, files)
    if not isinstance(article, Analysed):
        return Outcome(job, language.target, problem=article.problem)
    path = job.post
    try:
        post = files.read_if_there(path)
        if post is None or digest(post) == article.old.header.get(RENDERED):
            return Outcome(job, language.target)
        imported = import_post(article, post, language, reader)
        path = job.catalogue
        written = imported.catalogue != article.old_bytes and files.write(path, imported.catalogue)
    except PipelineError as error:
        return Outcome(job, language.target, problem=error.at(path))
    imported = replace(imported, findings=(*posted.told, *imported.findings))
    return Outcome(job, language.target, imported, (path,) if written else ())


def _as_text(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    screen = output.console()
    for each in outcomes:
        if each.problem:
            screen.print(f"not done: {each.problem}", markup=False)
        elif each.imported:
            screen.print(f"{each.job.post}: {_sentence(each.imported)}", markup=False)
            for finding in each.imported.findings:
                screen.print(f"  {output.told(each.job.article, finding)}", markup=False)
    done = (
        "nothing was written"
        if dry_run
        else f"{sum(len(each.written) for each in outcomes)} PO files written"
    )
    unchanged = sum(each.imported is None and each.problem is None for each in outcomes)
    screen.print(f"{len(outcomes)} posts, {unchanged} of them as the pipeline wrote them; {done}.")


def _sentence(imported: Imported) -> str:
    counts = ", ".join(f"{imported.bands[band]} {_NAMES[band]}" for band in Band)
    what = "edited" if imported.source is Source.EDITED else "written by people"
    same = "a build gives exactly this post" if imported.same else "a build would give another post"
    return f"{what}; {counts}; {same}."


_NAMES = {Band.REVIEWED: "taken as reviewed", Band.FUZZY: "as fuzzy", Band.LEFT: "left out"}


def _as_json(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    content = {
        "schema": output.SCHEMA,
        "command": "import",
        "dry_run": dry_run,
        "articles": [_article(outcome) for outcome in outcomes],
    }
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _article(outcome: Outcome) -> dict[str, object]:
    imported = outcome.imported
    return {
        "article": outcome.job.article,
        "post": outcome.job.post,
        "target": outcome.target,
        "source": str(imported.source) if imported else None,
        **{str(band): imported.bands[band] if imported else 0 for band in Band},
        "same": imported.same if imported else outcome.problem is None,
        "written": list(outcome.written),
        "problem": str(outcome.problem) if outcome.problem else None,
        "findings": [output.finding_as_json(each) for each in imported.findings] if imported else [],
    }
