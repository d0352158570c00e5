"""The parts that alignment is made of."""

from i18n_pipeline.formats import srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.alignment import Band, Match, band_of
from i18n_pipeline.model.glossary import Glossary, Term
from i18n_pipeline.stages.align.blocks import blocks, field_blocks
from i18n_pipeline.stages.align.crossings import crossings
from i18n_pipeline.stages.align.lattice import beads
from i18n_pipeline.stages.align.lengths import likeness
from i18n_pipeline.stages.align.lexicon import Vocabulary, lexicon
from i18n_pipeline.stages.align.same_article import Anchors, anchors, same_articles
from i18n_pipeline.stages.segment import Reading, segment

_READING = Reading(srx.splitter("nl"))
_LEXICON = lexicon(
    Glossary(
        (Term("collectieve arbeidsovereenkomst", "collective labour agreement", "noun"),), lemmatiser("nl")
    ),
    lemmatiser("en"),
    "nl",
    "en-GB",
)


def test_bands() -> None:
    """A confidence falls into one band; a match without a text is left."""
    assert [band_of(each) for each in (1.0, 0.9, 0.89, 0.6, 0.59)] == [
        Band.REVIEWED,
        Band.REVIEWED,
        Band.FUZZY,
        Band.FUZZY,
        Band.LEFT,
    ]
    assert Match(0, "", 0, 1.0).band is Band.LEFT


def test_blocks_hold_their_sentences() -> None:
    """Each block has its sentences, what stands between them, and the texts inside its codes."""
    document = segment(
        "## Kop\n\nEen zin. Nog\neen [link](/a 'Titel').\n\n- punt\n\n```\ncode\n```\n", _READING
    )
    found = blocks(document)
    sources = [[document.segments[n].source for n in block.segments] for block in found]
    assert sources == [["Kop"], ["Een zin.", "Nog een [link](/a 'Titel')."], ["punt"], []]
    assert found[1].gaps == (" ",)
    assert [document.segments[n].source for n in found[1].nested] == ["Titel"]
    assert [block.kind[-1] for block in found] == ["Heading H2", "Paragraph", "Item", "CodeBlock"]
    assert found[3].marks == {"code\n"}


def test_front_matter_values_are_blocks() -> None:
    """A front matter value is a block by its path; terms of a vocabulary are none."""
    document = segment("---\ntitle: Titel\nintro: Een. Twee.\ntags: [carriere]\n---\n", _READING)
    assert {path: len(block.segments) for path, block in field_blocks(document).items()} == {
        "title": 1,
        "intro": 2,
    }


def test_lengths_of_translations() -> None:
    """Lengths that fit say little, lengths that don't say much, and nothing fits nothing."""
    assert likeness(50, 50) > likeness(50, 70) > likeness(50, 200) == likeness(0, 10)


def test_ways_of_dynamic_programming() -> None:
    """Two sentences for one, one that is missing, one that is new."""
    right = {(0, 0), (1, 1), (1, 2), (3, 3)}
    shapes = {(1, 1): -0.1, (1, 0): -4.0, (0, 1): -4.0, (1, 2): -3.0}

    def score(down: range, across: range) -> float:
        return sum(5.0 if (i, j) in right else -5.0 for i in down for j in across)

    found = [(list(bead.source), list(bead.target)) for bead in beads(4, 5, score, shapes)]
    assert found == [([0], [0]), ([1], [1, 2]), ([2], []), ([3], [3]), ([], [4])]


def test_sure_where_one_way_is_best() -> None:
    """Two ways that are equally good share the confidence."""
    shapes = {(1, 1): 0.0, (1, 0): -1.0, (0, 1): -1.0}
    (sure,) = beads(1, 1, lambda _down, _right: 9.0, shapes)
    assert sure.confidence > 0.99
    torn = beads(1, 2, lambda _down, _right: 9.0, shapes)
    assert max(bead.confidence for bead in torn if bead.source and bead.target) < 0.6


def test_clues() -> None:
    """Terms, common words, figures in either notation, cognates and addresses are looked for."""
    post = segment(
        "The collective labour agreement raises 1,250.50 at [the bank](https://a.example) in winter.",
        _READING,
    )
    marks = _LEXICON.marks(post.segments[0].content)
    article = segment(
        "De collectieve arbeidsovereenkomst geeft 1.250,50 bij [de bank](https://a.example) in de winter.",
        _READING,
    )
    clues = _LEXICON.clues(article.segments[0].content, Vocabulary([marks]))
    hits = [clue for clue in clues if any(option <= marks for option in clue.options)]
    assert len(hits) >= 5


def test_crossings_need_a_clear_winner() -> None:
    """A pair is found elsewhere only where nothing else comes near it."""
    scores = {(0, 5): 6.0, (0, 6): 1.0, (1, 5): 1.0, (1, 6): 6.0, (2, 5): 0.0, (2, 6): 5.0}
    found = list(crossings([0, 1, 2], [5, 6], lambda one, other: scores[one[0], other[0]]))
    assert [(one, other) for one, other, _ in found] == [(0, 5)]


def test_posts_by_content() -> None:
    """An article finds its post by three things that no other file has; with fewer, or two of them, none."""

    def marks(text: str) -> Anchors:
        return Anchors(frozenset(text.split()))

    articles = {"a": marks("1 2 3 x"), "b": marks("4 5 x")}
    posts = {"p": marks("1 2 3 y"), "q": marks("4 5 y")}
    assert {key: post for key, (post, _) in same_articles(articles, posts).items()} == {"a": "p"}
    assert same_articles(articles, {**posts, "r": marks("1 2 3")}) == {}
    assert same_articles(articles, posts, [marks("1 2 3")]) == {}


def test_anchors_are_what_a_translation_keeps() -> None:
    """Addresses, front matter values, figures in either notation, code."""
    dutch = segment("---\ndate: 2020-01-01\n---\n\n[a](/b.png) € 1.250,50\n\n```\nx = 1\n```\n", _READING)
    english = segment("---\ndate: 2020-01-01\n---\n\n[c](/b.png) €1,250.50\n\n```\nx = 1\n```\n", _READING)
    assert anchors(dutch).marks & anchors(english).marks == {"2020-01-01", "/b.png", "125050", "x = 1\n"}
