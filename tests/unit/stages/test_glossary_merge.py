"""Terms of another file beside the glossary's."""

from dataclasses import replace

import pytest

from i18n_pipeline.model.glossary import TAG, CaseRule, Status, Term
from i18n_pipeline.model.glossary_rows import Row
from i18n_pipeline.stages.glossary_merge import merge

STAGE = Term("stage", "internship", "noun", note="For students")
PLACEMENT = Term("stage", "placement", "noun", Status.ADMITTED)
UWV = Term("UWV", "UWV", "name", Status.UNTRANSLATABLE, "Benefits", CaseRule.EXACT)
TAGGED = Term("stage", "Internships", TAG)
ROWS = [Row(term, line, line) for line, term in enumerate((STAGE, PLACEMENT, UWV, TAGGED), 2)]


@pytest.mark.parametrize(
    "term",
    [STAGE, PLACEMENT, UWV, TAGGED, Term("stage", "internship"), Term("UWV", "UWV"), replace(STAGE, note="")],
)
def test_what_says_no_more_is_there_already(term: Term) -> None:
    """The same row, or one that leaves columns empty, as lists of two columns do."""
    merged = merge(ROWS, [term])
    assert (merged.added, merged.clashes, merged.same) == ((), (), 1)


@pytest.mark.parametrize(
    "term",
    [
        Term("baan", "job"),
        Term("stage", "work placement", "noun", Status.ADMITTED),
        Term("stage", "stage", status=Status.FORBIDDEN),
        Term("stage", "intern", "verb"),
        Term("Stage", "internship"),
    ],
)
def test_what_stands_beside_the_rows_is_new(term: Term) -> None:
    """Another source, another translation, another part of speech."""
    assert merge(ROWS, [term, term]).added == (term,)
    assert merge(ROWS, [term, term]).same == 1


@pytest.mark.parametrize(
    ("term", "line"),
    [
        (Term("stage", "traineeship"), 2),
        (Term("stage", "traineeship", "noun"), 2),
        (Term("stage", "internship", "noun", Status.FORBIDDEN), 2),
        (Term("stage", "internship", "noun", note="For pupils"), 2),
        (Term("stage", "placement", "noun"), 3),
        (Term("UWV", "Employee Insurance Agency", "name"), 4),
        (Term("stage", "Placements", TAG), 5),
    ],
)
def test_what_says_otherwise_clashes(term: Term, line: int) -> None:
    """Another translation to use, another status or note: the row is named and stays."""
    merged = merge(ROWS, [term])
    assert (merged.added, [clash.row.line for clash in merged.clashes]) == ((), [line])


def test_a_replacement_keeps_what_the_file_leaves_empty() -> None:
    """Part of speech and case rule stay; a note of another translation does not."""
    merged = merge(ROWS, [Term("stage", "traineeship"), Term("stage", "post"), Term("UWV", "Agency")])
    assert merged.replaced == {
        2: Term("stage", "traineeship", "noun"),
        4: Term("UWV", "Agency", "name", case=CaseRule.EXACT),
    }


def test_terms_of_one_file_may_clash() -> None:
    """The first counts, the second is told and replaces nothing."""
    merged = merge([], [Term("baan", "job"), Term("baan", "post")])
    assert merged.added == (Term("baan", "job"),)
    assert [clash.term.target for clash in merged.clashes] == ["post"]
    assert merged.replaced == {}
