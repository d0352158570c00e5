"""Terms as DeepL takes them."""

import pytest

from i18n_pipeline.backends.deepl.dictionary import MOST_BYTES, dictionary
from i18n_pipeline.backends.deepl.glossary_name import PENDING, read, write


def test_languages_lose_their_variants() -> None:
    """A dictionary for English serves British and American English."""
    assert dictionary({"werk": "work"}, "nl-BE", "en_GB").pair == "nl-en"


def test_the_digest_is_of_the_entries_alone() -> None:
    """Neither the rows' order nor the spaces around them change it; another term does."""
    one = dictionary({"werk": "work", "baan": "job"}, "nl", "en")
    assert one.digest == dictionary({"baan ": " job", "werk": "work"}, "nl", "en").digest
    assert one.digest != dictionary({"werk": "work", "baan": "post"}, "nl", "en").digest
    assert one.digest != dictionary({"werk": "job", "baan": "work"}, "nl", "en").digest


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("", "work", "empty"),
        ("werk", " ", "empty"),
        ("we\trk", "work", "tab"),
        ("werk", "wo\nrk", "line break"),
        ("we\u2028rk", "work", "line break"),
        ("we\x85rk", "work", "control"),
        ("é" * 513, "work", "longer than 1024 bytes"),
        ("werk", "x" * 1025, "longer than 1024 bytes"),
    ],
)
def test_what_deepl_refuses_is_left_out_and_named(source: str, target: str, why: str) -> None:
    """The other terms stay, and the reason is told by the term as it was written."""
    made = dictionary({"baan": "job", source: target}, "nl", "en")
    assert dict(made.entries) == {"baan": "job"}
    assert list(made.left_out) == [source]
    assert why in made.left_out[source]


def test_a_term_of_the_greatest_length_fits() -> None:
    """1,024 bytes are allowed."""
    term = "é" * 512
    assert dictionary({term: term}, "nl", "en").entries == {term: term}


def test_the_same_term_twice_counts_once() -> None:
    """The first one decides; DeepL would refuse the whole dictionary."""
    made = dictionary({"werk": "work", "werk ": "labour"}, "nl", "en")
    assert (made.entries, made.left_out) == ({"werk": "work"}, {"werk ": "the term is there twice"})


def test_a_dictionary_is_filled_up_to_its_limit() -> None:
    """What goes beyond 10 MiB is left out; a shorter term behind it still goes in."""
    size = MOST_BYTES // 1024 - 1
    terms = {f"{number:0510d}": "x" * 512 for number in range(size)}
    made = dictionary({**terms, "y" * 512: "z" * 512, "slot": "end"}, "nl", "en")
    assert (len(made.entries), list(made.left_out)) == (size + 1, ["y" * 512])
    assert "10 MiB" in made.left_out["y" * 512]


def test_a_name_says_what_the_dictionaries_hold() -> None:
    """What is written is read again."""
    digests = {"nl-en": "0123456789abcdef", "nl-de": PENDING}
    name = write("my site (2)", digests)
    assert name == "my site (2) nl-de:pending nl-en:0123456789abcdef"
    assert read(name, "my site (2)") == digests


@pytest.mark.parametrize(
    "name",
    [
        "site",
        "site two nl-en:0123456789abcdef",
        "sites nl-en:0123456789abcdef",
        "site nl-en",
        "site nl-en:0123456789abcdef terms",
        "Site nl-en:0123456789abcdef",
    ],
)
def test_other_names_are_other_glossaries(name: str) -> None:
    """What a person named alike is not taken for the project's."""
    assert read(name, "site") is None
