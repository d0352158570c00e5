"""The memory's file: what is put is found, what went is not."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.memory import Languages, Match, Unit, Wanted
from i18n_pipeline.storage.memory import SqliteMemory
from tests.fakes.memory import PAIR, unit

SENTENCE = "Vraag je begeleider om een gesprek over je stage."


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[SqliteMemory]:
    """An empty memory."""
    made = SqliteMemory(tmp_path / ".i18n" / "memory.sqlite3")
    yield made
    made.close()


def found(memory: SqliteMemory, text: str, before: str = "", after: str = "") -> tuple[Match, ...]:
    """What is recalled for one text."""
    return memory.recall([Wanted(text, None, before, after)], PAIR)[0]


def test_a_unit_comes_back_whole(memory: SqliteMemory, tmp_path: Path) -> None:
    """All that a unit has is there when the file is opened again."""
    put = Unit(SENTENCE, "Ask.", PAIR, "po/a.po", "title", "", "na", reviewed=False, changed="2026", used=3)
    assert memory.replace("po/a.po", "1", [put]) == 1
    memory.close()
    again = SqliteMemory(tmp_path / ".i18n" / "memory.sqlite3")
    assert again.recall([Wanted(SENTENCE)], PAIR) == [(Match(put, 100),)]
    assert (again.origins(), list(again.units(PAIR))) == ({"po/a.po": "1"}, [put])
    again.close()


def test_context_comes_first(memory: SqliteMemory) -> None:
    """Of several translations that in context is first, then reviewed, then later ones; each stands once."""
    texts = [
        replace(unit("Ja.", "old"), changed="2020"),
        replace(unit("Ja.", "machine"), reviewed=False, changed="2026"),
        replace(unit("Ja.", "new"), changed="2025"),
        unit("Ja.", "here", "Kom je?", "Nee."),
        unit("Ja.", "here", "a", "b"),
    ]
    memory.replace("po/b.po", "1", texts)
    targets = [match.unit.target for match in found(memory, "Ja.", "Kom je?", "Nee.")]
    assert targets == ["here", "new", "old", "machine"]


def test_alike(memory: SqliteMemory) -> None:
    """An edited sentence is found with its score, one of other words is not."""
    memory.replace(
        "po/b.po", "1", [unit(SENTENCE, "Ask."), unit("Neem de tijd voor je brief.", "Take time.")]
    )
    (match,) = found(memory, SENTENCE.replace("stage", "loopbaan"))
    assert (match.unit.target, 75 <= match.score < 100) == ("Ask.", True)
    assert found(memory, "De vacature is gisteren gesloten.") == ()


def test_same_words_with_other_codes(memory: SqliteMemory) -> None:
    """Codes are compared by their number and kind, quotes by their meaning."""
    memory.replace("po/b.po", "1", [unit("Lees [de ‘brief’](a.md) met `code`.", "Read it.")])
    (match,) = found(memory, "Lees [de 'brief'](b.md) met `andere code`.")
    assert match.score == 100
    assert [match.score < 100 for match in found(memory, "Lees de ‘brief’ met code.")] in ([], [True])


def test_short_texts_are_found_by_short_words(memory: SqliteMemory) -> None:
    """A text of short words has search terms too."""
    memory.replace("po/b.po", "1", [unit("Wat wil jij nu echt?", "What?")])
    assert found(memory, "En wat wil jij nu echt?")


def test_frequent_words_hide_nothing(memory: SqliteMemory) -> None:
    """Where each word of a text is in more sentences than are looked at, all of them together decide."""
    crowd = [unit(f"Goede stage {number} en meer.", f"{number}") for number in range(450)]
    crowd += [unit(f"Betaalde {number} vacature en meer.", f"{number}") for number in range(450)]
    crowd += [unit(f"Goede {number} vacature en meer.", f"{number}") for number in range(450)]
    memory.replace("po/b.po", "1", [*crowd, unit("Goede vacature en stage.", "Both.")])
    assert "Both." in [match.unit.target for match in found(memory, "Goede vacature, en stage.")]


def test_replacing_and_forgetting(memory: SqliteMemory) -> None:
    """A file's new units stand in place of the old; what no file has is not found, other files' units are."""
    memory.replace("po/a.po", "1", [unit(SENTENCE, "Ask."), unit("Weg.", "Gone.")])
    memory.replace("po/b.po", "1", [unit(SENTENCE, "Ask!")])
    memory.replace("po/a.po", "2", [unit("Nieuw.", "New.")])
    assert found(memory, "Weg.") == ()
    assert [match.unit.target for match in found(memory, SENTENCE)] == ["Ask!"]
    memory.forget("po/b.po")
    memory.forget("po/never.po")
    assert found(memory, SENTENCE.replace("stage", "baan")) == ()
    assert memory.origins() == {"po/a.po": "2"}


def test_the_index_forgets_too(memory: SqliteMemory, tmp_path: Path) -> None:
    """No term of a text that went is left in the index."""
    memory.replace("po/a.po", "1", [unit(SENTENCE, "Ask."), unit("Lees **dit** eens.", "Read.")])
    memory.forget("po/a.po")
    memory.close()
    with sqlite3.connect(tmp_path / ".i18n" / "memory.sqlite3") as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms_left USING fts5vocab('main', 'terms', 'row')")
        assert connection.execute("SELECT term FROM terms_left").fetchall() == []
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (0,)
    connection.close()


def test_all_or_nothing(memory: SqliteMemory) -> None:
    """Where a file turns out broken in its middle, the units that it had stay."""
    memory.replace("memory/x.tmx", "1", [unit("Oud.", "Old.")])

    def broken() -> Iterator[Unit]:
        yield unit("Half.", "Half.")
        raise PipelineError("broken.")

    with pytest.raises(PipelineError, match="broken"):
        memory.replace("memory/x.tmx", "2", broken())
    assert (found(memory, "Half."), len(found(memory, "Oud."))) == ((), 1)
    assert memory.origins() == {"memory/x.tmx": "1"}


def test_other_languages(memory: SqliteMemory) -> None:
    """Units of another pair are neither recalled nor listed."""
    german = replace(unit(SENTENCE, "Frag."), languages=Languages("nl", "de"))
    memory.replace("po/de.po", "1", [german])
    assert (found(memory, SENTENCE), list(memory.units(PAIR))) == ((), [])
    assert list(memory.units(Languages("nl-NL", "de-DE"))) == [replace(german, origin="po/de.po")]


def test_units_stand_once_in_a_list(memory: SqliteMemory) -> None:
    """The same unit of two files is listed once."""
    memory.replace("memory/x.tmx", "1", [unit("Ja.", "Yes.")])
    memory.replace("po/a.po", "1", [unit("Ja.", "Yes."), unit("Ja.", "Yes.", "Kom je?", "")])
    assert [each.origin for each in memory.units(PAIR)] == ["memory/x.tmx", "po/a.po"]


def test_looking_makes_no_file(memory: SqliteMemory, tmp_path: Path) -> None:
    """A memory that was never filled recalls nothing and leaves nothing on disk."""
    assert found(memory, "Ja.") == ()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_can_not_be_looked_for_is_named(tmp_path: Path) -> None:
    """Where it can't be seen whether there is a memory, that is an error by name."""
    path = tmp_path / ("x" * 300) / "memory.sqlite3"
    with pytest.raises(PipelineError, match=f"^{path}: the memory can't be used"):
        SqliteMemory(path).recall([Wanted("Een baan.")], PAIR)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file that is no database is refused with its path and the way out, which works."""
    path = tmp_path / "memory.sqlite3"
    path.write_bytes(b"no database" * 100)
    memory = SqliteMemory(path)
    with pytest.raises(PipelineError, match=r"memory\.sqlite3: the memory can't be used.*memory rebuild"):
        memory.origins()
    memory.delete()
    assert memory.replace("po/a.po", "1", [unit("Ja.", "Yes.")]) == 1
    memory.close()


def test_a_file_of_another_version_is_emptied(tmp_path: Path) -> None:
    """Tables that another version of the program made are made anew."""
    path = tmp_path / "memory.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE units (other)")
    connection.close()
    memory = SqliteMemory(path)
    assert memory.origins() == {}
    memory.close()
