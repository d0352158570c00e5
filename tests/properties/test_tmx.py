"""Properties of TMX: what is written is read again, and what is read never breaks the reader."""

import contextlib
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats import tmx
from i18n_pipeline.formats.markdown import aligned
from i18n_pipeline.formats.markdown.plain import has_markup
from i18n_pipeline.model.memory import Unit
from tests.fakes.memory import PAIR
from tests.fakes.texts import NASTY

TEXT = st.lists(st.sampled_from(NASTY) | st.text(max_size=5), max_size=6).map("".join)
FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNITS = st.builds(
    Unit,
    TEXT,
    TEXT,
    st.just(PAIR),
    context=st.none() | TEXT,
    before=st.none() | TEXT,
    after=st.none() | TEXT,
    reviewed=st.booleans(),
    changed=st.sampled_from(("", "20260102T030405Z")),
    used=st.integers(0, 10**9 - 1),
)


def written(units: list[Unit]) -> bytes:
    """The units as a file."""
    return "".join(tmx.write(units, source_language="nl", version="1", created="20260102T030405Z")).encode()


def without_forbidden(unit: Unit) -> Unit:
    """The unit as XML can hold it."""
    held = {name: getattr(unit, name) for name in ("source", "target", "context", "before", "after")}
    texts = {name: text if text is None else FORBIDDEN.sub("", text) for name, text in held.items()}
    return Unit(
        texts["source"] or "",
        texts["target"] or "",
        unit.languages,
        "",
        texts["context"],
        texts["before"],
        texts["after"],
        unit.reviewed,
        unit.changed,
        unit.used,
    )


@given(st.lists(UNITS, max_size=4))
def test_round_trip(units: list[Unit]) -> None:
    """Every unit that has both texts comes back, but for characters that no XML file can hold."""
    expected = [without_forbidden(unit) for unit in units]
    again = list(tmx.read(io.BytesIO(written(units)), [PAIR]))
    assert again == [unit for unit in expected if unit.source and unit.target]


@given(st.lists(UNITS, min_size=1, max_size=2), st.data())
def test_damaged_files(units: list[Unit], data: st.DataObject) -> None:
    """A file with bytes changed or cut off gives units or is refused by name, and never breaks the reader."""
    file = bytearray(written(units))
    at = data.draw(st.integers(0, len(file) - 1))
    file[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=3))
    with contextlib.suppress(UsageError):
        assert all(unit.source for unit in tmx.read(io.BytesIO(bytes(file)), [PAIR]))


@given(TEXT)
def test_plain_texts_have_no_codes(text: str) -> None:
    """A text that need not be looked at has no code in it."""
    if not has_markup(text):
        assert aligned(text, ()) == ((text,) if text else ())
