"""Whatever is edited, reviewed and asked in whatever order: a person's word is kept, and not misused."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from i18n_pipeline.errors import BackendError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.choose import published
from i18n_pipeline.stages.likeness import contradict
from tests.functional.site import Site

_WORDS = ("werk", "baan", "brief", "geen", "niet", "stage", "drie", "loon", "goed", "snel")
_WORD = st.sampled_from(_WORDS)
_SENTENCE = st.lists(_WORD, min_size=2, max_size=6).map(lambda words: " ".join(words).capitalize() + ".")


class Merging(RuleBasedStateMachine):
    """A person and an engine at work on one article."""

    def __init__(self) -> None:
        super().__init__()
        self.site = Site({"a": ""})
        self.sentences: list[str] = []
        self.written: dict[str, str] = {}
        self.signed: set[tuple[str, str]] = set()
        self.number = 0

    @initialize(sentences=st.lists(_SENTENCE, min_size=1, max_size=5))
    def begin(self, sentences: list[str]) -> None:
        """An article of some paragraphs."""
        self.sentences = sentences
        self._run()

    @rule(sentence=_SENTENCE, at=st.integers(0, 10))
    def insert(self, sentence: str, at: int) -> None:
        """A paragraph more."""
        self.sentences.insert(at % (len(self.sentences) + 1), sentence)

    @precondition(lambda self: len(self.sentences) > 1)
    @rule(at=st.integers(0, 10))
    def delete(self, at: int) -> None:
        """A paragraph less."""
        del self.sentences[at % len(self.sentences)]

    @rule(at=st.integers(0, 10), to=st.integers(0, 10))
    def move(self, at: int, to: int) -> None:
        """A paragraph elsewhere."""
        sentence = self.sentences.pop(at % len(self.sentences))
        self.sentences.insert(to % (len(self.sentences) + 1), sentence)

    @rule(at=st.integers(0, 10), word=_WORD, place=st.integers(0, 5))
    def edit(self, at: int, word: str, place: int) -> None:
        """A word more in a sentence."""
        number = at % len(self.sentences)
        words = self.sentences[number].removesuffix(".").split()
        words.insert(place % (len(words) + 1), word)
        self.sentences[number] = " ".join(words).capitalize() + "."

    @precondition(lambda self: len(self.sentences) > 1)
    @rule(at=st.integers(0, 10))
    def join(self, at: int) -> None:
        """Two sentences made one."""
        number = at % (len(self.sentences) - 1)
        first, second = self.sentences[number : number + 2]
        self.sentences[number : number + 2] = [f"{first.removesuffix('.')} en {second.lower()}"]

    @rule(at=st.integers(0, 10))
    def split(self, at: int) -> None:
        """A sentence made two."""
        number = at % len(self.sentences)
        words = self.sentences[number].removesuffix(".").split()
        if len(words) > 1:
            middle = len(words) // 2
            halves = (words[:middle], words[middle:])
            self.sentences[number : number + 1] = [" ".join(half).capitalize() + "." for half in halves]

    @rule(at=st.integers(0, 10))
    def repeat(self, at: int) -> None:
        """The same sentence twice."""
        self.sentences.append(self.sentences[at % len(self.sentences)])

    @rule(fails=st.booleans(), force=st.booleans())
    def run(self, *, fails: bool, force: bool) -> None:
        """A pass, with an engine that answers or refuses."""
        self.site.backend.problem = BackendError("no answer.") if fails else None
        if force:
            self.site.ledger.answers.clear()
        self._run(force=force)

    @rule(at=st.integers(0, 20))
    def review(self, at: int) -> None:
        """A person signs off a text of their own."""
        catalogue = self.site.catalogue()
        entries = list(catalogue.entries)
        number = at % sum(not entry.obsolete for entry in entries)
        entry = entries[number]
        self.number += 1
        self.written[entry.source] = text = f"Reviewed {self.number}."
        self.signed.add((entry.source, text))
        if entry.state is State.OUTDATED:
            self.written.pop(entry.previous or "", None)  # that it gives way was the person's choice
        entries[number] = replace(entry, target=text, state=State.REVIEWED, previous=None, proposal="")
        self.site.files.files["po/a.po"] = gettext.write(replace(catalogue, entries=tuple(entries)))

    def _run(self, *, force: bool = False) -> None:
        self.site.files.files["nl/a.md"] = ("\n\n".join(self.sentences) + "\n").encode()
        self.site.run(force=force)

    @invariant()
    def every_reviewed_text_is_kept(self) -> None:
        """What a person wrote last for a sentence stands somewhere in the catalogue."""
        kept = " ".join(entry.target for entry in self.site.catalogue().entries) if self.sentences else ""
        assert not [text for text in self.written.values() if text not in kept]

    @invariant()
    def none_is_shown_as_reviewed_for_another_sentence(self) -> None:
        """A text is `reviewed` for the sentence that it was written for, and for no other."""
        entries = self.site.catalogue().entries if self.sentences else ()
        for entry in entries:
            if entry.state is State.REVIEWED and entry.target.startswith("Reviewed"):
                assert (entry.source, entry.target) in self.signed
            if entry.state is State.OUTDATED and not entry.obsolete and published(entry) == entry.target:
                assert not contradict(entry.previous or "", entry.source)

    @invariant()
    def each_entry_is_there_once(self) -> None:
        """No context and source stands twice."""
        entries = self.site.catalogue().entries if self.sentences else ()
        assert max(Counter((entry.key, entry.obsolete) for entry in entries).values(), default=1) == 1


TestMerging = Merging.TestCase
TestMerging.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
