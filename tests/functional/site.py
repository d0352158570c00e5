"""A small site in memory, and the pipeline over it."""

from collections.abc import Iterable

from i18n_pipeline import pipeline
from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext, srx
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.glossary import Glossary, Term
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.annotate import Checks
from i18n_pipeline.stages.article import Language, Ports
from i18n_pipeline.stages.segment import Reading
from tests.fakes.ports import FakeBackend, MemoryFiles, MemoryLedger

ARTICLE = """\
---
title: Netwerken
date: 2015-03-20
intro: "Focus op de ander: dat werkt."
tags:
  - carriere
  - onbekend
english_title:
---

Een netwerk *opbouwen* kost tijd. Begin er vast mee!

- Geef iets.
- Vraag niets.
"""

_TERMS = (Term("carriere", "Careers", "tag"), Term("netwerk", "network", "noun"))


def language(publish: str = "machine") -> Language:
    """English, with a glossary of two terms and no checks but the glossary's."""
    glossary = Glossary(_TERMS)
    return Language(
        "nl",
        "en-GB",
        Reading(srx.splitter("nl"), vocabulary=glossary.taxonomy, parameters=("caption",)),
        Checks(glossary, levels={"punctuation": "off", "untranslated": "off", "negation": "off"}),
        publish,
    )


class Site:
    """Articles by name, with the files that runs make of them."""

    def __init__(self, articles: dict[str, str] | None = None) -> None:
        texts = articles if articles is not None else {"a": ARTICLE}
        self.files = MemoryFiles({f"nl/{name}.md": text.encode() for name, text in texts.items()})
        self.ledger = MemoryLedger()
        self.backend = FakeBackend()
        self.not_ready: PipelineError | None = None
        self.language = language()

    def jobs(self) -> list[Job]:
        """A job for each article that is there now."""
        names = sorted(path[3:-3] for path in self.files.files if path.startswith("nl/"))
        return [Job(f"nl/{name}.md", f"en/{name}.md", f"po/{name}.po") for name in names]

    def _ports(self) -> Ports:
        def backend() -> FakeBackend:
            if self.not_ready:
                raise self.not_ready
            return self.backend

        return Ports(self.files, self.ledger, backend, "2026-11-24 12:00+0000")

    def run(self, *, force: bool = False) -> list[ArticleReport]:
        """One pass with the engine."""
        self.files.writes.clear()
        self.backend.asked.clear()
        found = pipeline.read(self.jobs(), self.language, self.files, force=force)
        ports = self._ports()
        asked = pipeline.plan(found, self.language, ports)
        return list(pipeline.translate(found, asked, self.language, ports))

    def build(self) -> list[ArticleReport]:
        """One pass without it."""
        self.files.writes.clear()
        found = pipeline.read(self.jobs(), self.language, self.files)
        return list(pipeline.build(found, self.language, self._ports()))

    def post(self, name: str = "a") -> str:
        """An English post's text."""
        return self.files.files[f"en/{name}.md"].decode()

    def catalogue(self, name: str = "a") -> Catalogue:
        """An article's catalogue."""
        return gettext.read(self.files.files[f"po/{name}.po"])

    def entry(self, source: str, name: str = "a") -> Entry:
        """The entry of a source text."""
        return next(entry for entry in self.catalogue(name).entries if entry.source == source)

    def edit(self, old: str, new: str, path: str = "nl/a.md") -> None:
        """Replace a text in a file, which must have it."""
        text = self.files.files[path].decode()
        assert old in text
        self.files.files[path] = text.replace(old, new).encode()

    def review(self, source: str, target: str, name: str = "a") -> None:
        """What a translator does in a PO editor: correct a text and clear its fuzzy flag."""
        path = f"po/{name}.po"
        blocks = self.files.files[path].decode().split("\n\n")
        done = [_reviewed(block, target) if f'msgid "{source}"' in block else block for block in blocks]
        assert done != blocks
        self.files.files[path] = "\n\n".join(done).encode()


def _reviewed(block: str, target: str) -> str:
    lines = [line for line in block.strip().split("\n") if line != "#, fuzzy" and not line.startswith("#|")]
    end = next(number for number, line in enumerate(lines) if line.startswith("msgstr"))
    return "\n".join([*lines[:end], f'msgstr "{target}"'])


def texts(findings: Iterable[ArticleReport]) -> set[str]:
    """The codes of all findings."""
    return {finding.code for report in findings for finding in report.findings}
