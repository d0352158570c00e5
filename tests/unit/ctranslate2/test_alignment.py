"""Links and emphasis found by what the model looked at."""

import re
from collections.abc import Mapping

import pytest

from i18n_pipeline.backends.ctranslate2.alignment import aligned
from i18n_pipeline.backends.ctranslate2.translated import Link, Translated
from i18n_pipeline.backends.untagged.markers import marked
from i18n_pipeline.backends.untagged.spans import put
from i18n_pipeline.model.inline import Content, target_markdown
from tests.unit.local.codes import BOLD, BOLD_END, CODE, LINK, LINK_END

SITE: Content = ("Kijk op de ", LINK, "website van de school", LINK_END, " vandaag.")
NESTED: Content = ("Lees ", LINK, "dit ", BOLD, "goede", BOLD_END, " stuk", LINK_END, " met ", CODE, ".")


def _translated(source: str, text: str, words: Mapping[str, str]) -> Translated:
    """A translation whose words come from those words of the source."""
    links = [
        Link(
            match.span(),
            (source.index(words[match[0]]), source.index(words[match[0]]) + len(words[match[0]])),
        )
        for match in re.finditer(r"\w+", text)
        if match[0] in words
    ]
    return Translated(text, tuple(links))


def _placed(content: Content, text: str, words: Mapping[str, str]) -> str | None:
    source = marked(content)
    found = put(source, text, aligned(_translated(source.text, text, words), source.text))
    return target_markdown(found) if found else None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Look at the school website today.",
            {
                "Look": "Kijk",
                "at": "op",
                "the": "de",
                "school": "school",
                "website": "website",
                "today": "vandaag",
            },
            "Look at the [school website](https://example.org) today.",
        ),
        (
            "Today the website of our school.",
            {"Today": "vandaag", "website": "website", "of": "van", "our": "Kijk", "school": "school"},
            "Today the [website of our school](https://example.org).",
        ),
        (
            "Website, look, at the school",
            {"Website": "website", "look": "Kijk", "at": "op", "school": "school"},
            None,
        ),
        ("See there today.", {"See": "Kijk", "today": "vandaag"}, None),
    ],
    ids=["together", "a stranger between", "torn apart", "nowhere"],
)
def test_a_pair_stands_around_the_words_that_come_from_its_words(
    text: str, words: Mapping[str, str], expected: str | None
) -> None:
    """Words that stand together, or nearly, are the pair's; words all over the sentence are not."""
    assert _placed(SITE, text, words) == expected


def test_pairs_inside_pairs_and_markers_find_their_place() -> None:
    """The order of the translation decides where each code stands."""
    words = {"With": "met", "XX1": "XX1", "read": "Lees", "this": "dit", "piece": "stuk", "good": "goede"}
    found = _placed(NESTED, "With XX1 read this piece good.", words)
    assert found == "With `cv.pdf` read [this piece **good**](https://example.org)."


def test_a_word_belongs_where_most_of_its_tokens_come_from() -> None:
    """Two of three tokens from the link make a word the link's; a token between words decides nothing."""
    content: Content = ("Kijk ", BOLD, "hier", BOLD_END, " nu.")
    source = marked(content)
    links = (Link((0, 2), (0, 4)), Link((2, 4), (5, 9)), Link((4, 6), (6, 9)), Link((6, 7), (4, 5)))
    find = aligned(Translated("abcdef now", links), source.text)
    assert list(find(source.spans[0], "abcdef now", 0)) == [(0, 6)]
