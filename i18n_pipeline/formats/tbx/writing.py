"""Terms to TBX-Basic, edition 2019, its data categories as attributes (DCA)."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from i18n_pipeline.errors import GlossaryError
from i18n_pipeline.formats.tbx.values import PARTS_OF_SPEECH, STATUS, SUBSET
from i18n_pipeline.model.glossary import CaseRule, Status, Term

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang={language} xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Glossary, {source} to {target}</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_FOOT = """\
    </body>
  </text>
</tbx>
"""
_NO_XML = {chr(code) for code in range(32)} - set("\t\n\r") | {"\ufffe", "\uffff"}


def write(terms: Iterable[Term], source: str, target: str) -> str:
    """A file of the terms in their order; `source` and `target` are language tags.

    Rows that follow one another with one source and part of speech are one concept. Raises
    GlossaryError for a character that XML can't hold.
    """
    groups = groupby(terms, key=lambda term: (term.source, term.part_of_speech))
    concepts = (_concept(number, list(rows), source, target) for number, (_, rows) in enumerate(groups, 1))
    head = _HEAD.format(language=quoteattr(source), source=escape(source), target=escape(target))
    return "".join([head, *concepts, _FOOT])


def _concept(number: int, rows: list[Term], source: str, target: str) -> str:
    lines = [
        f'      <conceptEntry id="c{number}">',
        f"        <langSec xml:lang={quoteattr(source)}>",
        *_section(rows[0].source, _part_of_speech(rows[0])),
        "        </langSec>",
        f"        <langSec xml:lang={quoteattr(target)}>",
        *(line for row in rows for line in _section(row.target, _details(row))),
        "        </langSec>",
        "      </conceptEntry>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _section(term: str, details: Iterable[str]) -> Iterator[str]:
    yield "          <termSec>"
    yield f"            <term>{_text(term)}</term>"
    yield from (f"            {detail}" for detail in details)
    yield "          </termSec>"


def _part_of_speech(term: Term) -> Iterator[str]:
    name = term.part_of_speech
    if name:
        listed = name if name in PARTS_OF_SPEECH else "other"
        yield f'<termNote type="partOfSpeech">{listed}</termNote>'


def _details(term: Term) -> Iterator[str]:
    yield from _part_of_speech(term)
    yield f'<termNote type="administrativeStatus">{STATUS[term.status]}</termNote>'
    if term.part_of_speech not in {"", *PARTS_OF_SPEECH}:
        yield _subset("part_of_speech", term.part_of_speech)
    if term.status is Status.UNTRANSLATABLE:
        yield _subset("status", term.status)
    if term.case is not CaseRule.ANY:
        yield _subset("case", term.case)
    if term.note:
        yield f"<note>{_text(term.note)}</note>"


def _subset(column: str, value: str) -> str:
    return f'<admin type="{SUBSET}">{column}={_text(value)}</admin>'


def _text(text: str) -> str:
    if found := _NO_XML.intersection(text):
        problem = f"“{text}” has the character U+{ord(found.pop()):04X}, which XML can't hold."
        raise GlossaryError(problem, mending="Take it out of the glossary.")
    return escape(text, {"\r": "&#13;"})
