"""A translator's desk: a small site, its XLIFF file, and a tool that edits it."""

from collections.abc import Callable

from lxml import etree

from i18n_pipeline.formats import gettext, xliff
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.stages.article import Analysed, analyse
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.finish import make
from i18n_pipeline.stages.xliff_export import Only, exported
from i18n_pipeline.stages.xliff_import import TakenBack, take_back
from tests.functional.site import Site
from tests.unit.xliff.conformance import CORE

TODAY = "2026-11-24 12:00+0000"
Edit = Callable[[etree._Element], None]


class Desk(Site):
    """A site of one article, `a`, translated by a machine."""

    def __init__(self, text: str) -> None:
        super().__init__({"a": text})
        self.run()

    def article(self) -> Analysed:
        """The article and its catalogue as they are now."""
        article = analyse(self.jobs()[0], self.language, self.files)
        assert isinstance(article, Analysed)
        return article

    def export(self, only: Only = Only.ALL) -> bytes:
        """The article as XLIFF."""
        article = self.article()
        catalogue = make(article, Answers(), self.language, TODAY).catalogue
        glossary = self.language.checks.glossary
        file = exported(article.job.article, article.document, catalogue, glossary, only)
        return xliff.write([file], source_language="nl", target_language="en-GB")

    def back(self, data: bytes, *, theirs: bool = False) -> TakenBack:
        """Take a document back and write the PO file."""
        (file,) = xliff.read(data).files
        article = self.article()
        taken = take_back(article, file, "a.xlf", self.language, TODAY, theirs=theirs)
        if taken.catalogue is not None:
            self.files.write(article.job.catalogue, taken.catalogue)
        return taken

    def put(self, *entries: Entry) -> None:
        """Write a catalogue of these entries."""
        self.files.files["po/a.po"] = gettext.write(Catalogue(entries))


def edited(data: bytes, source: str, edit: Edit) -> bytes:
    """The document after a tool edited the unit whose first source begins with these words."""
    root = etree.fromstring(data)
    for unit in root.iter(f"{CORE}unit"):
        found = unit.find(f"{CORE}segment/{CORE}source")
        if found is not None and "".join(found.itertext()).startswith(source):
            edit(unit)
            return etree.tostring(root, encoding="utf-8", xml_declaration=True)
    raise AssertionError(source)


def saying(target: str, state: str = "reviewed") -> Edit:
    """Gives a unit's segment another target, as XML, and another state."""

    def edit(unit: etree._Element) -> None:
        segment = unit.find(f"{CORE}segment")
        assert segment is not None
        segment.attrib.pop("subState", None)
        segment.set("state", state)
        old = segment.find(f"{CORE}target")
        if old is not None:
            segment.remove(old)
        segment.append(etree.fromstring(f'<target xmlns="{CORE[1:-1]}">{target}</target>'))

    return edit


def signed(unit: etree._Element) -> None:
    """Sets a unit's segment to final; its text stays."""
    segment = unit.find(f"{CORE}segment")
    assert segment is not None
    segment.set("state", "final")


def without_base(unit: etree._Element) -> None:
    """Drops the attributes of other namespaces, as a careless tool does."""
    for name in [name for name in unit.attrib if str(name).startswith("{")]:
        del unit.attrib[name]
