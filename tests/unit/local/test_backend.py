"""The local backend on a scripted engine."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.backends.local import LocalBackend, LocalSettings
from i18n_pipeline.backends.local.completion import Completed, Completion
from i18n_pipeline.errors import BackendError, BackendNotReady
from i18n_pipeline.model.engine import Answer, Batch, Query
from i18n_pipeline.model.inline import Content, Placeholder, merged, same_codes, text_only
from tests.fakes.scripted_engine import ScriptedEngine
from tests.unit.local.codes import BOLD, BOLD_END, BREAK, CODE, IMAGE, LINK, LINK_END, NOTE

SCRIPT = {
    "Lees dit nu.": "Read this now.",
    "dit": "this",
    "Stuur XX1 op.": "Send in XX1.",
    "Een woord XX1.": "A word XX1.",
    "regel een": "line one",
    "regel twee": "line two",
    "Bel mijn collega XX1 vandaag.": "Call my colleague today.",
    "Bel mijn collega": "Call my colleague",
    "vandaag.": "today.",
    "Je moet echt niet bellen.": "You should really not be calling.",
    "echt niet": "certainly don't",
    "Je moet": "You must",
    "bellen.": "call.",
    "Zie XX1 verder.": "See on.",
    "Zie": "See",
    "verder.": "Zie verder voor meer.",
}


def _answers(*contents: Content, quality: str = "best") -> tuple[Answer, ...]:
    settings = LocalSettings(quality="fast" if quality == "fast" else "best")
    backend = LocalBackend(settings, load=lambda: ScriptedEngine(SCRIPT))
    return backend.translate(Batch(tuple(map(Query, contents)), "nl", "en"))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("Lees dit nu.",), ("Read this now.",)),
        ((" Lees dit nu. ",), (" Read this now. ",)),
        (("Lees ", BOLD, "dit", BOLD_END, " nu."), ("Read ", BOLD, "this", BOLD_END, " now.")),
        ((LINK, "Lees dit nu.", LINK_END), (LINK, "Read this now.", LINK_END)),
        ((IMAGE, " Lees dit nu.", NOTE), (IMAGE, " Read this now.", NOTE)),
        (("Stuur ", CODE, " op."), ("Send in ", CODE, ".")),
        (("Een woord", NOTE, "."), ("A word", NOTE, ".")),
        (("regel een", BREAK, "regel twee"), ("line one", BREAK, "line two")),
        (("2015",), ("2015",)),
        ((), ()),
    ],
)
def test_codes_come_back_where_they_belong(source: Content, target: Content) -> None:
    """Text is translated, codes and the spaces beside them stay as they were."""
    assert _answers(source)[0].content == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("Bel mijn collega ", CODE, " vandaag."), ("Call my colleague ", CODE, " today.")),
        (
            ("Je moet ", BOLD, "echt niet", BOLD_END, " bellen."),
            ("You must ", BOLD, "certainly don't", BOLD_END, " call."),
        ),
    ],
)
def test_a_sentence_that_loses_a_code_is_translated_in_pieces(source: Content, target: Content) -> None:
    """Where a marker is lost or emphasised words can't be found, the texts between the codes are drafted."""
    assert _answers(source)[0].content == target


def test_pieces_without_a_draft_leave_a_problem() -> None:
    """Where a piece can't be drafted either, there is no text and the codes are named as the reason."""
    assert _answers(("Zie ", CODE, " verder."))[0] == Answer(None, "placeholders lost", tokens=36)


def test_one_bad_sentence_does_not_spoil_the_others() -> None:
    """Each query has its own answer, in order, with its problem and its tokens."""
    answers = _answers(("Onbekende zin.",), ("Lees dit nu.",), ("Lees dit nu.",), quality="fast")
    assert answers == (
        Answer(None, "empty answer", tokens=3),
        Answer(("Read this now.",), tokens=3),
        Answer(("Read this now.",), tokens=3),
    )


def test_sentences_beyond_the_engines_context_are_left() -> None:
    """A sentence of more than 1,200 characters is not asked for."""
    answer = _answers(("woord " * 210 + "einde.",))[0]
    assert answer == Answer(None, "a sentence of more than 1200 characters")


def test_terms_of_a_sentence_reach_the_prompt() -> None:
    """The whole sentence gets all its terms, the words of a pair those that are in them."""
    engine = ScriptedEngine({})
    query = Query(
        ("Je ", BOLD, "sollicitatiebrieven", BOLD_END, " en cv."),
        {"sollicitatiebrief": "cover letter", "cv": "CV"},
    )
    LocalBackend(load=lambda: engine).translate(Batch((query,), "nl", "en"))
    glossaries = [request.text.splitlines()[-3] for request in engine.requests]
    assert glossaries[::4] == [
        "Glossary: sollicitatiebrief = cover letter; cv = CV",
        "Glossary: sollicitatiebrief = cover letter",
    ]


def test_the_model_is_loaded_by_the_first_question() -> None:
    """Making, asking for the fingerprint and closing load nothing; the engine is kept between questions."""
    loaded: list[ScriptedEngine] = []

    def load() -> ScriptedEngine:
        loaded.append(ScriptedEngine(SCRIPT))
        return loaded[-1]

    backend = LocalBackend(load=load)
    assert backend.fingerprint
    assert backend.throughput == 0
    backend.close()
    assert loaded == []
    for _ in range(2):
        backend.translate(Batch((Query(("Lees dit nu.",)),), "nl", "en-GB"))
    assert len(loaded) == 1
    assert backend.throughput > 0
    backend.close()
    backend.close()
    assert loaded[0].closed == 1


@pytest.mark.parametrize(("source", "target"), [("en", "nl"), ("nl", "de"), ("de", "en_GB")])
def test_only_dutch_to_english(source: str, target: str) -> None:
    """Another pair of languages is refused by name before anything is loaded."""
    backend = LocalBackend(load=lambda: pytest.fail("loaded"))
    with pytest.raises(BackendNotReady, match=f"`{source}` into `{target}`"):
        backend.translate(Batch((), source, target))


def test_the_fingerprint_tells_what_drafts_depend_on() -> None:
    """Quality and model change it; how many threads work does not."""
    best, fast = LocalBackend(LocalSettings()), LocalBackend(LocalSettings(quality="fast"))
    assert best.fingerprint != fast.fingerprint
    assert best.fingerprint == LocalBackend(LocalSettings(threads=3, slots=2)).fingerprint
    assert "gemma-3-270m" in best.fingerprint


def test_a_missing_model_is_told_by_path(tmp_path: Path) -> None:
    """An own model that is not there is named by the fingerprint as by the first question."""
    backend = LocalBackend(LocalSettings(model=f"{tmp_path}/none.gguf"))
    with pytest.raises(BackendNotReady, match=r"none\.gguf"):
        _ = backend.fingerprint
    pytest.importorskip("xllamacpp")
    with pytest.raises(BackendNotReady, match=r"none\.gguf"):
        backend.translate(Batch((), "nl", "en"))


def test_without_the_extra_there_is_a_hint() -> None:
    """The package can be imported without xllamacpp; the first question says what to install."""
    program = (
        "import sys; sys.modules['xllamacpp'] = None\n"
        "from i18n_pipeline.backends.local import LocalBackend\n"
        "from i18n_pipeline.errors import BackendNotReady\n"
        "from i18n_pipeline.model.engine import Batch\n"
        "try: LocalBackend().translate(Batch((), 'nl', 'en'))\n"
        "except BackendNotReady as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'i18n-pipeline[local]'" in done.stdout
    assert done.stderr == ""


def test_an_engine_that_fails_fails_the_batch() -> None:
    """A BackendError of the engine reaches the caller."""

    class Failing(ScriptedEngine):
        def complete(self, completions: Sequence[Completion]) -> tuple[Completed, ...]:
            raise BackendError(f"The local engine can't go on: {len(completions)} refused.")

    with pytest.raises(BackendError, match="can't go on"):
        LocalBackend(load=lambda: Failing({})).translate(Batch((Query(("Ja.",)),), "nl", "en"))


PARTS = st.sampled_from(
    [
        ("zin",),
        (" ",),
        ("Ga. Nu",),
        (CODE,),
        (NOTE,),
        (BREAK,),
        (IMAGE,),
        (BOLD, "vet", BOLD_END),
        (LINK, CODE, LINK_END),
    ]
)


@given(st.lists(PARTS, max_size=7, unique=True), st.text("zinvet GaXQ12.", max_size=40))
def test_codes_are_the_querys_or_there_is_no_content(
    groups: list[tuple[str | Placeholder, ...]], said: str
) -> None:
    """Whatever a model says, an answer has exactly the query's codes, well nested, or a problem."""
    content = merged(tuple(part for group in groups for part in group))

    class Saying(ScriptedEngine):
        def _said(self, sentence: str, turn: int) -> str:
            return (said, sentence, f"{sentence} {said}", sentence[::-1])[turn % 4]

    answer = LocalBackend(load=lambda: Saying({})).translate(Batch((Query(content),), "nl", "en"))[0]
    if answer.content is None:
        assert answer.problem
    else:
        assert same_codes(answer.content, content)
        assert bool(text_only(answer.content).strip()) == bool(text_only(content).strip())
