"""What of an old catalogue serves an edited article."""

from i18n_pipeline.formats import markdown
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.document import Document, Segment
from i18n_pipeline.model.translation import Origin, State
from i18n_pipeline.stages.filled import with_filled
from i18n_pipeline.stages.leverage import leverage


def _document(*sentences: str, given: str = "") -> Document:
    segments = tuple(
        Segment(content=(sentence,), raw=sentence, given=given, context="title" if given else None)
        for sentence in sentences
    )
    return Document(segments=segments)


def _reviewed(source: str, target: str, context: str | None = None) -> Entry:
    return Entry(source, target, context, state=State.REVIEWED, origin=Origin.HUMAN)


def _machine(source: str, target: str) -> Entry:
    return Entry(source, target, state=State.MACHINE, engine="fake")


def test_exact() -> None:
    """What is there under the same source stays as it is, and is not asked for."""
    entries = (_reviewed("Een baan.", "A job."), _machine("Een brief.", "A letter."))
    found = leverage(_document("Een brief.", "Een baan."), Catalogue(entries))
    assert list(found.kept.values()) == [entries[1], entries[0]]
    assert (found.pending, found.obsolete) == ((), ())


def test_force_lets_go_of_machine_text_alone() -> None:
    """With force, what no person reviewed is asked for again."""
    entries = (_reviewed("Een baan.", "A job."), _machine("Een brief.", "A letter."))
    found = leverage(_document("Een baan.", "Een brief."), Catalogue(entries), force=True)
    assert list(found.kept.values()) == list(entries)
    assert found.pending == ((None, "Een brief."),)


def test_edited() -> None:
    """A reviewed text whose sentence was edited stays, marked, and a proposal is asked for."""
    found = leverage(
        _document("Een nieuwe baan is leuk."), Catalogue((_reviewed("Een baan is leuk.", "A job."),))
    )
    (entry,) = found.kept.values()
    assert (entry.state, entry.target, entry.previous) == (State.OUTDATED, "A job.", "Een baan is leuk.")
    assert found.pending == ((None, "Een nieuwe baan is leuk."),)
    assert found.obsolete == ()


def test_edited_twice() -> None:
    """The source that a text was written for stays the previous one through further edits."""
    old = Entry(
        "Een baan is fijn.", "A job.", state=State.OUTDATED, previous="Een baan is leuk.", proposal="x"
    )
    (entry,) = leverage(_document("Een baan is heel fijn."), Catalogue((old,))).kept.values()
    assert (entry.previous, entry.proposal) == ("Een baan is leuk.", "")


def test_edited_back() -> None:
    """When the sentence is again as it was, its text is reviewed again."""
    old = Entry(
        "Geen baan is leuk.", "A job.", state=State.OUTDATED, previous="Een baan is leuk.", proposal="x"
    )
    (entry,) = leverage(_document("Een baan is leuk."), Catalogue((old,))).kept.values()
    assert (entry.state, entry.target, entry.previous, entry.proposal) == (State.REVIEWED, "A job.", None, "")


def test_inserted_not() -> None:
    """One inserted `niet` never leaves a text reviewed."""
    found = leverage(_document("Dat is niet leuk."), Catalogue((_reviewed("Dat is leuk.", "That's fun."),)))
    (entry,) = found.kept.values()
    assert entry.state is State.OUTDATED


def test_deleted_and_restored() -> None:
    """A reviewed text whose sentence went is obsolete, and comes back with the sentence."""
    gone = leverage(_document("Iets heel anders."), Catalogue((_reviewed("Een baan.", "A job."),)))
    assert [(entry.target, entry.obsolete) for entry in gone.obsolete] == [("A job.", True)]
    back = leverage(_document("Een baan."), Catalogue(gone.obsolete))
    assert [(entry.target, entry.obsolete) for entry in back.kept.values()] == [("A job.", False)]


def test_deleted_machine_text_goes() -> None:
    """What no person reviewed goes with its sentence."""
    assert leverage(_document("Iets anders."), Catalogue((_machine("Een baan.", "A job."),))).obsolete == ()


def test_each_text_serves_one_edited_sentence() -> None:
    """Of two sentences like a reviewed one that went, the likeliest gets its text."""
    found = leverage(
        _document("Een baan is erg leuk.", "Een baan is heel erg leuk."),
        Catalogue((_reviewed("Een baan is leuk.", "A job."),)),
    )
    assert list(found.kept) == [(None, "Een baan is erg leuk.")]


def test_contexts_are_apart() -> None:
    """A title's text is not taken for the same words in the body."""
    found = leverage(_document("Netwerken"), Catalogue((_reviewed("Netwerken", "Networking", "title"),)))
    assert found.pending == ((None, "Netwerken"),)
    assert [entry.target for entry in found.obsolete] == ["Networking"]


def test_given() -> None:
    """What an editor wrote into the article is reviewed, unless a reviewer wrote something else."""
    (entry,) = leverage(_document("Netwerken", given="Networking"), Catalogue()).kept.values()
    assert (entry.state, entry.target) == (State.REVIEWED, "Networking")
    old = Catalogue((_reviewed("Netwerken", "How to network", "title"),))
    (entry,) = leverage(_document("Netwerken", given="Networking"), old).kept.values()
    assert entry.target == "How to network"


def test_inserting_touches_no_neighbour() -> None:
    """An inserted paragraph is asked for alone, also between repeated sentences."""
    split = [line.strip() for line in ("Een.", "Twee.", "Een.", "Drie.")]
    text = "\n\n".join(split)
    skeleton, segments = markdown.parse(text, split=lambda part: [part], repair=lambda part: part)
    old = Catalogue(tuple(_reviewed(source, source.upper()) for source in ("Een.", "Twee.", "Drie.")))
    assert leverage(Document(skeleton=skeleton, segments=segments), old).pending == ()
    skeleton, segments = markdown.parse(
        "Nieuw.\n\n" + text, split=lambda part: [part], repair=lambda part: part
    )
    assert leverage(Document(skeleton=skeleton, segments=segments), old).pending == ((None, "Nieuw."),)


def test_joined() -> None:
    """A sentence that was made of two reviewed ones has both texts, and both are kept as obsolete."""
    old = (
        _reviewed("Zoek een baan die past.", "Find a job that fits."),
        _reviewed("Vraag daarna om hulp.", "Then ask for help."),
    )
    found = leverage(_document("Zoek een baan die past en vraag daarna om hulp."), Catalogue(old))
    (entry,) = found.kept.values()
    assert (entry.target, entry.previous) == (
        "Find a job that fits. Then ask for help.",
        "Zoek een baan die past. Vraag daarna om hulp.",
    )
    assert [entry.target for entry in found.obsolete] == ["Find a job that fits.", "Then ask for help."]


def test_split() -> None:
    """Both parts of a reviewed sentence that was split have its text, outdated, and ask for their own."""
    whole = _reviewed("Zoek een baan die past, en vraag daarna om hulp.", "Find a job and ask for help.")
    found = leverage(_document("Zoek een baan die past.", "Vraag daarna om hulp."), Catalogue((whole,)))
    assert [entry.target for entry in found.kept.values()] == ["Find a job and ask for help."] * 2
    assert {entry.previous for entry in found.kept.values()} == {whole.source}
    assert len(found.pending) == 2


def test_restored_after_a_split() -> None:
    """A sentence that is whole again has its reviewed text again."""
    whole = _reviewed("Zoek een baan die past, en vraag daarna om hulp.", "Find a job and ask for help.")
    parts = leverage(_document("Zoek een baan die past.", "Vraag daarna om hulp."), Catalogue((whole,)))
    again = leverage(_document(whole.source), Catalogue(tuple(parts.kept.values())))
    (entry,) = again.kept.values()
    assert (entry.state, entry.target) == (State.REVIEWED, "Find a job and ask for help.")


def test_an_outdated_text_comes_back() -> None:
    """A sentence that went while its reviewed text was outdated has that text again when it returns."""
    gone = Entry("Een baan.", "A job.", state=State.OUTDATED, previous="Eén baan.", obsolete=True)
    (entry,) = leverage(_document("Een baan."), Catalogue((gone,))).kept.values()
    assert (entry.state, entry.target, entry.obsolete) == (State.OUTDATED, "A job.", False)


def test_a_translators_comments_stay() -> None:
    """Comments and flags stay with an untranslated sentence, and with an edited one of the machine's."""
    flags, comments = ("no-wrap",), ("check: ignore numbers",)
    old = (
        Entry("Een baan.", comments=comments),
        Entry("Een brief is kort.", "A letter.", state=State.MACHINE, comments=comments, flags=flags),
    )
    found = leverage(_document("Een baan.", "Een brief is heel kort."), Catalogue(old))
    kept = list(found.kept.values())
    assert [(entry.comments, entry.target) for entry in kept] == [(comments, ""), (comments, "")]
    assert kept[1].flags == flags
    assert len(found.pending) == 2


def test_a_persons_unsigned_text_is_a_persons() -> None:
    """A fuzzy text that a person wrote stays when its sentence is edited, and is not asked for with force."""
    old = Entry("Een brief is kort.", "A letter.", state=State.MACHINE, origin=Origin.HUMAN)
    (entry,) = leverage(_document("Een brief is heel kort."), Catalogue((old,))).kept.values()
    assert (entry.state, entry.target, entry.previous) == (State.OUTDATED, "A letter.", old.source)
    assert leverage(_document(old.source), Catalogue((old,)), force=True).pending == ()


def test_an_edited_sentence_that_is_in_the_catalogue_already() -> None:
    """An entry that nobody filled in yet takes the reviewed text of what it was, and keeps its comments."""
    old = (Entry("Een nieuwe baan is leuk.", comments=("mine",)), _reviewed("Een baan is leuk.", "A job."))
    (entry,) = leverage(_document("Een nieuwe baan is leuk."), Catalogue(old)).kept.values()
    assert (entry.state, entry.target, entry.comments) == (State.OUTDATED, "A job.", ("mine",))


def test_a_title_that_the_pipeline_filled_in_is_no_editors_word() -> None:
    """An article's own translation is a person's; one that the catalogue counts as filled in is not."""
    document = _document("Solliciteren", given="Networking")
    (entry,) = leverage(document, Catalogue()).kept.values()
    assert (entry.state, entry.target) == (State.REVIEWED, "Networking")
    found = leverage(document, Catalogue(header=with_filled({}, ["Networking"])))
    assert (found.kept, found.pending) == ({}, (("title", "Solliciteren"),))
