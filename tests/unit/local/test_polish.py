"""What is mended in every draft."""

import pytest

from i18n_pipeline.backends.local.polish import polished


@pytest.mark.parametrize(
    ("source", "draft", "mended"),
    [
        ("Vervelend.", "annoying", "Annoying."),
        ("en dat helpt", "And that helps.", "and that helps"),
        ("ik ga", "I go", "I go"),
        ("ik ben", "I'm here", "I'm here"),
        ("maandag", "Monday", "Monday"),
        ("de site van Philips", "Philips site", "Philips site"),
        ("iPhone kwijt?", "iPhone lost?", "iPhone lost?"),
        ("Wat kun je geven?", "What can you give.", "What can you give?"),
        ("Een netwerk kost tijd!", "A network takes time.", "A network takes time!"),
        ("Vijf tips", "Five tips.", "Five tips"),
        ("Let op:", "Please note", "Please note:"),
        ("'Wat leuk.", "'How nice", "'How nice."),
        ("'Wat leuk.", "'How nice.'", "'How nice."),
        ("Bel de ouders.", "Call the parents'", "Call the parents."),
        ("Ja (nu).", "Yes (now)", "Yes (now)."),
        ("'Neem mij!'.", "'Pick me!'", "'Pick me!'"),
        ("Hij zei 'ja'.", "He said 'yes.'", "He said 'yes.'"),
        ("„Ja”, zei ze.", "„Yes”, she said.", "“Yes”, she said."),
        ("Ja, zei ze.", '"Yes, she said."', "Yes, she said."),
        ("'Ja', zei ze.", "'Yes', she said.", "'Yes', she said."),
        ("Er waren 1.250 mensen.", "There were 1.250 people.", "There were 1,250 people."),
        ("Er waren 1.250 mensen.", "There were 1,250 people.", "There were 1,250 people."),
        ("Met 4,5 procent.", "By 4,5 percent.", "By 4.5 percent."),
        ("Het kost 1.234,56 euro.", "It costs 1.234,56 euros.", "It costs 1,234.56 euros."),
        ("Versie 1.2.3 en 10.1", "Version 1.2.3 and 10.1", "Version 1.2.3 and 10.1"),
        ("Twee  regels", " Two \n lines ", "Two lines"),
        ("Weg.", "", ""),
    ],
)
def test_a_draft_begins_and_ends_as_its_source(source: str, draft: str, mended: str) -> None:
    """First letter, last mark, quotes and figures follow the source; what may be meant stays."""
    assert polished(source, draft) == mended
