"""Article, catalogue and post are edited between passes, in whatever order: a person's word stands."""

import re

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from i18n_pipeline.formats import gettext
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.stages.digest import RENDERED, digest
from i18n_pipeline.stages.edited import by_person
from tests.unit.stages.imports import Desk

_WORDS = ("werk", "baan", "brief", "geen", "niet", "stage", "drie", "loon", "goed", "snel")
_SENTENCE = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=5).map(
    lambda words: " ".join(words).capitalize() + "."
)
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=3)
_AT = st.integers(0, 10)
_BY_PERSON = re.compile(r"\b(?:Edited|Reviewed) \d+\b")
_LAYOUT = (
    ("date: 2015", "date: 2016"),
    ("\n\n", "\n\n\n"),
    ("\n---\n\n", "\n---\n\nAdded.\n\n"),
    (". ", ", "),
    ("english_title: ", "english_title: My "),
)

_PARTS = 4


class Editing(RuleBasedStateMachine):
    """An author, a translator and an editor who don't know of each other, and passes between."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[list[str]] = []
        self.number = 0
        self.replaced: set[str] = set()

    @initialize(paragraphs=st.lists(_PARAGRAPH, min_size=1, max_size=4))
    def begin(self, paragraphs: list[list[str]]) -> None:
        """A translated article."""
        self.paragraphs = paragraphs
        self.desk = Desk("")
        self._write()
        self.desk.run()

    @rule(paragraph=_PARAGRAPH, at=_AT, instead=st.booleans())
    def author(self, paragraph: list[str], at: int, *, instead: bool) -> None:
        """A paragraph more, or another one."""
        place = at % len(self.paragraphs)
        self.paragraphs[place : place + instead] = [paragraph]
        self._write()

    @rule(at=_AT, inner=_AT, word=st.sampled_from(_WORDS))
    def author_edits(self, at: int, inner: int, word: str) -> None:
        """A word more in a sentence."""
        paragraph = self.paragraphs[at % len(self.paragraphs)]
        place = inner % len(paragraph)
        paragraph[place] = f"{paragraph[place].removesuffix('.')} {word}."
        self._write()

    @rule(at=_AT, long=st.booleans())
    def translator(self, at: int, *, long: bool) -> None:
        """A text of the catalogue is corrected and signed off."""
        entries = [entry for entry in self._entries() if not entry.obsolete]
        entry = entries[at % len(entries)]
        self._replaces(entry.target)
        self.desk.review(entry.source, self._new("Reviewed", long=long))

    @rule(at=_AT, long=st.booleans())
    def editor(self, at: int, *, long: bool) -> None:
        """A sentence of the post gets other words."""
        head, body = self.desk.post().split("---\n\n", 1)
        places = list(re.finditer(r"\w[^.\n]*\.", body))
        place = places[at % len(places)]
        self._replaces(place.group())
        body = body[: place.start()] + self._new("Edited", long=long) + body[place.end() :]
        self.desk.files.files["en/a.md"] = f"{head}---\n\n{body}".encode()

    @rule(edit=st.sampled_from(_LAYOUT))
    def layout(self, edit: tuple[str, str]) -> None:
        """Something changes in the post that is no sentence's words."""
        text = self.desk.files.files["en/a.md"].decode()
        self.desk.files.files["en/a.md"] = text.replace(*edit, 1).encode()

    @rule(undone=st.sampled_from([True, True, False]))
    def passes(self, *, undone: bool) -> None:
        """A pass keeps every word of a person; once a post is written, the next one changes nothing."""
        if undone:
            self._undo_layout()
        before = self.desk.files.files["en/a.md"]
        words = {*self._words(), *_BY_PERSON.findall(before.decode())} - self.replaced
        told = "post-edited-by-hand" in self._pass()
        after = self.desk.files.files["en/a.md"]
        kept = {*self._words(), *(_BY_PERSON.findall(after.decode()) if after == before else ())}
        assert words <= kept
        assert told == self._is_edited()
        # Of a post that is kept, what stands beside a text that was taken may be told apart next time.
        more = [self._changes() for _ in range(_PARTS if told else 1)]
        assert not more[-1]
        if self._is_edited():
            self._give_up()

    def _give_up(self) -> None:
        """The post is removed, as the finding says."""
        self._replaces(self.desk.post())
        self.replaced -= self._words()
        del self.desk.files.files["en/a.md"]
        self.desk.run()
        assert not self._is_edited()

    def _undo_layout(self) -> None:
        text = self.desk.files.files["en/a.md"].decode()
        for old, new in _LAYOUT:
            text = text.replace(new, old)
        self.desk.files.files["en/a.md"] = text.encode()

    def _pass(self) -> list[str]:
        """What `translate sync` does with an article; the codes of what a run found."""
        if self._is_edited():
            self.desk.bring()
        (report,) = self.desk.run()
        return [finding.code for finding in report.findings]

    def _changes(self) -> bool:
        before = dict(self.desk.files.files)
        self._pass()
        return before != self.desk.files.files

    def _is_edited(self) -> bool:
        post, catalogue = self.desk.files.files["en/a.md"], self.desk.files.files["po/a.po"]
        return f"{RENDERED}: {digest(post)}".encode() not in catalogue

    def _words(self) -> set[str]:
        texts = [entry.target for entry in self._entries() if by_person(entry)]
        return {word for text in texts for word in _BY_PERSON.findall(text)}

    def _entries(self) -> tuple[Entry, ...]:
        return gettext.read(self.desk.files.files["po/a.po"]).entries

    def _new(self, who: str, *, long: bool) -> str:
        self.number += 1
        return f"{who} {self.number} of it. And more {self.number}." if long else f"{who} {self.number}."

    def _replaces(self, text: str) -> None:
        """That these words give way is their person's choice, or another person's who saw them."""
        self.replaced |= {*_BY_PERSON.findall(text)}

    def _write(self) -> None:
        body = "\n\n".join(" ".join(paragraph) for paragraph in self.paragraphs)
        head = "---\ntitle: Werk\ndate: 2015-03-20\nenglish_title:\n---\n\n"
        self.desk.files.files["nl/a.md"] = f"{head}{body}\n".encode()


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=20,
    stateful_step_count=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
