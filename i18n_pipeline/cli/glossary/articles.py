"""The project's articles, with their translations, as the commands of the glossary read them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from i18n_pipeline.cli.project import Project, jobs
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.encoding import decode
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.model.site import Job
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.candidates import Passage
from i18n_pipeline.stages.segment import segment


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles that can be read, and the errors of those that can't."""

    read: list[tuple[Job, Document]] = field(default_factory=list)
    problems: list[PipelineError] = field(default_factory=list)

    @property
    def documents(self) -> list[Document]:
        """Their contents."""
        return [document for _, document in self.read]


def articles(project: Project, target: Target, paths: Sequence[Path]) -> Articles:
    """The chosen articles, read by the target's rules but without its glossary."""
    reading = project.language(replace(target, glossary="")).reading
    site = project.site()
    found = project.found(paths)
    result = Articles(problems=[article.problem for article in found if article.problem])
    for job in jobs(found, target):
        try:
            result.read.append((job, segment(decode(site.read(job.article)).text, reading)))
        except PipelineError as error:
            result.problems.append(error.at(job.article))
    return result


def passages(project: Project, articles: Articles) -> list[Passage]:
    """The texts of the articles, with those translations that are above a draft.

    Errors of catalogues that can't be read are added to the articles' own.
    """
    result: list[Passage] = []
    for job, document in articles.read:
        try:
            data = project.site().read_if_there(job.catalogue)
            entries = gettext.read(data).by_key() if data else {}
        except PipelineError as error:
            articles.problems.append(error.at(job.catalogue))
            entries = {}
        result += [
            Passage(
                job.article, segment.line, text_only(segment.content, " "), _target(entries.get(segment.key))
            )
            for segment in document.segments
            if not segment.taxonomy
        ]
    return result


def _target(entry: Entry | None) -> str:
    usable = entry and not entry.draft and entry.state in {State.MACHINE, State.REVIEWED}
    return entry.target if entry and usable else ""
