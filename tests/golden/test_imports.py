"""Pairs as a careers editor writes them, with the English that belongs to each Dutch sentence marked."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from i18n_pipeline.formats import gettext, glossary_csv, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.alignment import Alignment, Band, Match
from i18n_pipeline.model.catalogue import Entry
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.glossary import Glossary
from i18n_pipeline.stages.align.lexicon import Lexicon, lexicon
from i18n_pipeline.stages.align.matches import matches
from i18n_pipeline.stages.segment import Reading, segment

_ROOT = Path(__file__).parents[2]
_PAIRS = Path(__file__).with_name("imports")
_GOLDEN = sorted(_PAIRS.glob("*.po"))
_CONTENT = sorted((_ROOT / "po" / "en").rglob("*.po"))


@cache
def _words() -> Lexicon:
    terms = glossary_csv.read((_ROOT / "glossary/nl-en.csv").read_text(encoding="utf-8"))
    return lexicon(Glossary(terms, lemmatiser("nl")), lemmatiser("en"), "nl", "en-GB")


@cache
def _reading(language: str) -> Reading:
    return Reading(srx.splitter(language))


def _files(po: Path) -> tuple[Path, Path]:
    if po.parent == _PAIRS:
        return po.with_suffix(".nl.md"), po.with_suffix(".en.md")
    name = po.relative_to(_ROOT / "po" / "en").with_suffix(".md")
    return _ROOT / "content/nl" / name, _ROOT / "content/en" / name


@cache
def _aligned(po: Path) -> tuple[Document, Alignment]:
    dutch, english = _files(po)
    article = segment(dutch.read_text(encoding="utf-8"), _reading("nl"))
    post = segment(english.read_text(encoding="utf-8"), _reading("en"))
    return article, matches(article, post, _words())


def _judged(po: Path) -> list[tuple[Match, bool, Entry]]:
    """Each match, whether its text is the right one, and the entry that says what is right."""
    article, found = _aligned(po)
    truth = gettext.read(po.read_bytes()).by_key()
    result = []
    for match in found.matches:
        entry = truth.get(article.segments[match.segment].key)
        if entry and not article.segments[match.segment].taxonomy:
            result.append((match, _folded(match.text) == _folded(entry.target), entry))
    return result


def _folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("po", [*_GOLDEN, *_CONTENT], ids=lambda po: po.stem)
def test_what_is_taken_as_reviewed_is_right(po: Path) -> None:
    """No sentence is taken for a reviewed translation of another one."""
    wrong = [
        (entry.source, match.text)
        for match, right, entry in _judged(po)
        if match.band is Band.REVIEWED and not right
    ]
    assert wrong == []


@pytest.mark.parametrize("po", _GOLDEN, ids=lambda po: po.stem)
def test_every_sentence_is_accounted_for(po: Path) -> None:
    """Each segment has one match, be it an empty one."""
    article, found = _aligned(po)
    wanted = [n for n, each in enumerate(article.segments) if not each.taxonomy]
    assert [match.segment for match in found.matches] == wanted


def test_recall() -> None:
    """Of what has a translation, most is taken as reviewed and little is left out."""
    bands = Counter(match.band for po in _GOLDEN for match, _, entry in _judged(po) if entry.target)
    reviewed, taken = bands[Band.REVIEWED] / bands.total(), 1 - bands[Band.LEFT] / bands.total()
    print(f"{reviewed:.0%} of {bands.total()} taken as reviewed, {taken:.0%} at all")  # noqa: T201
    assert (reviewed >= 0.6, taken >= 0.85) == (True, True), bands


def test_changed_numbers_are_for_a_person() -> None:
    """A sentence whose number differs is not taken unseen, and the doubt says why."""
    found = {entry.source: match for match, _, entry in _judged(_PAIRS / "different-numbers.po")}
    match = found["Bewaar de brief van de arts 5 jaar."]
    assert match.band is not Band.REVIEWED
    assert "'5' in the source became '2'" in match.doubt


def test_reordered_items_find_their_own() -> None:
    """Items in another order are matched by what they say, for a person to look at."""
    found = {entry.source: match for match, _, entry in _judged(_PAIRS / "reordered-list.po")}
    match = found["het adres van het kantoor en de naam van je contactpersoon"]
    assert match.text.startswith("the address of the office")
    assert match.band is Band.FUZZY
