"""Rows put into a glossary file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.errors import GlossaryError
from i18n_pipeline.formats import glossary_csv
from i18n_pipeline.formats.glossary_patch import patched
from i18n_pipeline.model.glossary import Term

SORTED = (
    'source,target,note\nbaan,job,"a, b"\n# of work\nbrief,letter,\n\nstage,internship,\nstage,placement,\n'
)


def test_a_new_row_goes_to_its_place() -> None:
    """Where sources are sorted, a new one goes between its neighbours; quotes and comments stay."""
    assert patched(SORTED, [Term("cao", "CLA"), Term("aanbod", "offer")], {}) == SORTED.replace(
        "baan,job", "aanbod,offer,\nbaan,job"
    ).replace("brief,letter,\n", "brief,letter,\ncao,CLA,\n")


def test_a_further_translation_goes_behind_its_source() -> None:
    """Rows of one source stay together, whether the file is sorted or not."""
    table = "source,target\nstage,internship\nbaan,job\n"
    assert patched(table, [Term("stage", "placement")], {}) == (
        "source,target\nstage,internship\nstage,placement\nbaan,job\n"
    )


def test_a_new_row_of_an_unsorted_file_goes_to_its_end() -> None:
    """In the order in which the rows come."""
    table = "target;source\ninternship;stage\njob;baan"
    assert patched(table, [Term("zzp", "freelance"), Term("cao", "CLA")], {}) == (
        "target;source\ninternship;stage\njob;baan\nfreelance;zzp\nCLA;cao\n"
    )


def test_a_row_is_replaced_in_its_place() -> None:
    """A row over two lines becomes one, and nothing else moves."""
    table = '\ufeffsource,target,note\r\nbaan,job,"two\r\nlines"\r\nstage,internship,\r\n'
    assert patched(table, [], {2: Term("baan", "post")}) == (
        "\ufeffsource,target,note\r\nbaan,post,\r\nstage,internship,\r\n"
    )


def test_a_column_that_the_file_lacks_is_refused() -> None:
    """Nothing that a row says is dropped."""
    with pytest.raises(GlossaryError, match="no column “note”, which “baan” needs") as refusal:
        patched("source,target\n", [Term("baan", "job", note="paid")], {})
    assert "Add that column" in refusal.value.mending


words = st.text("abcé,;\"' ", min_size=1, max_size=5).map(str.strip).filter(bool)
terms = st.builds(Term, words, words)


@given(
    st.lists(terms, unique_by=lambda term: term.source),
    st.lists(terms, unique_by=lambda term: term.source),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_was_there_stays_and_what_is_added_is_there(
    old: list[Term], new: list[Term], separator: str
) -> None:
    """Old rows keep their order; the new file reads as old and new rows together."""
    new = [term for term in new if term.source not in {other.source for other in old}]
    table = patched(glossary_csv.write(old, separator), new, {})
    found = glossary_csv.read(table)
    assert [term for term in found if term in old] == old
    assert sorted(found, key=repr) == sorted([*old, *new], key=repr)
