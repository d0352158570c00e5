"""Mojibake mended, clean text left alone."""

import pytest

from i18n_pipeline.formats.repair import Repaired, repair


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ã©cht", "écht"),
        ("creÃ«ert", "creëert"),
        ("carriÃ¨re", "carrière"),
        ("coÃ¶peratie", "coöperatie"),
        ("IndiÃ«", "Indië"),
        ("â€™", "’"),
        ("zoâ€™n", "zo’n"),
        ("â€œhalloâ€\x9d", "“hallo”"),
        ("â‚¬", "€"),
        ("â‚¬3.000", "€3.000"),
        ("\x93Kom!\x94", "“Kom!”"),
        ("zo\x92n \x91baan\x92", "zo’n ‘baan’"),
        ("\x80 50 \x96 en meer\x85", "€ 50 – en meer…"),
        ("HELPâ„¢", "HELP™"),
        ("ÃŽle-de-France", "Île-de-France"),
        ("Å’uvre en cÅ“ur", "Œuvre en cœur"),
        ("CÃ”TE D’IVOIRE", "CÔTE D’IVOIRE"),
        ("10Â\xa0000", "10\xa0000"),
        ("Ã\xa0", "à"),
        ("ðŸŽ‰", "🎉"),
        ("ÃƒÂ©cht", "écht"),
        ("Ã©cht🎉", "écht🎉"),
        ("één/Ã©Ã©n", "één/één"),
        ("Łódź is Ã©cht ver", "Łódź is écht ver"),
        ("overschrÃ\xadjÌ\x81ven", "overschríj\u0301ven"),
    ],
)
def test_mojibake_is_mended(before: str, after: str) -> None:
    """What was misread becomes what its author typed, also beside characters that were not."""
    assert repair(before).text == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What is Helpjuice?",
        "Naïef, één, geüpload, ’s avonds, café’s, “écht” – € 5…",
        "«\xa0Les guillemets\xa0», dit-il\xa0: «CAFÉ»",
        "SÃO PAULO",
        "“ATÉ AMANHÃ”",
        "Ã",
        "Ã la carte",
        "Â",
        "LOGÉ² en 20°C, GRÅ°, groß€",
        "10\xa0000 zacht\xadhart \u200bniets\u200d \ufeff",
        "Yıldız, Şahin, İstanbul; Nguyễn Thị Ánh, ĐÃ",
        "Straße, Übung, Ärzte® und „Größe“",
        "cafe\u0301 ﬁn ＡＢＣ ½ ¼ 3² © ® ™ § ¶",
        "&eacute; &amp; &#x2019; \r\n\u2028\t\x1b[0m\x07",
        "op\ufffdbepaalde â€\ufffd ï¿½",
        "Привет, κόσμε, 日本",
        "\x81 \x8d \x8f \x90 \x9d",
    ],
)
def test_clean_text_stays(text: str) -> None:
    """Text that is right, and text that is lost for good, is not touched."""
    assert repair(text) == Repaired(text)


def test_changes_are_told_word_by_word() -> None:
    """Each changed word is reported before and after, in order."""
    assert repair("Je Ã©chte carriÃ¨re 🎉 is naïef").changes == (
        ("Ã©chte", "échte"),
        ("carriÃ¨re", "carrière"),
    )
