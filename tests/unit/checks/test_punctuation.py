"""The check of end punctuation."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.punctuation import end_punctuation
from i18n_pipeline.model.inline import plain

GOOD = [
    ("Wat kun je geven?", "What can you give?"),
    ("Een netwerk opbouwen kost tijd!", "Building a network takes time!"),
    ("Opdringerig.", "Pushy."),
    ("'Neem mij!'", "'Pick me!'"),
    ("'Neem mij!'.", "'Pick me!'"),
    ("Echt waar?!", "Really?"),
    ("Tips:", "Tips:"),
    ("Wacht…", "Wait..."),
    ("Netwerken", "Networking"),
    ("Netwerken", "Networking."),
    ("(Bel ons.)", "(Call us.)"),
    ("\u201eWat nu?\u201d", "'What now?'"),
    ("Let op: dit geldt voor iedereen;", "Note: this holds for everybody."),
    ("Doe mee!", "Join us!!"),
]

DEFECTS = [
    ("Wat kun je geven?", "What you can give."),
    ("Wat kun je geven?", "What can you give"),
    ("Wat kun je geven?", "What can you give!"),
    ("Een netwerk opbouwen kost tijd!", "Building a network takes time."),
    ("Doe mee!", "Join us"),
    ("'Neem mij!'", "'Pick me'"),
    ("Opdringerig.", "Pushy"),
    ("Echt waar?!", "Really!"),
    ("Tips:", "Tips"),
    ("Wacht…", "Wait"),
    ("(Bel ons.)", "(Call us)"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_a_kept_end_is_silent(source: str, target: str) -> None:
    """The same sign, another one for the same tone, or a new one where there was none, is no finding."""
    assert list(end_punctuation(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(("source", "target"), DEFECTS)
def test_a_lost_end_is_found(source: str, target: str) -> None:
    """A question, a call or a sentence that lost its sign is a finding."""
    assert [finding.code for finding in end_punctuation(Pair(plain(source), plain(target)))] == [
        "end-mark-lost"
    ]
