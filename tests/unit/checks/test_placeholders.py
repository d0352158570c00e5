"""The check of inline codes."""

import re

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.placeholders import same_placeholders
from i18n_pipeline.model.inline import Content, Kind, Placeholder

_CODE = re.compile(r"`[^`]+`|!\[\]\([^)]*\)|\*\*|__|[*_]|\]\([^)]*\)|\]\[\w*\]|\[|</?\w+>| {2}\n|\\\n")


def content(markdown: str) -> Content:
    """A reading that is good enough for these cases: each code is a placeholder, pairs share an id."""
    parts: list[str | Placeholder] = []
    open_ids: list[tuple[str, int]] = []
    at = 0
    for number, match in enumerate(_CODE.finditer(markdown), 1):
        parts.append(markdown[at : match.start()])
        at = match.end()
        code = match[0]
        opened = [sign for sign, _ in open_ids]
        sign = {"[": "]", "<": "</"}.get(code[0], code)
        if code[0] in "`!" or code.endswith("\n"):
            parts.append(Placeholder(number, Kind.STANDALONE, code))
        elif code in opened or code[0] == "]" or code.startswith("</"):
            parts.append(Placeholder(open_ids.pop()[1] if open_ids else 99, Kind.CLOSE, code))
        else:
            open_ids.append((sign, number))
            parts.append(Placeholder(number, Kind.OPEN, code))
    return tuple(part for part in (*parts, markdown[at:]) if part)


GOOD = [
    ("Geen codes", "No codes"),
    ("Dat is **echt** waar.", "That is **really** true."),
    ("Zie [de site](https://a.nl) en **bel**.", "**Call** and see [the site](https://a.nl)."),
    ("Dat is _echt_ waar.", "That is *really* true."),
    ("Dat is __echt__ waar.", "That is **really** true."),
    ("Typ `make run` in.", "Enter `make run`."),
    ("Een  \nregel", "A\\\nline"),
    ("![](foto.jpg) Netwerken", "![](foto.jpg) Networking"),
    ("Zie [hier](/a 'Titel') meer.", "See more [here](/a 'Title')."),
    ("<kbd>Ctrl</kbd> ingedrukt", "Hold <kbd>Ctrl</kbd>"),
    ("[a](/1) en [b](/2)", "[b](/2) and [a](/1)"),
    ("Zie [de gids][gids].", "See [the guide][gids]."),
]

DEFECTS = [
    ("Zie [de site](https://a.nl).", "See [the site](https://b.nl).", ["placeholder-changed"]),
    ("Zie [de site](https://a.nl).", "See the site.", ["placeholder-missing"]),
    ("Zie de site.", "See [the site](https://a.nl).", ["placeholder-added"]),
    ("Typ `make run` in.", "Enter `make start`.", ["placeholder-changed"]),
    ("Typ `make run` in.", "Enter make run.", ["placeholder-missing"]),
    ("Dat is **echt** waar.", "That is really true.", ["placeholder-missing"]),
    ("Dat is echt waar.", "That is **really** true.", ["placeholder-added"]),
    ("![](foto.jpg) Netwerken", "Networking", ["placeholder-missing"]),
    ("![](foto.jpg) Netwerken", "![](photo.jpg) Networking", ["placeholder-changed"]),
    ("Een  \nregel", "A line", ["placeholder-missing"]),
    ("<kbd>Ctrl</kbd> ingedrukt", "Hold Ctrl", ["placeholder-missing"]),
    ("Zie [de gids][gids].", "See [the guide][guide].", ["placeholder-changed"]),
    ("`a` of `b`", "`a` or `a`", ["placeholder-changed"]),
    ("Dat is **echt** waar.", "That is **really true.", ["placeholder-missing"]),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_the_same_codes_are_silent(source: str, target: str) -> None:
    """Codes may move, emphasis and line breaks may be written otherwise, a link's title be translated."""
    assert list(same_placeholders(Pair(content(source), content(target)))) == []


@pytest.mark.parametrize(("source", "target", "codes"), DEFECTS)
def test_other_codes_are_found(source: str, target: str, codes: list[str]) -> None:
    """A code that changed, went or came is one finding."""
    assert [finding.code for finding in same_placeholders(Pair(content(source), content(target)))] == codes


def test_crossed_pairs_are_found() -> None:
    """The same codes in an order that crosses two pairs are a finding."""
    bold, unbold = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
    link, unlink = Placeholder(2, Kind.OPEN, "["), Placeholder(2, Kind.CLOSE, "](/a)")
    source: Content = (bold, "a", unbold, link, "b", unlink)
    target: Content = (bold, "a", link, unbold, "b", unlink)
    assert [finding.code for finding in same_placeholders(Pair(source, target))] == ["placeholder-order"]


def test_a_shortcut_reference_may_name_its_label() -> None:
    """`[label]` of the source has to be `[text][label]` in a translation; a changed label is a finding."""
    link = Placeholder(1, Kind.OPEN, "[")
    source: Content = (link, "gids", Placeholder(1, Kind.CLOSE, "]", "][gids]"))
    assert list(same_placeholders(Pair(source, (link, "guide", Placeholder(1, Kind.CLOSE, "][gids]"))))) == []
    assert list(same_placeholders(Pair(source, (link, "guide", Placeholder(1, Kind.CLOSE, "]")))))


def test_messages_name_the_link() -> None:
    """A changed link is told with both addresses and what to write."""
    (finding,) = same_placeholders(Pair(content("Zie [a](/a)."), content("See [a](/b).")))
    assert finding.message == "The link to /a became the link to /b."
    assert finding.fix == "Put the link to /a back."
