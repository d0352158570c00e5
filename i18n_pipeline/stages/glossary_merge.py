"""Terms of another file beside the glossary's own: what is new, what is there, what clashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from i18n_pipeline.model.glossary import TAG, CaseRule, Status, Term
from i18n_pipeline.model.glossary_rows import Row


@dataclass(frozen=True, slots=True)
class Clash:
    """A term that says something else than a row; the row's line is 0 where it is of the same file."""

    term: Term
    row: Row

    @property
    def settled(self) -> Term:
        """The term as it would replace the row: what it leaves empty stays as it was."""
        old = self.row.term
        note = old.note if self.term.target == old.target else ""
        return replace(
            self.term,
            part_of_speech=self.term.part_of_speech or old.part_of_speech,
            note=self.term.note or note,
            case=old.case if self.term.case is CaseRule.ANY else self.term.case,
        )


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import would do; `same` counts terms that are there already."""

    added: tuple[Term, ...]
    clashes: tuple[Clash, ...]
    same: int

    @property
    def replaced(self) -> dict[int, Term]:
        """Lines of the rows that clash, with the first term that each would become."""
        result: dict[int, Term] = {}
        for clash in self.clashes:
            if clash.row.line:
                result.setdefault(clash.row.line, clash.settled)
        return result


def merge(rows: Sequence[Row], terms: Iterable[Term]) -> Merge:
    """Compare terms with the rows; what a term leaves empty says nothing against a row.

    A term clashes with the row that has its source and target but another status, note or case
    rule, or that has another translation to use; and so it does with an earlier term.
    """
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row.term.source, []).append(row)
    added: list[Term] = []
    clashes: list[Clash] = []
    same = 0
    for term in terms:
        there = by_source.setdefault(term.source, [])
        rival = _rival(term, there)
        if rival is None:
            there.append(Row(term, 0, 0))
            added.append(term)
        elif _says_no_more(term, rival.term):
            same += 1
        else:
            clashes.append(Clash(term, rival))
    return Merge(tuple(added), tuple(clashes), same)


def _rival(term: Term, rows: Sequence[Row]) -> Row | None:
    """The row that the term is, or that it can't stand beside."""
    kin = [row for row in rows if _same_kind(term, row.term)]
    equal = (row for row in kin if row.term.target == term.target)
    deciding = (row for row in kin if term.decides and row.term.decides)
    return next(equal, None) or next(deciding, None)


def _same_kind(term: Term, other: Term) -> bool:
    """The same part of speech, or one of them left open; tags are a kind of their own."""
    if TAG in {term.part_of_speech, other.part_of_speech}:
        return term.part_of_speech == other.part_of_speech
    return term.part_of_speech in {"", other.part_of_speech} or not other.part_of_speech


def _says_no_more(term: Term, other: Term) -> bool:
    return (
        term.target == other.target
        and (term.status is other.status or (term.status is Status.PREFERRED and other.decides))
        and term.note in {"", other.note}
        and term.case in {CaseRule.ANY, other.case}
    )
