"""Other people's words at the end of our sentences."""

import pytest

from i18n_pipeline.model.sentence import ended, reason


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("no such file", "no such file."),
        ("Not possible to fast-forward, aborting.", "Not possible to fast-forward, aborting."),
        ("aborting...\n", "aborting."),
        (OverflowError("port must be 0-65535."), "port must be 0-65535."),
        ("Who are you?", "Who are you?"),
    ],
)
def test_one_full_stop(message: object, told: str) -> None:
    """Whatever a foreign message ends with, ours does not end twice."""
    assert ended(message) == told


def test_why_the_operating_system_refused() -> None:
    """In its words, in lower case; an error without any has its own."""
    assert reason(OSError(28, "No space left on device")) == "no space left on device"
    assert reason(OSError("Odd")) == "odd"
