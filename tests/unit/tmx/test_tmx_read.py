"""TMX as other tools write it, and what is no TMX."""

import io
from collections.abc import Iterator

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.formats import tmx
from i18n_pipeline.model.memory import Languages, Unit
from tests.fakes.memory import PAIR
from tests.fakes.tmx_files import MEMOQ, OMEGAT, TRADOS, WEBLATE


def read(data: str | bytes, *pairs: Languages) -> list[Unit]:
    """All units of a file."""
    data = data if isinstance(data, bytes) else data.encode()
    return list(tmx.read(io.BytesIO(data), pairs or [PAIR]))


def with_body(body: str, head: str = '<?xml version="1.0"?>', datatype: str = "html") -> str:
    """A file around some units."""
    return f'{head}<tmx version="1.4"><header srclang="nl" datatype="{datatype}"/><body>{body}</body></tmx>'


def pair(source: str, target: str = "Yes.") -> str:
    """A unit of two texts."""
    nl, en = f"<seg>{source}</seg>", f"<seg>{target}</seg>"
    return f'<tu><tuv xml:lang="nl">{nl}</tuv><tuv xml:lang="en-GB">{en}</tuv></tu>'


def test_omegat() -> None:
    """OmegaT's old `lang`, its dates, and the neighbours of its alternative translations."""
    first, second = read(OMEGAT)
    assert (first.source, first.target) == ("Bel <b>eerst</b>.", "Call **first**.")
    assert (first.changed, first.before, first.reviewed) == ("20260102T030405Z", None, True)
    assert (second.source, second.before, second.after) == ("Ja.", "Kom je?", "Mooi.")


def test_trados() -> None:
    """Codes that are no Markdown are left out, drafts are not reviewed, `nl-NL` serves `nl`."""
    first, second = read(TRADOS)
    assert (first.source, first.target) == ("Bel eerst.", "Call first.")
    assert (first.used, first.changed, first.reviewed) == (7, "20260203T000000Z", True)
    assert (second.source, second.reviewed) == ("Schrijf dan.", False)


def test_memoq() -> None:
    """The context that memoQ gives, and words that are marked, not coded."""
    (unit,) = read(MEMOQ)
    assert (unit.source, unit.target) == ("Zie pagina 2.", "See page 2.")
    assert (unit.before, unit.after) == ("Kom je?", "Mooi.")


def test_weblate() -> None:
    """Of more than two languages each pair is taken that is wanted."""
    assert [unit.target for unit in read(WEBLATE)] == ["A **bold** word."]
    both = read(WEBLATE, PAIR, Languages("nl", "de-DE"))
    assert [unit.languages.target for unit in both] == ["de", "en_GB"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    """UTF-16 and UTF-8 with a byte order mark, and what the declaration names."""
    name = "utf-8" if encoding.startswith("utf-8") else encoding
    head = f'<?xml version="1.0" encoding="{name}"?>'
    assert [unit.source for unit in read(with_body(pair("Café."), head).encode(encoding))] == ["Café."]


def test_markdown_and_html_in_codes() -> None:
    """Codes that hold HTML or Markdown are part of the text, with what stands inside them."""
    bold = '<bpt i="1">&lt;b&gt;</bpt>vet<ept i="1">&lt;/b&gt;</ept>'
    text = f'Een {bold} <ph>&lt;img alt="<sub>de</sub>"&gt;</ph>'
    assert read(with_body(pair(text)))[0].source == 'Een <b>vet</b> <img alt="de">'
    assert read(with_body(pair(text), datatype="rtf"))[0].source == "Een vet "


def test_other_direction() -> None:
    """What was translated from English is of use, and not reviewed."""
    body = pair("Ja.").replace("<tu>", '<tu srclang="en-US">')
    assert [unit.reviewed for unit in read(with_body(body))] == [False]
    assert [unit.reviewed for unit in read(with_body(body.replace("en-US", "*all*")))] == [True]


def test_dates_and_counts() -> None:
    """A translation's date and count come before its unit's; what is no date or count is none."""
    whole = pair("Ja.").replace("<tu>", '<tu creationdate="20260101T000000Z">')
    assert [(unit.changed, unit.used) for unit in read(with_body(whole))] == [("20260101T000000Z", 0)]
    own = whole.replace('"en-GB"', '"en-GB" changedate="20260202T000000Z" usagecount="3"')
    assert [(unit.changed, unit.used) for unit in read(with_body(own))] == [("20260202T000000Z", 3)]
    odd = whole.replace('"20260101T000000Z"', '"yesterday" usagecount="often"')
    assert [(unit.changed, unit.used) for unit in read(with_body(odd))] == [("", 0)]


def test_props_of_a_translation() -> None:
    """Among props of one name the source's counts before the translation's, and that before the unit's."""
    prop = '<prop type="x-msgctxt">{}</prop>'.format
    of_both = pair("Ja.").replace("<tu>", f"<tu>{prop('unit')}").replace('-GB">', f'-GB">{prop("target")}')
    assert [unit.context for unit in read(with_body(of_both))] == ["target"]
    of_all = of_both.replace('"nl">', f'"nl">{prop("source")}')
    assert [unit.context for unit in read(with_body(of_all))] == ["source"]


def test_a_namespace() -> None:
    """Files that put TMX into a namespace are read too."""
    assert read(with_body(pair("Ja.")).replace("<tmx", '<tmx xmlns="http://www.lisa.org/tmx14"'))


def test_comments_and_empty_texts() -> None:
    """Comments and instructions are no text; a unit without text is none."""
    assert read(with_body(pair("J<!-- x -->a<?y?>."))) == read(with_body(pair("Ja.")))
    assert read(with_body(pair("Ja.", ""))) == []


@pytest.mark.parametrize(
    ("data", "problem", "line"),
    [
        ("", "no XML", 0),
        ("PK\x03\x04", "no XML", 1),
        ("<html>\n<body/></html>", "begins with <html>", 1),
        ("<tmx>\n<body>\n<tu>\n</body></tmx>", "no XML", 4),
        (with_body(pair("a")).replace("</body>", "\n</bod"), "no XML", 2),
        ("<tmx><body>\n<tu><tuv><seg>a</seg></tuv></tu></body></tmx>", "no xml:lang", 2),
        ("<tmx><body>\n<tu><tuv lang='nl'/></tu></body></tmx>", "no <seg>", 2),
        (
            with_body("\n" + pair("a &nbsp; b"), "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>"),
            "&nbsp; is not expanded",
            2,
        ),
        (with_body("\n" + pair("&a;"), "<!DOCTYPE tmx [<!ENTITY a 'b'>]>"), "&a; is not expanded", 2),
        (with_body("\n" + pair("&#1;")), "no XML", 2),
    ],
)
def test_refusals(data: str, problem: str, line: int) -> None:
    """What can't be read is named with its line."""
    with pytest.raises(UsageError, match=problem) as caught:
        read(data)
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert caught.value.mending


def test_nothing_is_fetched_or_expanded() -> None:
    """A file that names others, or grows by entities, is refused, and nothing of them is read."""
    lol = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    for entity in (f"<!ENTITY l0 'ha'>{lol}", "<!ENTITY l11 SYSTEM 'file:///etc/passwd'>"):
        with pytest.raises(UsageError, match=r"is not expanded|amplification"):
            read(with_body(pair("&l11;"), f"<!DOCTYPE tmx [{entity}]>"))
    outer = (
        "<!DOCTYPE tmx SYSTEM 'http://127.0.0.1:9/tmx14.dtd' [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>"
    )
    assert len(read(with_body(pair("Ja."), outer))) == 1


def test_units_come_as_they_are_read() -> None:
    """The first unit is there before the rest of a file is read: a large one is never held."""

    class Stream(io.BytesIO):
        """A file of units without end that counts what was taken of it."""

        taken = 0

        def read(self, size: int | None = -1, /) -> bytes:
            size = size or 1
            self.taken += 1
            head = '<tmx version="1.4"><header/><body>' if self.taken == 1 else ""
            return (head + pair("Ja.") * (max(size, 1) // 100 + 1)).encode()[: max(size, 1) * 2]

    stream = Stream()
    units: Iterator[Unit] = tmx.read(stream, [PAIR])
    assert next(units).target == "Yes."
    assert stream.taken <= 2
