"""One <tu> and what it has of the language pairs that are wanted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from lxml import etree

from i18n_pipeline.formats.tmx import names
from i18n_pipeline.formats.tmx.pairs import Pairs
from i18n_pipeline.formats.tmx.part import Part, parts_of
from i18n_pipeline.model.memory import Unit, same_language

_SEG_TAGS = re.compile(r"</?seg>")
_ANY_LANGUAGE = "*all*"


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says once for all its units."""

    source_language: str = _ANY_LANGUAGE
    datatype: str = ""

    @classmethod
    def of(cls, element: etree._Element) -> "Header":
        """What a <header> says."""
        return cls(element.get("srclang") or _ANY_LANGUAGE, element.get("datatype") or "")


def units_of(tu: etree._Element, header: Header, pairs: Pairs) -> Iterator[Unit]:
    """The units of a <tu>: each translation that it has into each of the languages."""
    own, *parts = parts_of(tu)
    datatype = own.attributes.get("datatype", header.datatype)
    written_in = own.attributes.get("srclang", header.source_language)
    date, count = own.history()
    variants = [(part.language(), part.text(datatype), part) for part in parts]
    for (here, source, source_part), (there, target, target_part) in permutations(variants, 2):
        languages = pairs.serving(here, there)
        if languages and source and target:
            props = _props(own, target_part, source_part)
            target_date, target_count = target_part.history()
            yield Unit(
                source,
                target,
                languages,
                "",
                props.get(names.KEY),
                _first(props, names.BEFORE_NAMES),
                _first(props, names.AFTER_NAMES),
                _forwards(written_in, here) and _finished(props),
                target_date or date,
                target_count or count,
            )


def _props(tu: Part, target: Part, source: Part) -> dict[str, str]:
    """The props of all three, the source's before the others'."""
    if source.props or target.props:
        return tu.props | target.props | source.props
    return tu.props


def _forwards(written_in: str, language: str) -> bool:
    """Whether a text is what was translated; the other way round it is not reviewed."""
    return written_in in {_ANY_LANGUAGE, language} or same_language(written_in, language)


def _first(props: Mapping[str, str], wanted: Sequence[str]) -> str | None:
    """A neighbour's text; memoQ puts it into <seg> again."""
    for name in wanted:
        if (text := props.get(name)) is not None:
            return _SEG_TAGS.sub("", text) if "<" in text else text
    return None


def _finished(props: Mapping[str, str]) -> bool:
    if names.STATE_NAMES.isdisjoint(props):
        return True
    states = (props[name].lower() for name in names.STATE_NAMES & props.keys())
    return names.UNREVIEWED_STATES.isdisjoint(states)
