"""What other articles have for the same source."""

from i18n_pipeline.formats.encoding import decode
from i18n_pipeline.model.catalogue import Catalogue, Entry, Key
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.site import Job
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.article import Analysed
from i18n_pipeline.stages.elsewhere import elsewhere
from i18n_pipeline.stages.leverage import Leverage

KEY: Key = (None, "Lees verder")


def _article(name: str, target: str, state: State = State.MACHINE) -> Analysed:
    kept = {KEY: Entry("Lees verder", target, None, state)}
    job = Job(f"nl/{name}.md", f"en/{name}.md", f"po/{name}.po")
    return Analysed(job, decode(b"x"), Document(), Catalogue(), None, Leverage(kept, (), ()))


def test_one_translation_is_no_other() -> None:
    """Articles that agree have nothing to tell."""
    assert elsewhere([_article("a", "Read on"), _article("b", "Read on")]) == {}


def test_several_translations() -> None:
    """Each with the first article that has it."""
    found = elsewhere([_article("a", "Read on"), _article("b", "Read more"), _article("c", "Read more")])
    assert found == {KEY: {"Read on": "nl/a.md", "Read more": "nl/b.md"}}


def test_a_reviewed_one_counts_alone() -> None:
    """What a person signed off is what the others are compared with."""
    found = elsewhere([_article("a", "Read on"), _article("b", "Read more", State.REVIEWED)])
    assert found == {KEY: {"Read more": "nl/b.md"}}
