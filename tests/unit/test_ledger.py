"""Answers on disk."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.model.engine import Answer, Capabilities, Paid
from i18n_pipeline.model.inline import Content, Kind, Placeholder
from i18n_pipeline.storage.ledger import Cost, Forgetful, LedgerRefused, SqliteLedger
from i18n_pipeline.storage.ledger_file import answer_bytes

_BOLD: Content = (Placeholder(1, Kind.OPEN, "**"), "a", Placeholder(1, Kind.CLOSE, "**"))


def test_answers_outlive_the_ledger(tmp_path: Path) -> None:
    """What was put is there for the next run, with the placeholders of its question."""
    first = SqliteLedger(tmp_path / "sub" / "ledger.sqlite3")
    first.put([Paid("q", Answer(_BOLD, billed_characters=1), "a.md")], engine="fake")
    first.close()
    second = SqliteLedger(tmp_path / "sub" / "ledger.sqlite3")
    assert second.get("q", _BOLD) == Answer(_BOLD)
    assert second.get("other", _BOLD) is None
    second.close()


def test_an_answer_for_other_codes_does_not_serve(tmp_path: Path) -> None:
    """Where the text has other codes now, the answer is not given."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    ledger.put([Paid("q", Answer(_BOLD), "a.md")], engine="fake")
    assert ledger.get("q", ("a",)) is None
    ledger.close()


def test_a_failure_is_an_answer(tmp_path: Path) -> None:
    """What could not be used is kept with its problem."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    ledger.put([Paid("q", Answer(None, "codes lost"), "a.md")], engine="fake")
    assert ledger.get("q", _BOLD) == Answer(None, "codes lost")
    ledger.close()


def test_billed_in_a_month(tmp_path: Path) -> None:
    """Characters are summed by the month in which they were billed."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    month = f"{datetime.now(UTC):%Y-%m}"
    assert ledger.billed_in(month) == 0
    paid = [
        Paid("q", Answer(("a",), billed_characters=3), "a.md"),
        Paid("r", Answer(None, "lost", billed_characters=4), "b.md"),
    ]
    ledger.put(paid, engine="fake")
    assert (ledger.billed_in(month), ledger.billed_in("1999-12")) == (7, 0)
    ledger.close()


def test_what_was_asked_twice_is_counted_twice(tmp_path: Path) -> None:
    """Costs are kept by month, engine and article, also of answers that were replaced."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    month = f"{datetime.now(UTC):%Y-%m}"
    for _ in range(2):
        ledger.put([Paid("q", Answer(("a",), billed_characters=3, tokens=2), "a.md")], engine="fake")
    ledger.put([Paid("r", Answer(("b",), billed_characters=5), "b.md")], engine="other")
    assert ledger.costs() == [
        Cost(month, "fake", "a.md", texts=2, characters=6, tokens=4),
        Cost(month, "other", "b.md", texts=1, characters=5, tokens=0),
    ]
    ledger.close()


def test_costs_of_an_older_ledger(tmp_path: Path) -> None:
    """A ledger that kept prices with its answers alone is read with what it cost."""
    path = tmp_path / "ledger.sqlite3"
    ledger = SqliteLedger(path)
    ledger.put([Paid("q", Answer(("a",), billed_characters=3), "a.md")], engine="fake")
    ledger.close()
    with closing(sqlite3.connect(path)) as older:
        older.execute("DROP TABLE costs")
        older.commit()
    again = SqliteLedger(path)
    assert [(cost.article, cost.texts, cost.characters) for cost in again.costs()] == [("a.md", 1, 3)]
    again.close()


def test_looking_makes_no_file(tmp_path: Path) -> None:
    """A ledger that is only asked leaves nothing on disk."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    assert (ledger.get("q", ()), ledger.costs()) == (None, [])
    ledger.close()
    assert list(tmp_path.iterdir()) == []


def test_forgetful(tmp_path: Path) -> None:
    """Asking again takes answers of this run alone, and replaces older ones."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    ledger.put([Paid("q", Answer(("old",)), "a.md")], engine="fake")
    anew = Forgetful(ledger)
    assert anew.get("q", ()) is None
    anew.put([Paid("q", Answer(("new",)), "a.md")], engine="fake")
    assert anew.get("q", ()) == ledger.get("q", ()) == Answer(("new",))
    ledger.close()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file that is no database is refused with its path and a way out."""
    path = tmp_path / "ledger.sqlite3"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(PipelineError, match=r"ledger\.sqlite3: the ledger can't be opened"):
        SqliteLedger(path).get("q", ())


_ENGINE = Capabilities(paid=True, concurrency=3, batch_texts=50, batch_bytes=20_000)


def test_room_for_all_that_an_engine_takes_at_once(tmp_path: Path) -> None:
    """Before the first question space is set aside for each request, and one more; once is enough."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    ledger.make_room(_ENGINE)
    reserve = tmp_path / "reserve"
    assert reserve.stat().st_size == 4 * answer_bytes(_ENGINE)
    reserve.unlink()
    ledger.make_room(_ENGINE)
    assert not reserve.exists()
    ledger.close()


def test_answers_that_cost_nothing_need_no_room(tmp_path: Path) -> None:
    """For a free engine nothing is set aside."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    ledger.make_room(replace(_ENGINE, paid=False))
    assert list(tmp_path.iterdir()) == []


def test_the_answers_to_one_request_take_no_more_than_is_set_aside(tmp_path: Path) -> None:
    """Full requests with answers of twice the source's length, into a ledger that has many."""
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    log = tmp_path / "ledger.sqlite3-wal"
    text, grown = "é" * (_ENGINE.batch_bytes // _ENGINE.batch_texts), []
    for request in range(40):
        before = log.stat().st_size if log.exists() else 0
        questions = [sha256(f"{request} {number}".encode()).hexdigest() for number in range(50)]
        paid = [Paid(each, Answer((text,)), f"{each[:20]}.md") for each in questions]
        ledger.put(paid, engine="fake")
        grown.append(log.stat().st_size - before)
    ledger.close()
    assert 0 < max(grown) <= answer_bytes(_ENGINE)


def test_without_room_nothing_may_be_asked(tmp_path: Path) -> None:
    """Where space can't be set aside, each question is refused by name, also when all are asked anew."""
    (tmp_path / "reserve").mkdir()
    ledger = SqliteLedger(tmp_path / "ledger.sqlite3")
    for asked in (ledger, Forgetful(ledger)):
        with pytest.raises(LedgerRefused, match=r"ledger\.sqlite3: .* there is no room for their answers"):
            asked.make_room(_ENGINE)
    ledger.close()
