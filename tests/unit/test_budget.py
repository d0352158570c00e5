"""How many characters a run may send, and what is said of those that it may not."""

import pytest

from i18n_pipeline.model.budget import Budget, Limit


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (
            Limit(10),
            "the budget of 10 characters is used up: 8 were sent, and the next text would be too much.",
        ),
        (
            Limit(10, 3000),
            (
                "the month's budget of 3,000 characters had 10 left: 8 were sent,"
                " and the next text would be too much."
            ),
        ),
    ],
)
def test_what_would_be_too_much_is_refused(limit: Limit, told: str) -> None:
    """Texts go as far as the limit reaches, and the refusal says which limit it was."""
    budget = Budget(*limit)
    assert budget.allow([5, 3, 3]) == 2
    assert budget.refusal().problem == told


def test_a_month_that_is_used_up() -> None:
    """Where nothing is left of a month's budget, that is said with the budget's size."""
    budget = Budget(*Limit(0, 3000))
    assert budget.allow([1]) == 0
    assert str(budget.refusal()) == (
        "the month's budget of 3,000 characters is used up."
        " What was sent is kept. Raise the limit, or run again next month."
    )


def test_without_a_limit_all_may_be_sent() -> None:
    """No limit allows any number."""
    assert Budget().allow([10**9] * 3) == 3
