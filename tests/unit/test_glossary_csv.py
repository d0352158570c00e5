"""Glossary tables, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.errors import GlossaryError
from i18n_pipeline.formats.glossary_csv import read, scan, write
from i18n_pipeline.model.glossary import CaseRule, Status, Term

HEADER = "source,target,part_of_speech,status,note,case\n"

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)
terms = st.builds(
    Term,
    texts,
    texts,
    st.sampled_from(["noun", "verb", ""]),
    st.sampled_from(Status),
    texts,
    st.just(CaseRule.ANY),
)


def unique(term: Term) -> tuple[str, str] | tuple[str, str, str]:
    """What a table may have once."""
    key = (term.source, term.part_of_speech)
    return key if term.decides else (*key, term.target)


@given(st.lists(terms, unique_by=(unique, lambda term: (term.source, term.target, term.part_of_speech))))
def test_what_is_written_is_read_back(written: list[Term]) -> None:
    """Commas, quotes, line breaks and every other character survive, and so does the order."""
    assert read(write(written)) == tuple(written)


def test_only_what_needs_quotes_has_them() -> None:
    """Lines end with LF, a field with a comma or quote is quoted, others are not."""
    table = write([Term("baan", "job", "noun", note='say "job", not post'), Term("werk", "work")])
    assert (
        table == HEADER + 'baan,job,noun,preferred,"say ""job"", not post",any\nwerk,work,,preferred,,any\n'
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_tables_of_spreadsheets_are_read(separator: str, line_end: str, mark: str) -> None:
    """Commas, semicolons or tabs, any line end, a byte order mark, empty lines, spaces around a field."""
    rows = [["source", "target", "Status"], [" stage ", "internship", "Preferred"], [], ["", "", ""]]
    table = mark + line_end.join(separator.join(row) for row in rows)
    assert read(table) == (Term("stage", "internship"),)


def test_columns_that_are_left_out_have_defaults() -> None:
    """Source and target are enough, in whatever order."""
    assert read("target,source\njob,baan\n") == (Term("baan", "job"),)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", ":1: The first line lacks the column “source”."),
        ("source,note\n", ":1: The first line lacks the column “target”."),
        ("source,target,statis\n", ":1: There is no column “statis”. Did you mean “status”?"),
        ("source,note,target,note\n", ":1: The column “note” is there twice."),
        (HEADER + "baan,job\n", ":2: The row has 2 columns, the first line has 6."),
        (HEADER + "baan,job,noun,,a, b,any\n", ":2: The row has 7 columns, the first line has 6."),
        (HEADER + "baan,,noun,,,\n", ":2: The target term is empty."),
        (HEADER + " ,job,noun,,,\n", ":2: The source term is empty."),
        (HEADER + "baan,job,,prefered,,\n", ":2: “prefered” is no status. Did you mean “preferred”?"),
        (HEADER + "baan,job,,zzz,,\n", "Use one of: preferred, admitted, forbidden, untranslatable."),
        (HEADER + "baan,job,,,,exakt\n", ":2: “exakt” is no case rule. Did you mean “exact”?"),
        (HEADER + "a,b,,,,\nbaan,job,,,,\nbaan,job,,admitted,,\n", ":4: Line 3 has the same row already."),
        (
            HEADER + "baan,job,,,,\nbaan,post,,,,\n",
            ":3: Line 2 has a preferred translation of “baan” already.",
        ),
        (HEADER + 'baan,job,,,"two\nlines",\nx,,,,,\n', ":4: The target term is empty."),
        (HEADER + 'baan,job,,,"open,any\n', ":2: The table can't be read: unexpected end of data."),
    ],
)
def test_a_table_that_cant_be_used_is_refused_by_line(table: str, message: str) -> None:
    """Each error says the line where its row begins, what is wrong and what to do."""
    with pytest.raises(GlossaryError) as refusal:
        read(table)
    assert message in str(refusal.value)
    assert refusal.value.mending


def test_a_field_that_is_too_large_is_refused() -> None:
    """The reader's own limit is an error with a line, too."""
    with pytest.raises(GlossaryError, match=r":2: .*field larger than field limit"):
        read(HEADER + f"baan,{'x' * 200_000},,,,\n")


def test_one_source_may_have_a_preferred_row_for_each_part_of_speech() -> None:
    """A tag and a noun of the same name don't contradict each other."""
    assert len(read(HEADER + "baan,job,noun,,,\nbaan,Jobs,tag,,,\n")) == 2


def test_comments_are_passed_over() -> None:
    """A line that begins with `# ` is no row, before the heading or behind it; inside quotes it is text."""
    table = '# ours; all\nsource,target,note\n# it\'s "work"\nbaan,job,"two\n# lines"\n#metoo,#MeToo,\n'
    assert read(table) == (Term("baan", "job", note="two\n# lines"), Term("#metoo", "#MeToo"))


def test_a_scan_goes_on_behind_rows_that_cant_be_used() -> None:
    """Rows have their lines, first and last; each error has its own."""
    table = scan('# x\nsource;target\nbaan;\n\nstage;internship\nbaan;"a\nb"\n')
    assert [(row.term.source, row.line, row.last) for row in table.rows] == [("stage", 5, 5), ("baan", 6, 7)]
    assert [error.place.line for error in table.refused if error.place] == [3]
    assert (table.columns, table.separator, table.header) == (("source", "target"), ";", 2)
