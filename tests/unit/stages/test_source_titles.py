"""Which texts an article gets for its derived keys, and what is said of the others."""

import pytest

from i18n_pipeline.errors import ArticleError
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.article import Analysed, analyse
from i18n_pipeline.stages.source_titles import Filling, filled, filling, with_own
from tests.functional.site import Site, language

DERIVE = {"english_title": "title"}
JOB = Job("nl/a.md", "en/a.md", "po/a.po")


def article(front: str, title: str = "Networking", *, data: bytes | None = None) -> Analysed:
    """An article with `title: Netwerken`, whose catalogue has this reviewed title (none: a machine's)."""
    site = Site({"a": f"---\ntitle: Netwerken\n{front}---\n\nTekst.\n"})
    if data is not None:
        site.files.files["nl/a.md"] = data
    site.run()
    if title:
        site.review("Netwerken", title)
    found = analyse(JOB, language(), site.files)
    assert isinstance(found, Analysed)
    return found


def told(found: Filling) -> list[tuple[str, int]]:
    """Codes and lines of what is said."""
    return [(finding.code, finding.line) for finding in found.findings]


@pytest.mark.parametrize("empty", ["english_title:", "english_title: ''", "english_title: ~ # vul in"])
def test_an_empty_key_gets_the_reviewed_title(empty: str) -> None:
    """Nothing, an empty text and a null are all empty."""
    found = filling(article(f"{empty}\n"), DERIVE)
    assert (found.texts, found.findings) == ({("english_title",): "Networking"}, ())


@pytest.mark.parametrize(
    "other",
    [
        "",
        "english_title: []\n",
        "english_title: 12\n",
        "x: &t\nenglish_title: *t\n",
        "english_title:\nenglish_title:\n",
    ],
)
def test_what_is_no_empty_text_is_left_alone(other: str) -> None:
    """No key is added, and a list, a number, an alias or a key that is there twice isn't written to."""
    found = filling(article(other), DERIVE)
    assert (found.texts, found.findings) == ({}, ())


def test_a_machines_title_waits() -> None:
    """What no person has signed off is not written, and is told with the key's line."""
    found = filling(article("english_title:\n", title=""), DERIVE)
    assert (found.texts, told(found)) == ({}, [("title-not-reviewed", 3)])
    assert "po/a.po" in found.findings[0].fix


def corrected(there: str) -> Analysed:
    """An article with this `english_title`, whose catalogue took that over and was corrected since."""
    site = Site({"a": f"---\ntitle: Netwerken\nenglish_title: {there}\n---\n\nTekst.\n"})
    site.run()
    site.edit(f'msgstr "{there}"', 'msgstr "Networking"', "po/a.po")
    found = analyse(JOB, language(), site.files)
    assert isinstance(found, Analysed)
    return found


def test_an_editors_title_stays() -> None:
    """Where the catalogue was corrected since, both are told and neither is changed."""
    found = filling(corrected("Networks"), DERIVE)
    assert (found.texts, found.own, told(found)) == ({}, (), [("title-differs", 3)])
    assert "“Networks”" in found.findings[0].message
    assert "“Networking”" in found.findings[0].message


def test_what_was_filled_in_follows_the_catalogue() -> None:
    """A text that the pipeline wrote is replaced by the corrected one."""
    found = filling(with_own(corrected("Networks"), ["Networks"]), DERIVE)
    assert found == Filling({("english_title",): "Networking"}, ("Networks",), ())


def test_nested_keys_and_several_origins() -> None:
    """Each key takes what its own rule says, wherever it stands."""
    front = "seo:\n  title: SEO\n  english_title: ''\nenglish_title:\n"
    rules = {"english_title": "title", "seo.english_title": "title", "x": "title"}
    found = filling(article(front), rules)
    assert found.texts == {("seo", "english_title"): "Networking", ("english_title",): "Networking"}


def test_a_number_has_no_translation_to_wait_for() -> None:
    """A title that nobody translates leaves its key as it is and says nothing."""
    data = b"---\ntitle: '2015'\nenglish_title:\n---\n\nTekst.\n"
    assert filling(article("", "", data=data), DERIVE) == Filling({}, (), ())


def test_all_other_bytes_stay() -> None:
    """Byte order mark, line ends, comments, quotes and mojibake stay as they are."""
    data = (
        "\ufeff---\r\ntitle:   'Netwerken'  # kop\r\nenglish_title: ''   # \u00c3\u00a9cht leeg\r\n"
        "b: [ x,  y ]\r\n---\r\n\r\n* \u00c3\u00a9cht\r\n"
    ).encode()
    found = article("", data=data)
    assert filled(found, filling(found, DERIVE).texts) == data.replace(b": ''", b": 'Networking'")


def test_toml() -> None:
    """A title is quoted as TOML wants it."""
    data = b"+++\ntitle = \"Netwerken\"\nenglish_title = '' # leeg\n+++\n\nTekst.\n"
    found = article("", data=data)
    assert filled(found, filling(found, DERIVE).texts) == data.replace(b"''", b"'Networking'")


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    """A Windows-1252 file isn't written anew in UTF-8 for one character."""
    data = "---\ntitle: Netwerken\nenglish_title:\n---\n\nHét café.\n".encode("cp1252")
    found = article("", "Networking \u2192", data=data)
    with pytest.raises(ArticleError, match="cp1252"):
        filled(found, filling(found, DERIVE).texts)
