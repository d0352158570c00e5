"""The order of drafts."""

import pytest

from i18n_pipeline.backends.local.choice import in_order


@pytest.mark.parametrize(
    ("source", "drafts", "first"),
    [
        ("Er is tijd.", ["There is time.", "There is time.", "There is a clock."], "There is time."),
        (
            "In 2022 waren er 30 banen.",
            ["There were many jobs.", "There were many jobs then.", "In 2022 there were 30 jobs."],
            "In 2022 there were 30 jobs.",
        ),
        (
            "Stuur dit nooit naar Sanne Mulder.",
            ["Send this to Anne Miller.", "Send it to Anne Miller.", "Never send this to Sanne Mulder."],
            "Never send this to Sanne Mulder.",
        ),
    ],
)
def test_agreement_counts_less_than_what_is_lost(source: str, drafts: list[str], first: str) -> None:
    """The draft that most agree with is first, unless it lost a number, names or a negation."""
    assert in_order(source, drafts, {})[0] == first


def test_a_draft_with_the_glossarys_term_goes_first() -> None:
    """One draft with the right term is worth more than three without."""
    drafts = ["Your interview.", "Your interview.", "Your talk.", "Your job interview."]
    assert (
        in_order("Je sollicitatiegesprek.", drafts, {"sollicitatiegesprek": "job interview"})[0] == drafts[3]
    )


def test_every_draft_stays() -> None:
    """The order loses nothing; what scores alike keeps its order."""
    assert in_order("Ja", ["Yes", "Yes", "No"], {}) == ["Yes", "Yes", "No"]
    assert in_order("Ja", [], {}) == []
