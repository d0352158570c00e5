"""Word lists of two columns."""

import pytest

from i18n_pipeline.errors import GlossaryError
from i18n_pipeline.formats.glossary_list import read, write
from i18n_pipeline.model.glossary import Status, Term


@pytest.mark.parametrize(
    "text",
    [
        "baan\tjob\nstage\tinternship\n",
        "\ufeffbaan,job\r\nstage,internship\r\n\r\n",
        "baan;job\nstage;internship",
        "baan,job,nl,en\nstage,internship,nl,en\n",
        "baan\tjob\nbaan\tjob\nstage\tinternship\n",
    ],
)
def test_a_list_needs_no_heading(text: str) -> None:
    """Tabs, commas or semicolons; DeepL's four columns; a row that repeats counts once."""
    assert read(text) == (Term("baan", "job"), Term("stage", "internship"))


def test_a_table_with_the_glossarys_columns_is_read_as_one() -> None:
    """A heading decides."""
    assert read("target,source,status\nstage,stage,forbidden\n") == (
        Term("stage", "stage", status=Status.FORBIDDEN),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("baan\tjob\nstage\n", ":2: The row has 1 columns"),
        ("baan,job,a\n", ":1: The row has 3 columns"),
        ("baan\tjob\nstage\t\n", ":2: A side of the row is empty."),
        ('baan,"job\n', ":1: The list can't be read"),
    ],
)
def test_a_row_that_cant_be_used_is_refused_by_line(text: str, message: str) -> None:
    """The line, what is wrong, what to do."""
    with pytest.raises(GlossaryError) as refusal:
        read(text)
    assert message in str(refusal.value)
    assert refusal.value.mending


def test_only_the_translations_to_use_are_written() -> None:
    """An engine's list has one target for a source."""
    terms = [
        Term("baan", "job"),
        Term("baan", "post", status=Status.ADMITTED),
        Term("UWV", "UWV", status=Status.UNTRANSLATABLE),
    ]
    assert write(terms, "\t") == "baan\tjob\nUWV\tUWV\n"
