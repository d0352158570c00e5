"""Posts that people wrote, without a catalogue: what is taken, and what is only told."""

from dataclasses import replace

from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.rules import FrontMatterRules
from i18n_pipeline.stages.align.titles import Titles
from i18n_pipeline.stages.importing import Imported, Source
from tests.unit.stages.imports import Desk, codes

_DUTCH = """\
---
title: Je eerste brief
date: 2020-02-03
---

Een goede brief is kort. Schrijf hem niet op de laatste avond.

## Drie tips

- Lees de vacature.
- Vraag een vriend om hulp.
- Stuur de brief voor 1 maart.
"""

_ENGLISH = """\
---
title: Your first letter
date: 2020-02-03
---

A good letter is short. Do not write it on the last evening.

## Three tips

- Read the vacancy.
- Ask a friend for help.
- Send the letter before 1 March.
"""


def _desk(english: str = _ENGLISH, dutch: str = _DUTCH) -> Desk:
    """A pair on a site whose posts get no keys of the pipeline's own."""
    desk = Desk(dutch)
    rules = FrontMatterRules(set={}, status_key="")
    desk.language = replace(desk.language, reading=replace(desk.language.reading, rules=rules))
    desk.files.files["en/a.md"] = english.encode()
    return desk


def _keeps_its_post(desk: Desk, imported: Imported) -> bool:
    before = desk.files.files["en/a.md"]
    desk.build()
    return desk.files.files["en/a.md"] == before and bool(imported.catalogue)


def test_plain_translation() -> None:
    """Every sentence is taken, and a build gives the post to the byte, but for the key that is derived."""
    english = _ENGLISH.replace("date: 2020-02-03\n", "date: 2020-02-03\nenglish_title: Your first letter\n")
    desk = _desk(english)
    imported = desk.bring()
    assert (imported.source, imported.same) == (Source.PAIR, True)
    assert imported.bands == {Band.REVIEWED: 7}
    assert _keeps_its_post(desk, imported)
    desk.files.files.pop("en/a.md")
    desk.build()
    assert desk.post() == english


def test_keys_that_a_build_would_add() -> None:
    """A post without the pipeline's own keys is another one than a build gives: it is kept, and told."""
    desk = _desk()
    imported = desk.bring()
    assert (imported.same, codes(imported.findings)[-1]) == (False, "post-differs-from-build")
    assert "at line 4" in imported.findings[-1].message
    assert _keeps_its_post(desk, imported)
    assert "X-Rendered-Hash" not in desk.catalogue().header


def test_second_import_changes_nothing() -> None:
    """The same pair again gives the same catalogue."""
    desk = _desk()
    first = desk.bring().catalogue
    assert desk.bring().catalogue == first


def test_reviewed_text_stays() -> None:
    """What a person has in the PO file is not overwritten; the rest is filled in."""
    desk = _desk()
    desk.bring()
    desk.review("Lees de vacature.", "Study the vacancy.")
    desk.review("Drie tips", "")
    imported = desk.bring()
    assert desk.texts()["Lees de vacature."] == ("Study the vacancy.", "reviewed")
    assert desk.texts()["Drie tips"] == ("Three tips", "reviewed")
    assert "post-differs" in codes(imported.findings)


def test_another_number() -> None:
    """A sentence with another number is for a person to look at."""
    desk = _desk(_ENGLISH.replace("1 March", "1 May"))
    imported = desk.bring()
    assert desk.texts()["Stuur de brief voor 1 maart."][1] != "reviewed"
    assert {"not-taken", "taken-as-fuzzy"} & set(codes(imported.findings))


def test_untranslated_sentence() -> None:
    """Dutch that was left in the post is no translation of itself."""
    desk = _desk(_ENGLISH.replace("Ask a friend for help.", "Vraag een vriend om hulp."))
    desk.bring()
    assert desk.texts()["Vraag een vriend om hulp."][1] != "reviewed"


def test_sentence_of_the_post_alone() -> None:
    """A sentence that the article lacks is told with its line in the post."""
    desk = _desk(
        _ENGLISH.replace(
            "evening.\n", "evening.\n\nOur editors answer mail on weekdays between nine and five.\n"
        )
    )
    imported = desk.bring()
    (finding,) = [each for each in imported.findings if each.code == "only-in-post"]
    assert finding.message.startswith("en/a.md:8: ")


def test_codes_differ() -> None:
    """A text without its article's link is never taken as reviewed."""
    desk = _desk(
        "Read [our guide](https://example.org/a) first. Then ask your mother for help.\n\nA good day.\n",
        "Lees eerst [onze gids](https://example.org/a). Vraag dan je [moeder](https://example.org/b) om hulp."
        "\n\nEen goede dag.\n",
    )
    desk.bring()
    states = {source: state for source, (_, state) in desk.texts().items()}
    assert states["Vraag dan je [moeder](https://example.org/b) om hulp."] == "untranslated"


def test_english_title_of_another_post() -> None:
    """An `english_title` that is another post's title is told and not taken."""
    english = _ENGLISH.replace("date:", "english_title: Networking\ndate:")
    desk = _desk(english)
    desk.titles = Titles.of([("en/a.md", "Your first letter"), ("en/netwerken.md", "Networking")])
    imported = desk.bring()
    assert codes(imported.findings)[0] == "title-of-another-post"
    assert "en/netwerken.md" in imported.findings[0].message
    assert desk.texts()["Je eerste brief"][0] == "Your first letter"


def test_title_of_another_post() -> None:
    """A title that is another post's own is not taken."""
    desk = _desk(_ENGLISH.replace("Your first letter", "Networking"))
    desk.titles = Titles.of([("en/netwerken.md", "Networking")])
    assert "title-of-another-post" in codes(desk.bring().findings)
    assert desk.texts()["Je eerste brief"] == ("", "untranslated")


def test_titles_that_differ() -> None:
    """Where title and `english_title` say different things, a person has to look."""
    desk = _desk(_ENGLISH.replace("date:", "english_title: Writing letters\ndate:"))
    imported = desk.bring()
    assert desk.texts()["Je eerste brief"] == ("Your first letter", "machine")
    assert any("english_title says “Writing letters”" in each.message for each in imported.findings)


def test_same_dutch_twice() -> None:
    """Two English texts for one Dutch sentence: both are told, none is taken."""
    desk = _desk(
        "- Ask a friend for help.\n- Ask a friend to help.\n\nRead the letter.\n",
        "- Vraag een vriend om hulp.\n- Vraag een vriend om hulp.\n\nLees de brief.\n",
    )
    assert codes(desk.bring().findings).count("same-text-twice") == 2
    assert desk.texts()["Vraag een vriend om hulp."] == ("", "untranslated")


def test_hard_wrapped_post() -> None:
    """Line breaks of the post's author are no part of the text; the post is kept."""
    desk = _desk(_ENGLISH.replace("short. Do not", "short. Do\nnot"))
    imported = desk.bring()
    assert desk.texts()["Schrijf hem niet op de laatste avond."][0] == "Do not write it on the last evening."
    assert not imported.same
    assert _keeps_its_post(desk, imported)
