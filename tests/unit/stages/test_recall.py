"""From matches to entries and remarks."""

from dataclasses import replace

from i18n_pipeline.formats import srx
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.memory import Match, Unit
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.leverage import leverage
from i18n_pipeline.stages.recall import Recall, earlier_remarks, recall
from i18n_pipeline.stages.segment import Reading, segment
from tests.fakes.memory import PAIR, FakeMemory, unit

ARTICLE = "# Netwerken\n\nBel je baas. Lees [de brief](b.md) na. Wacht niet te lang.\n"
DOCUMENT: Document = segment(ARTICLE, Reading(srx.splitter("nl")))


def recalled(source: str, *matches: Match, catalogue: Catalogue | None = None) -> tuple[Recall, FakeMemory]:
    """What a memory with matches for one source gives an article."""
    memory = FakeMemory({source: matches})
    found = leverage(DOCUMENT, catalogue or Catalogue())
    return recall(DOCUMENT, found, memory, PAIR), memory


def entry(result: Recall, source: str) -> Entry | None:
    """The entry of a source text."""
    return result.leverage.kept.get((None, source))


def test_in_context() -> None:
    """The same text between the same neighbours is reviewed, and no engine is asked for it."""
    match = Match(unit("Bel je baas.", "Call your boss.", "Netwerken", "Lees [de brief](b.md) na."), 100)
    result, memory = recalled("Bel je baas.", match)
    assert entry(result, "Bel je baas.") == Entry(
        "Bel je baas.", "Call your boss.", state=State.REVIEWED, origin=Origin.MEMORY
    )
    assert (None, "Bel je baas.") not in result.leverage.pending
    assert [(each.before, each.after) for each in memory.asked][:2] == [
        ("", "Bel je baas."),
        ("Netwerken", "Lees [de brief](b.md) na."),
    ]


def test_not_reviewed_there() -> None:
    """In context, but signed off by nobody: it needs a person."""
    there = replace(unit("Bel je baas.", "Call.", "Netwerken", "Lees [de brief](b.md) na."), reviewed=False)
    result, _ = recalled("Bel je baas.", Match(there, 100))
    found = entry(result, "Bel je baas.")
    assert found is not None
    assert found.state is State.MACHINE


def test_the_same_text_elsewhere() -> None:
    """The same text in another place needs a person, and no engine."""
    result, _ = recalled("Bel je baas.", Match(unit("Bel je baas.", "Call your boss.", "a", "b"), 100))
    found = entry(result, "Bel je baas.")
    assert found is not None
    assert (found.target, found.state, found.origin) == ("Call your boss.", State.MACHINE, Origin.MEMORY)
    assert result.remarks == {}


def test_codes_of_this_text() -> None:
    """A translation that was made with another address gets this one's."""
    there = unit("Lees [de brief](a.md) na.", "Proofread [the letter](a.md).")
    result, _ = recalled("Lees [de brief](b.md) na.", Match(there, 100))
    found = entry(result, "Lees [de brief](b.md) na.")
    assert found is not None
    assert (found.target, found.state) == ("Proofread [the letter](b.md).", State.MACHINE)


def test_codes_that_do_not_fit() -> None:
    """A translation that lost its code is shown, not taken."""
    there = unit("Lees [de brief](a.md) na.", "Proofread the letter.")
    result, _ = recalled("Lees [de brief](b.md) na.", Match(there, 100))
    key = (None, "Lees [de brief](b.md) na.")
    assert key in result.leverage.pending
    assert result.remarks[key][0] == "memory 100% (po/b.po): Proofread the letter."


def test_alike_is_a_remark() -> None:
    """What is only alike is shown with its score and the difference, two at most; the engine is asked."""
    matches = [Match(unit(f"Bel je {who}.", f"Call your {who}\n."), 80) for who in ("coach", "oom", "opa")]
    result, _ = recalled("Bel je baas.", *matches)
    key = (None, "Bel je baas.")
    assert key in result.leverage.pending
    assert result.remarks[key] == (
        "memory 80% (po/b.po): Call your coach\\n.",
        "memory 80% differs: Bel je [-coach.-] {+baas.+}",
        "memory 80% (po/b.po): Call your oom\\n.",
        "memory 80% differs: Bel je [-oom.-] {+baas.+}",
    )


def test_contradictions_are_not_offered() -> None:
    """A match that differs in a negation or a number is neither taken nor shown."""
    matches = [
        Match(unit("Wacht te lang.", "Wait too long."), 90),
        Match(unit("Wacht 2 dagen.", "Wait."), 80),
    ]
    result, _ = recalled("Wacht niet te lang.", *matches)
    assert (result.remarks, result.leverage.kept) == ({}, {})


def test_what_the_article_has_goes_first() -> None:
    """A text that the catalogue has is not looked up."""
    catalogue = Catalogue((Entry("Bel je baas.", "Ring.", state=State.REVIEWED),))
    result, memory = recalled("Bel je baas.", Match(unit("Bel je baas.", "x"), 100), catalogue=catalogue)
    found = entry(result, "Bel je baas.")
    assert found is not None
    assert found.target == "Ring."
    assert "Bel je baas." not in [each.source for each in memory.asked]


def test_an_edited_sentence() -> None:
    """Where a person's text is for an older source, the memory's is the proposal, in place of an engine's."""
    catalogue = Catalogue((Entry("Bel je baas!", "Ring your boss!", state=State.REVIEWED),))
    matches = (Match(unit("Bel je baas.", "Call your boss."), 100), Match(unit("Bel je baas!", "Ring!"), 95))
    result, _ = recalled("Bel je baas.", *matches, catalogue=catalogue)
    found = entry(result, "Bel je baas.")
    assert found is not None
    assert (found.target, found.state) == ("Ring your boss!", State.OUTDATED)
    assert (found.proposal, found.engine, found.previous) == ("Call your boss.", "memory", "Bel je baas!")
    alike, _ = recalled("Bel je baas.", matches[1], catalogue=catalogue)
    assert alike.remarks == {}


def test_remarks_of_an_earlier_run() -> None:
    """They stay with a machine's text, and go when a person has signed it off."""
    noted = Entry("a", "b", state=State.MACHINE, notes=("paragraph 1", "memory 80% (x): y"))
    assert earlier_remarks(noted) == ("memory 80% (x): y",)
    assert earlier_remarks(replace(noted, state=State.REVIEWED)) == ()


def test_other_languages() -> None:
    """A unit of another pair is of no use, whatever its text."""
    german = Unit("Bel je baas.", "Ruf an.", replace(PAIR, target="de"))
    result, _ = recalled("Bel je baas.", Match(german, 100))
    assert result.leverage.kept == {}
