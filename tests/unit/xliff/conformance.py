"""Whether a document keeps to XLIFF 2.1: its grammar, and the constraints that no grammar can say."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
_MATCH = "{urn:oasis:names:tc:xliff:matches:2.0}match"
_GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("xliff.rng")))
_INLINE = (f"{CORE}pc", f"{CORE}ph")


def faults(data: bytes) -> list[str]:
    """What is wrong with a document; none: nothing."""
    root = etree.fromstring(data)
    found = [] if _GRAMMAR.validate(root) else [str(error) for error in _GRAMMAR.error_log]
    found += _twice("file", (str(file.get("id")) for file in root))
    for file in root:
        found += _twice("unit", (str(unit.get("id")) for unit in file))
        for unit in file:
            found += _unit(unit)
    return found


def _unit(unit: etree._Element) -> Iterator[str]:
    segment = unit.find(f"{CORE}segment")
    assert segment is not None
    yield from _content(unit, segment)
    for match in unit.iter(_MATCH):
        yield from _content(match, match)
        if match.get("ref") != f"#{segment.get('id')}":
            yield f"a match refers to {match.get('ref')}"


def _content(owner: etree._Element, segment: etree._Element) -> Iterator[str]:
    """Ids are unique in source and in target, references lead somewhere, no data is there for nothing."""
    data = [str(each.get("id")) for each in owner.iterfind(f"{CORE}originalData/{CORE}data")]
    yield from _twice("data", data)
    used: set[str] = set()
    for name in ("source", "target"):
        content = segment.find(f"{CORE}{name}")
        codes = [] if content is None else list(content.iter(*_INLINE))
        yield from _twice(name, [str(code.get("id")) for code in codes] + [str(segment.get("id"))])
        used |= {value for code in codes for key, value in code.items() if key.startswith("dataRef")}
    if used != set(data):
        yield f"data {data}, used {sorted(used)}"


def _twice(what: str, ids: Iterator[str] | list[str]) -> list[str]:
    seen: set[str] = set()
    return [f"{what} {id_} twice" for id_ in ids if id_ in seen or seen.add(id_)]  # type: ignore[func-returns-value]
