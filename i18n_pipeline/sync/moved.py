"""Catalogues that stand where their article is now, and still name the place where it was."""

from collections.abc import Callable
from dataclasses import replace

from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.site import Files, Job
from i18n_pipeline.stages.digest import ARTICLE
from i18n_pipeline.storage.pattern import Pattern


def with_former(job: Job, source: str, target: Target, files: Files, is_there: Callable[[str], bool]) -> Job:
    """The job with its former place, where its catalogue names an article that is gone.

    A run that was killed in the middle of a rename leaves that, and a person who moved both files.
    """
    if job.former:
        return job
    try:
        data = files.read_if_there(job.catalogue)
        if data is None or f"{ARTICLE}: {job.article}\\n".encode() in data:
            return job
        article = gettext.read(data).header.get(ARTICLE, job.article)
    except PipelineError:
        return job  # told when the article is read
    variable = Pattern(source).variable(article)
    if article == job.article or variable is None or is_there(article):
        return job
    post, catalogue = Pattern(target.target).fill(variable), Pattern(target.catalogue).fill(variable)
    return replace(job, former=Job(article, post, catalogue))
