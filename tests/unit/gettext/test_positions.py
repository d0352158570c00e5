"""Where translations stand in a PO file."""

from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.gettext.positions import positions
from i18n_pipeline.model.catalogue import Catalogue, Entry
from i18n_pipeline.model.translation import State

LONG = 'Een "lange" zin met\\streep die over meer dan één regel van het bestand loopt, en nog iets.\n'


def test_each_translation_has_its_line() -> None:
    """By context and source, whatever stands around it."""
    entries = (
        Entry("Netwerken", "Networking", "title", State.REVIEWED, notes=("place",), previous="Netwerk"),
        Entry("Netwerken", "Networks", None, State.MACHINE, comments=("a remark",)),
        Entry(LONG, LONG.upper(), None, State.REVIEWED),
        Entry("Weg", "Gone", None, State.REVIEWED, obsolete=True),
    )
    data = gettext.write(Catalogue(entries, {"Language": "en"}))
    found = positions(data)
    lines = data.decode().split("\n")
    assert list(found) == [(None, ""), ("title", "Netwerken"), (None, "Netwerken"), (None, LONG)]
    assert lines[found["title", "Netwerken"] - 1] == 'msgstr "Networking"'
    assert lines[found[None, "Netwerken"] - 1] == 'msgstr "Networks"'
    assert lines[found[None, LONG] - 1] == 'msgstr ""'


def test_other_bytes() -> None:
    """A byte order mark, CRLF and bytes that are no UTF-8 break nothing."""
    assert positions(b'\xef\xbb\xbfmsgid "a"\r\nmsgstr "\xe9"\r\n') == {(None, "a"): 2}
    assert positions(b"") == {}
