"""One glossary at DeepL kept in step, whatever happens on the way."""

from contextlib import suppress
from itertools import product

import pytest

from i18n_pipeline.backends.deepl.dictionary import Dictionary, dictionary
from i18n_pipeline.backends.deepl.glossary_name import read, write
from i18n_pipeline.backends.deepl.glossary_store import Glossary
from i18n_pipeline.backends.deepl.glossary_sync import Change, planned, sync
from i18n_pipeline.errors import BackendError
from tests.fakes.deepl_account import MemoryAccount

BASE = "site"
OLD = dictionary({"werk": "work", "baan": "job"}, "nl", "en")
NEW = dictionary({"werk": "labour", "baan": "job"}, "nl", "en")
GERMAN = dictionary({"werk": "Arbeit"}, "nl", "de")
NO_TERMS = dictionary({}, "nl", "en")


def account(*held: Dictionary, second: Dictionary | None = None) -> MemoryAccount:
    """An account whose glossary holds these dictionaries; a second glossary of the project's, one."""
    made = MemoryAccount()
    for each in held:
        sync(made, BASE, each)
    if second:
        made.create(write(BASE, {second.pair: second.digest}), second)
    made.changes.clear()
    return made


def terms(made: MemoryAccount, pair: str = "nl-en") -> list[dict[str, str]]:
    """What the project's glossaries hold for a pair of languages."""
    ours = {each.id for each in made.listed() if read(each.name, BASE) is not None}
    return [dict(entries) for (id_, for_), entries in made.entries.items() if for_ == pair and id_ in ours]


def test_without_a_glossary_one_is_created() -> None:
    """Its name has the digest from the first moment on."""
    made = account()
    assert sync(made, BASE, OLD) == (Change.CREATED, "g1")
    assert made.changes == ["create"]
    assert made.glossaries["g1"].name == f"site nl-en:{OLD.digest}"


def test_the_same_terms_change_nothing() -> None:
    """A glossary that is in step is used as it is."""
    made = account(OLD)
    assert sync(made, BASE, OLD) == (Change.REUSED, "g1")
    assert made.changes == []


def test_other_terms_replace_the_dictionary() -> None:
    """The glossary keeps its id; its name never says what it does not hold."""
    made = account(OLD)
    assert sync(made, BASE, NEW) == (Change.REPLACED, "g1")
    assert made.changes == ["rename", "replace", "rename"]
    assert terms(made) == [dict(NEW.entries)]


def test_another_language_joins_the_glossary() -> None:
    """Each pair of languages has its dictionary in the one glossary."""
    made = account(OLD)
    assert sync(made, BASE, GERMAN) == (Change.REPLACED, "g1")
    assert made.changes == ["replace", "rename"]
    assert sync(made, BASE, OLD)[0] is sync(made, BASE, GERMAN)[0] is Change.REUSED


def test_a_dictionary_that_was_changed_at_deepl_is_replaced() -> None:
    """Where the number of terms is not that of the name's digest, somebody was there."""
    made = account(OLD)
    made.replace("g1", dictionary({"werk": "work"}, "nl", "en"))
    assert sync(made, BASE, OLD)[0] is Change.REPLACED
    assert terms(made) == [dict(OLD.entries)]


@pytest.mark.parametrize("name", ["site", "another nl-en:0123456789abcdef"])
def test_glossaries_of_others_are_let_be(name: str) -> None:
    """They are neither used nor deleted."""
    made = account(OLD)
    made.create(name, OLD)
    sync(made, BASE, NEW)
    assert name in {each.name for each in made.listed()}


def test_no_second_glossary_stays() -> None:
    """Of several that are the project's, the one in step stays, else the oldest."""
    for wanted, kept in ((OLD, "g2"), (GERMAN, "g1")):
        made = account(NEW, second=OLD)
        sync(made, BASE, wanted)
        assert list(made.glossaries) == [kept]


def test_without_terms_nothing_is_kept() -> None:
    """The dictionary goes, with its glossary if it was the last; where none was, nothing is done."""
    assert sync(account(), BASE, NO_TERMS) == (Change.NONE, "")
    alone = account(OLD)
    assert sync(alone, BASE, NO_TERMS) == (Change.REMOVED, "")
    assert alone.glossaries == {}
    both = account(OLD, GERMAN)
    sync(both, BASE, NO_TERMS)
    assert (terms(both), terms(both, "nl-de")) == ([], [dict(GERMAN.entries)])
    assert both.glossaries["g1"].name == f"site nl-de:{GERMAN.digest}"


@pytest.mark.parametrize(
    ("held", "wanted", "change"),
    [
        ((), OLD, Change.CREATED),
        ((OLD,), OLD, Change.REUSED),
        ((OLD,), NEW, Change.REPLACED),
        ((OLD,), NO_TERMS, Change.REMOVED),
        ((), NO_TERMS, Change.NONE),
    ],
)
def test_a_plan_changes_nothing(held: tuple[Dictionary, ...], wanted: Dictionary, change: Change) -> None:
    """It says what would be done."""
    made = account(*held)
    assert planned(made, BASE, wanted) is change
    assert made.changes == []


@pytest.mark.parametrize("then", [OLD, NEW, NO_TERMS], ids=["old", "new", "none"])
@pytest.mark.parametrize("wanted", [OLD, NEW, NO_TERMS], ids=["to old", "to new", "to none"])
@pytest.mark.parametrize("held", [(), (OLD,), (OLD, GERMAN)], ids=["nothing", "one", "two"])
@pytest.mark.parametrize("surplus", [False, True], ids=["", "with a second glossary"])
def test_it_may_break_anywhere(
    held: tuple[Dictionary, ...], wanted: Dictionary, then: Dictionary, *, surplus: bool
) -> None:
    """After a break before or after any call, the next sync has the right terms, in one glossary."""
    for breaks_at, too_late in product(range(1, 6), (False, True)):
        made = account(*held, second=NEW if surplus else None)
        made.breaks_at, made.too_late = breaks_at, too_late
        with suppress(BackendError):
            sync(made, BASE, wanted)
        made.breaks_at = 0
        sync(made, BASE, then)
        assert terms(made) == ([dict(then.entries)] if then.entries else [])
        assert len(made.listed()) <= 1
        made.changes.clear()
        sync(made, BASE, then)
        assert made.changes == []


def test_a_glossary_that_lies_is_found_out() -> None:
    """A name with a digest whose dictionary is not there at all is not believed."""
    made = MemoryAccount({"g1": Glossary("g1", write(BASE, {"nl-en": OLD.digest}), "2026", {})})
    assert sync(made, BASE, OLD)[0] is Change.REPLACED
    assert made.glossaries["g1"].counts == {"nl-en": 2}
