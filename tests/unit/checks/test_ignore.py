"""Checks that a segment goes without."""

import pytest

from i18n_pipeline.checks import ignored, unknown


@pytest.mark.parametrize(
    ("comment", "names"),
    [
        ("check: ignore numbers", {"numbers"}),
        ("Check: ignore numbers, false_friends", {"numbers", "false_friends"}),
        ("checks: ignore: numbers negation", {"numbers", "negation"}),
        ("check: ignored by nobody", set()),
        ("please check: ignore numbers", set()),
        ("check: ignore", set()),
    ],
)
def test_a_comment_names_checks(comment: str, names: set[str]) -> None:
    """A comment line of its own, with one name or several."""
    assert ignored(["An older remark", comment]) == names


def test_a_flag_names_one() -> None:
    """`ignore-false-friends` is a flag as Weblate writes them; its own are left alone."""
    assert ignored([], ["ignore-false-friends", "ignore-end-stop", "python-format"]) == {"false_friends"}


def test_an_unknown_name_is_a_finding() -> None:
    """It says which check may be meant."""
    (finding,) = unknown(["check: ignore number, negation"])
    assert (finding.code, finding.fix) == ("ignore-unknown", "Write 'numbers'.")
    (other,) = unknown(["check: ignore xyzzy"])
    assert other.fix.startswith("The checks are: placeholders, ")
