"""Documents put together out of blocks, nested and mixed: identity and structure."""

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n_pipeline.formats import markdown, srx
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.guard import guarded
from tests.fakes.texts import NASTY, accented, spoilt

_PARAMETERS = ("caption",)

_INLINE = st.sampled_from(
    [
        "Een *baan* zoeken.",
        "Lees **alles** goed. Toch?",
        "Zie [de site](https://example.org/a_(b) 'Onze site') nu.",
        "Zie [de site][s] of [vacatures].",
        "![Een foto](a.png)",
        "R&amp;D \\* en `code` voor € 1.234,56!",
        "Bel <b>eerst</b> naar {{ site.phone }}.",
        "Regel een  \nregel twee\\\nregel drie.",
        "Dat mag.[^1] Echt waar…",
        "Mail <hr@example.nl> of kijk op https://example.org.",
        "Een <!-- geheim --> ding met ~~geen~~ $x$ :-)",
        "12 345,67",
        "Zachte\nregel\nafbreking.",
        "zero\u200bwidth, zacht\u00adkoppel, NBSP\u00a0en \u2028 samen. \U0001f642 Ja!",
    ]
)
_LEAVES = st.one_of(
    _INLINE,
    _INLINE.map(lambda text: "## " + text.replace("\n", " ") + " {#id}"),
    _INLINE.map(lambda text: text.split("\n")[0] + "\n==="),
    st.sampled_from(
        [
            "```\ncode {{ x }}\n```",
            "    ingesprongen",
            "---",
            "| a | b \\| c |\n|---|:-:|\n| Een *cel* | `x` |",
            '<div title="Titel">\n  Tekst <b>vet</b>.\n</div>',
            "<script>\nvar x;\n</script>",
            "Term\n: Uitleg ervan.",
            "{% if x %}\nProza.\n{% endif %}",
            '{{< figure caption="Een bijschrift" >}}',
            ":::tip[Titel]\nTekst.\n:::",
            '!!! note "Titel"\n    Tekst.\n\n    Meer tekst.',
            "[vacatures]: https://example.org/v\n[s]: https://example.org 'De site'",
            "[^1]: Een noot. Nog een.",
            "$$\na = b\n$$",
            "{: .klasse}",
            "<Tab items={[1]}>\nTekst.\n</Tab>",
        ]
    ),
)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def _nested(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        several.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
        several.map(lambda text: _indented(text, "- ", "  ")),
        several.map(lambda text: _indented(text, "1. ", "   ")),
        several.map(lambda text: _indented(text, "- [ ] ", "  ")),
    )


_TEXTS = st.builds(
    lambda blocks, newline, end: ("\n\n".join(blocks) + end).replace("\n", newline),
    st.lists(st.recursive(_LEAVES, _nested, max_leaves=4), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n", "\n\n  \n"]),
)


def _document(text: str) -> Document:
    skeleton, segments = markdown.parse(
        text, split=srx.splitter("nl"), repair=lambda prose: prose, parameters=_PARAMETERS
    )
    return Document(skeleton=skeleton, segments=segments)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_identity(text: str) -> None:
    """No translation, and each segment's own source, give the text back."""
    document = _document(text)
    sources = {number: segment.source for number, segment in enumerate(document.segments)}
    assert document.body == text
    assert markdown.fill(document.skeleton, document.segments, sources) == text


@given(_TEXTS, st.sampled_from(range(len(NASTY))))
@settings(max_examples=150, deadline=None)
def test_structure(text: str, attack: int) -> None:
    """Neither changed letters nor markup in translations change the structure."""
    document = _document(text)
    wanted = markdown.structure(text, _PARAMETERS)
    for texts in (
        {number: accented(segment.content) for number, segment in enumerate(document.segments)},
        {number: list(spoilt(segment.content))[attack] for number, segment in enumerate(document.segments)},
    ):
        assert markdown.structure(guarded(document, texts, _PARAMETERS).body, _PARAMETERS) == wanted


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    """Any characters whatever come back."""
    document = _document(text)
    sources = {number: segment.source for number, segment in enumerate(document.segments)}
    assert document.body == text
    assert markdown.fill(document.skeleton, document.segments, sources) == text
