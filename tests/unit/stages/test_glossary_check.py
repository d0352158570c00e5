"""What is wrong with a glossary's rows."""

import pytest

from i18n_pipeline.formats.glossary_csv import scan
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.stages.glossary_check import LONGEST, findings

HEADER = "source,target,part_of_speech,status,note,case\n"


def found(rows: str) -> list[tuple[int, str, str]]:
    """Line, severity and code of each finding."""
    return [
        (finding.line, str(finding.severity), finding.code)
        for finding in findings(scan(HEADER + rows), lemmatiser("nl"))
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("baan,job,noun,,,\nbaan,job,noun,admitted,,\n", [(3, "error", "term-repeated")]),
        ("baan,job,noun,,,\nbaan,post,noun,,,\n", [(3, "error", "term-clash")]),
        ("baan,job,noun,,,\nbaan,job,verb,forbidden,,\n", [(3, "error", "term-contradicts")]),
        ("baan,,noun,,,\n,job,,,,\nx,y,,wrong,,\n", [(line, "error", "row-unusable") for line in (2, 3, 4)]),
        (f"baan,{'é' * (LONGEST // 2)},,,,\n", []),
        (f"baan,{'é' * (LONGEST // 2 + 1)},,,,\n", [(2, "error", "term-long")]),
        ('"ba\tan",job,,,,\nwerk,"wo\nrk",,,,\n', [(2, "error", "term-break"), (3, "error", "term-break")]),
        ("baan,job,,,,\nbanen,jobs,,,,\nbanen,posts,,admitted,,\n", [(3, "warning", "term-collides")]),
        ("loon,pay,,,,\nsalaris,pay,,,,\n", [(3, "info", "target-shared")]),
    ],
)
def test_each_fault_is_told_once_with_its_line(rows: str, expected: list[tuple[int, str, str]]) -> None:
    """Repeated, clashing, contradicting, empty, long, broken, colliding rows, and a target that two share."""
    assert found(rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        "baan,job,noun,,,\nbaan,post,noun,admitted,,\nbaan,lane,noun,forbidden,,\nbaan,Jobs,tag,,,\n",
        "ww,welfare,,,,exact\nWW,unemployment benefit,,,,exact\n",
        "stage,internship,noun,,,\nstage,stage,noun,forbidden,,\nstages,Internships,tag,,,\n",
    ],
)
def test_rows_that_may_stand_together(rows: str) -> None:
    """Further translations, a tag of the same name, sources that case tells apart."""
    assert found(rows) == []


def test_every_fault_says_what_to_do() -> None:
    """A finding names the other row and how to mend it."""
    (clash,) = findings(scan(HEADER + "baan,job,,,,\nbaan,post,,,,\n"), lemmatiser("nl"))
    assert clash.message == "Line 2 has a preferred translation of “baan” already."
    assert clash.fix == "Keep one of them; a further translation is “admitted”."
