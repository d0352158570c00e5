"""What holds for every article and post that are aligned, however they were changed."""

from functools import cache
from itertools import chain
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_pipeline.formats import gettext, markdown, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.model.inline import same_codes
from i18n_pipeline.stages.align.lattice import beads
from i18n_pipeline.stages.align.lexicon import lexicon
from i18n_pipeline.stages.align.matches import matches
from i18n_pipeline.stages.segment import Reading, segment
from tests.unit.stages.imports import Desk

_GOLDEN = Path(__file__).parents[1] / "golden" / "imports"
_LEXICON = lexicon(Glossary((), lemmatiser("nl")), lemmatiser("en"), "nl", "en-GB")
_SENTENCE = 20
_SHAPES = {(1, 1): -0.1, (1, 0): -4.0, (0, 1): -4.0, (2, 1): -3.0, (1, 2): -3.0}


@cache
def _reading(language: str) -> Reading:
    return Reading(srx.splitter(language))


@cache
def _bank() -> dict[str, str]:
    """Whole Dutch sentences of the golden pairs with their English."""
    entries = chain.from_iterable(
        gettext.read(path.read_bytes()).entries for path in sorted(_GOLDEN.glob("*.po"))
    )
    return {
        entry.source: entry.target
        for entry in entries
        if entry.target.endswith((".", "!", "?"))
        and len(entry.source) >= _SENTENCE
        and "[" not in entry.source
    }


_BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["", "## ", "- ", "> "]),
        st.lists(st.sampled_from(sorted(_bank())), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=8,
)
_CHANGES = st.lists(
    st.sampled_from(["kept", "kept", "kept", "dropped", "rewritten", "added", "turned"]), min_size=8
)


def _changed(sentences: list[str], change: str, others: list[str]) -> list[str]:
    """A block's English after an editor was at it."""
    english = [_bank()[sentence] for sentence in sentences]
    if change == "dropped":
        return english[:-1]
    if change == "rewritten":
        return [_bank()[other] for other in others[: len(english)]]
    if change == "added":
        return [*english, _bank()[others[0]]]
    return english[::-1] if change == "turned" else english


@settings(max_examples=40, deadline=None)
@given(_BLOCKS, _CHANGES, st.lists(st.sampled_from(sorted(_bank())), min_size=4, max_size=4))
def test_only_translations_are_taken_as_reviewed(
    blocks: list[tuple[str, list[str]]], changes: list[str], others: list[str]
) -> None:
    """Whatever was dropped, added, turned or rewritten: what is reviewed is the sentence's own English."""
    dutch = "\n\n".join(mark + " ".join(sentences) for mark, sentences in blocks)
    english = "\n\n".join(
        mark + " ".join(_changed(sentences, change, others))
        for (mark, sentences), change in zip(blocks, changes, strict=False)
    )
    article, post = segment(dutch, _reading("nl")), segment(english, _reading("en"))
    for match in matches(article, post, _LEXICON).matches:
        source = article.segments[match.segment]
        assert 0.0 <= match.confidence <= 1.0
        if match.band is Band.REVIEWED:
            assert same_codes(source.content, markdown.aligned(match.text, source.content))
            assert match.text == _bank().get(source.source, match.text)


_WORDS = [
    "able",
    "bright",
    "cover",
    "deal",
    "early",
    "field",
    "great",
    "hover",
    "inner",
    "jolly",
    "keen",
    "lemon",
    "major",
    "never",
    "often",
    "plain",
]
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=6).map(
    lambda words: " ".join(words).capitalize() + "."
)
_ARTICLE = """\
---
title: Een verhaal
intro: Hier begint het mee.
---

Eerst komt dit. Daarna komt dat nog. En ten slotte dit hier.

## Het kopje

- Dit is een punt.
- Dit is nog een ander punt.

| Kolom | Andere |
|---|---|
| Waarde *een* | 12 |
"""


@settings(max_examples=12, deadline=None)
@given(st.lists(_TEXTS, min_size=10, max_size=10, unique=True), st.sets(st.integers(0, 9)))
def test_edits_come_back_whole(texts: list[str], edited: set[int]) -> None:
    """Texts that stand in a post by hand are the catalogue's after an import, or it says what is not."""
    desk = Desk(_ARTICLE)
    desk.run()
    sources = [source for source in desk.texts() if source != "Waarde *een*"]
    new = {sources[number]: texts[number] for number in edited if number < len(sources)}
    for source, text in new.items():
        changed = desk.post().replace(source.upper(), text)
        desk.files.files["en/a.md"] = changed.encode()
    post = desk.files.files["en/a.md"]
    if not new:
        return
    imported = desk.bring()
    taken = {source: target for source, (target, _) in desk.texts().items() if target != source.upper()}
    reviewed = {source for source, (_, state) in desk.texts().items() if state == "reviewed"}
    assert taken.items() <= new.items()
    assert reviewed <= taken.keys()
    assert imported.same or imported.findings
    assert len(imported.findings) >= len(new.keys() - reviewed)
    if imported.same:
        assert taken == new
    desk.build()
    assert _without_status(desk.files.files["en/a.md"]) == _without_status(post)


def _without_status(post: bytes) -> list[bytes]:
    return [line for line in post.splitlines() if not line.startswith(b"translation_status")]


@settings(deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.dictionaries(st.integers(0, 200), st.floats(-9, 9)))
def test_a_way_passes_every_piece_once(rows: int, columns: int, scores: dict[int, float]) -> None:
    """Beads follow each other without gap or overlap, and their confidence is a probability."""
    found = beads(rows, columns, lambda down, right: scores.get(down.start * 13 + right.start, 0.0), _SHAPES)
    assert [n for bead in found for n in bead.source] == list(range(rows))
    assert [n for bead in found for n in bead.target] == list(range(columns))
    assert all(0.0 <= bead.confidence <= 1.0 for bead in found)
