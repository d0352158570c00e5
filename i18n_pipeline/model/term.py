"""A row of a glossary: a source term with one target term."""

from dataclasses import dataclass
from enum import StrEnum

from i18n_pipeline.model.reading import STOP

TAG = "tag"
"""The part of speech of rows that are for front matter's tags and categories alone."""


class Status(StrEnum):
    """What a target term is to a translator (TBX-Basic's administrative status, and "untranslatable")."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    UNTRANSLATABLE = "untranslatable"


class CaseRule(StrEnum):
    """How letter case counts when a term is looked up."""

    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """A source term with one target term; preferred, admitted and forbidden rows may share a source."""

    source: str
    target: str
    part_of_speech: str = ""
    status: Status = Status.PREFERRED
    note: str = ""
    case: CaseRule = CaseRule.ANY

    @property
    def decides(self) -> bool:
        """Whether this row is the translation to use."""
        return self.status in {Status.PREFERRED, Status.UNTRANSLATABLE}

    def fits(self, written: str) -> bool:
        """Whether words that have the source's lemmas are the source: its case, and one phrase."""
        if self.case is CaseRule.EXACT and written != self.source:
            return False
        return not STOP.search(written) or bool(STOP.search(self.source))
