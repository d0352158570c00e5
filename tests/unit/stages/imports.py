"""A small site whose posts are edited and imported."""

from i18n_pipeline.formats import gettext, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.stages.align.lexicon import lexicon
from i18n_pipeline.stages.align.titles import Titles
from i18n_pipeline.stages.article import Analysed, analyse
from i18n_pipeline.stages.importing import Imported, Reader, import_post
from i18n_pipeline.stages.segment import Reading
from tests.functional.site import Site

_LEXICON = lexicon(Glossary((), lemmatiser("nl")), lemmatiser("en"), "nl", "en-GB")
_SPLIT = srx.splitter("en")


class Desk(Site):
    """A site with a command more: `bring` is `translate import` of one post."""

    def __init__(self, article: str | None = None) -> None:
        super().__init__(None if article is None else {"a": article})
        self.titles = Titles()

    def bring(self) -> Imported:
        """Import the post and write the catalogue."""
        (job,) = self.jobs()
        article = analyse(job, self.language, self.files)
        assert isinstance(article, Analysed)
        rules, parameters = self.language.reading.rules, self.language.reading.parameters
        reader = Reader(
            Reading(_SPLIT, rules=rules, parameters=parameters),
            _LEXICON,
            self.titles,
            "2026-11-24 12:00+0000",
        )
        imported = import_post(article, self.files.read("en/a.md"), self.language, reader)
        self.files.write("po/a.po", imported.catalogue)
        return imported

    def edit_post(self, old: str, new: str) -> None:
        """Change the English post."""
        self.edit(old, new, "en/a.md")

    def texts(self) -> dict[str, tuple[str, str]]:
        """Source → translation and state of the living entries."""
        entries = gettext.read(self.files.files["po/a.po"]).entries
        return {entry.source: (entry.target, str(entry.state)) for entry in entries if not entry.obsolete}


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The findings' codes."""
    return [finding.code for finding in findings]
