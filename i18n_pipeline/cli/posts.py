"""Which post belongs to which article, and what all posts are called."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from i18n_pipeline.cli.project import Project, jobs
from i18n_pipeline.config import Target
from i18n_pipeline.errors import PipelineError, UsageError
from i18n_pipeline.formats import front_matter
from i18n_pipeline.formats.encoding import decode
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.align.same_article import Anchors, anchors, same_articles
from i18n_pipeline.stages.align.titles import Titles
from i18n_pipeline.stages.segment import Reading, segment
from i18n_pipeline.storage.discover import articles


@dataclass(frozen=True, slots=True)
class Posted:
    """An article with a post that is there; `told` says where that has another name."""

    job: Job
    told: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of one target language."""

    project: Project
    target: Target
    reading: Reading

    def named(self, paths: Sequence[Path], post: Path) -> list[Posted]:
        """The only article of `paths` with a post that stands elsewhere."""
        found = jobs(self.project.found(paths), self.target)
        root = self.project.settings.root.resolve()
        file = post.resolve()
        if len(found) != 1:
            raise UsageError("--post is for one article.", mending="Name that article, and no other.")
        if not file.is_file() or not file.is_relative_to(root):
            raise UsageError(f"{post}: there is no such file in the project.", mending="Copy it there first.")
        return [Posted(replace(found[0], post=file.relative_to(root).as_posix()))]

    def found(self, paths: Sequence[Path]) -> list[Posted]:
        """The articles of `paths` that have a post, by name or, where that fails, by content."""
        everything = jobs(self.project.found([]), self.target)
        chosen = {job.article for job in jobs(self.project.found(paths), self.target)}
        there = self._there()
        elsewhere = self._elsewhere(everything, there)
        named = [Posted(job) for job in everything if job.post in there]
        return [each for each in (*named, *elsewhere) if each.job.article in chosen]

    def titles(self) -> Titles:
        """What the posts are called, those that can be read."""
        return Titles.of(self._titles())

    def _there(self) -> list[str]:
        settings = self.project.settings
        others = [settings.paths.source, *(each.target for each in settings.targets if each != self.target)]
        found = articles(settings.root, self.target.target, targets=others)
        return [each.path for each in found if each.problem is None]

    def _titles(self) -> Iterator[tuple[str, str]]:
        for path in self._there():
            with contextlib.suppress(PipelineError):
                fields = front_matter.read(decode(self.project.site().read(path)).text).fields
                yield path, next((each.text or "" for each in fields if each.path == ("title",)), "")

    def _elsewhere(self, everything: Sequence[Job], there: Sequence[str]) -> Iterator[Posted]:
        """Articles without a post of their name, with one that has the same pictures, links and figures."""
        paired = {job.post for job in everything} & set(there)
        alone = {job.article: job for job in everything if job.post not in paired}
        orphans = [path for path in there if path not in paired]
        if not alone or not orphans:
            return
        known = [
            self._anchors(path)
            for job in everything
            if job.post in paired
            for path in (job.article, job.post)
        ]
        found = same_articles(
            {path: self._anchors(path) for path in alone},
            {path: self._anchors(path) for path in orphans},
            known,
        )
        for article, (post, shared) in found.items():
            yield Posted(
                replace(alone[article], post=post), (_other_name(post, alone[article].post, shared),)
            )

    def _anchors(self, path: str) -> Anchors:
        with contextlib.suppress(PipelineError):
            return anchors(segment(decode(self.project.site().read(path)).text, self.reading))
        return Anchors(frozenset())


def _other_name(post: str, wanted: str, shared: Sequence[str]) -> Finding:
    short = sorted((" ".join(each.split()) for each in shared), key=len)
    told = ", ".join(short[:_SHOWN]) + (", …" if len(short) > _SHOWN else "")
    return Finding(
        "other-name",
        Severity.WARNING,
        f"{post} is taken for this article's post: both have {told}.",
        fix=f"Rename it to {wanted}, or a build writes a second one there.",
    )


_SHOWN = 5
