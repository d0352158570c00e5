"""Long texts in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.backends.ctranslate2.chunks import chunks


def _short(text: str) -> bool:
    return len(text) <= 20


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Kort genoeg.", ["Kort genoeg."]),
        ("Een zin, met meer. Nog een zin.", ["Een zin, met meer. ", "Nog een zin."]),
        ("eerst dit doen; dan dat, of niet", ["eerst dit doen; ", "dan dat, of niet"]),
        ("eerst dit, dan weer dat", ["eerst dit, ", "dan weer dat"]),
        ("zonder enig teken erin hier", ["zonder enig ", "teken erin hier"]),
        ("Arbeidsongeschiktheidsuitkering", ["Arbeidsongeschi", "ktheidsuitkering"]),
    ],
)
def test_the_best_limit_near_the_middle_is_taken(text: str, pieces: list[str]) -> None:
    """A sentence's end comes before a clause's, that before a phrase's, that before a word's."""
    assert [piece for _, piece in chunks(text, _short)] == pieces


@given(st.text(max_size=200), st.integers(1, 30))
def test_end_to_end_they_are_the_text(text: str, longest: int) -> None:
    """Nothing is lost, every piece fits and says where it begins."""
    found = chunks(text, lambda piece: len(piece) <= longest)
    assert "".join(piece for _, piece in found) == text
    assert all(text[start:].startswith(piece) and len(piece) <= longest for start, piece in found)
