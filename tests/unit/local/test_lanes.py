"""Requests on slots."""

from itertools import pairwise

import pytest

from i18n_pipeline.backends.local.lanes import lanes

PROMPTS = ["a", "b", "c", "d"] * 3


@pytest.mark.parametrize("slots", [1, 2, 3, 4, 5, 8, 12])
def test_every_request_has_one_slot(slots: int) -> None:
    """No request is left out or done twice, whatever the number of slots."""
    found = lanes(PROMPTS, slots)
    assert len(found) == slots
    assert sorted(index for lane in found for index in lane) == list(range(len(PROMPTS)))


@pytest.mark.parametrize("slots", [1, 2, 3, 4, 5, 8])
def test_requests_with_one_beginning_stay_together(slots: int) -> None:
    """A slot changes its prefix as rarely as it can."""
    for lane in lanes(PROMPTS, slots):
        prefixes = [PROMPTS[index] for index in lane]
        changes = sum(one != other for one, other in pairwise(prefixes))
        assert changes == max(len(set(prefixes)) - 1, 0)


def test_one_prompt_uses_all_slots() -> None:
    """Requests of a single prompt are dealt out."""
    assert lanes(["a"] * 5, 2) == [[0, 2, 4], [1, 3]]
    assert lanes([], 2) == [[], []]
