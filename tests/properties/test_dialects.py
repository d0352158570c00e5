"""What holds for the notations outside CommonMark in any text."""

from hypothesis import example, given
from hypothesis import strategies as st

from i18n_pipeline.formats.markdown.dialects import CONTAINERS, DIALECTS

PIECES = [
    *(
        "---",
        ":::",
        "::",
        "!!!",
        "???",
        "===",
        '"',
        "a",
        "b c",
        " ",
        "\t",
        "\n",
        "\r\n",
        "{",
        "}",
        ".x",
        "#a",
    ),
    *(
        "](",
        ")",
        ".png",
        "[",
        "]",
        "caption",
        "/",
        "-",
        "export const",
        "import",
        "from",
        "'",
        "*[",
        "[[[",
        "tip",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example('!!! tip "a"\n??? a\n=== "a"\n')
@example(":::tip a\n::a\n--- a ---\n[[[a]]]\n*[a]: b\nimport 'a'\nexport const a")
def test_a_notation_has_one_of_its_signs(text: str) -> None:
    """No text without a dialect's signs has a match of its pattern."""
    for dialect in (*CONTAINERS, *DIALECTS):
        by_pattern = [match.span() for match in dialect.pattern.finditer(text)]
        assert [match.span() for match in dialect.spans(text)] == by_pattern
