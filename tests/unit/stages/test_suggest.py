"""Terms that the glossary lacks."""

from math import log2

from i18n_pipeline.model.glossary import Glossary, Term
from i18n_pipeline.stages.candidates import COMMON, Candidate, Passage
from i18n_pipeline.stages.cooccurrence import Translations
from i18n_pipeline.stages.suggest import Dictionaries, Suggester, Suggestion
from i18n_pipeline.stages.termhood import c_values, weirdness

RARE = {
    "dagloon",
    "uurloon",
    "bruto",
    "factuur",
    "facturen",
    "proeftijd",
    "contract",
    "werkt",
    "werken",
    "x99",
    "invoice",
}
LEMMAS = {"facturen": "factuur", "werkt": "werken", "invoices": "invoice"}


def lemmatise(word: str) -> str:
    """Dictionary forms of the few words that need one."""
    return LEMMAS.get(word.lower(), word.lower())


KNOWN = Dictionaries(
    "nl",
    lemmatise,
    {"dag", "uur"}.__contains__,
    lambda word: 1.0 if word in RARE else COMMON,
    lemmatise,
    lambda word: 1.0 if word in RARE else 10_000.0,
)


def suggest(
    *texts: str | tuple[str, str], min_articles: int = 2, terms: tuple[Term, ...] = ()
) -> list[Suggestion]:
    """Suggestions for articles of one passage each, with their translations where there are some."""
    passages = [
        Passage(f"{number}.md", 7, *((text,) if isinstance(text, str) else text))
        for number, text in enumerate(texts)
    ]
    return Suggester(passages, Glossary(terms, lemmatise), KNOWN).suggest(min_articles=min_articles)


def test_a_rare_noun_of_two_articles_is_suggested() -> None:
    """With its count over all inflected forms, its articles and a place as an example."""
    (only,) = suggest("Stuur de factuur. Twee keer een factuur.", "Betaal je facturen.", "De proeftijd.")
    assert (only.term, only.count, only.articles) == ("factuur", 3, ("0.md", "1.md"))
    assert (only.example.article, only.example.line) == ("0.md", 7)


def test_one_article_is_enough_where_it_is_asked_for() -> None:
    """The threshold is the caller's."""
    assert [each.term for each in suggest("De factuur, een factuur.", min_articles=1)] == ["factuur"]


def test_terms_and_everyones_words_are_not_suggested() -> None:
    """What the glossary has, alone or in a longer term, verbs, and words with figures are left out."""
    text = "De factuur. Het contract is er. Zij werkt met. De x99. Een huis."
    terms = (Term("factuur", "invoice"), Term("het contract", "the contract"))
    assert suggest(text, text, terms=terms) == []


def test_a_phrase_counts_for_its_length_and_its_words_less() -> None:
    """`bruto uurloon` comes before its parts, which stand nowhere else and are not suggested."""
    found = suggest("Het bruto uurloon stijgt.", "Je bruto uurloon daalt.", "Een factuur.", "Geen factuur.")
    assert [each.term for each in found] == ["bruto uurloon", "factuur"]


def test_a_compound_names_its_term() -> None:
    """Whoever adds `dagloon` sees that `loon` is there."""
    (only,) = suggest("Het dagloon.", "Je dagloon.", terms=(Term("loon", "pay", "noun"),))
    assert only.contains == ("loon",)


def test_translations_are_the_words_that_come_with_it() -> None:
    """Where the catalogues have them."""
    found = suggest(
        ("De factuur.", "The invoice is here."), ("Een factuur.", "Two invoices."), ("Een huis.", "A house.")
    )
    assert found[0].translations == ("invoice",)
    assert suggest("De factuur.", "Een factuur.")[0].translations == ()


def test_words_that_meet_once_are_no_translation() -> None:
    """One passage says nothing of its words."""
    passages = [Passage("a", 1, "a", "invoice"), Passage("a", 2, "b", "")]
    assert Translations(passages, lemmatise, KNOWN.everyday).of([0, 1]) == ()


def test_the_c_value_is_the_published_one() -> None:
    """log2(1 + words) times the count without the mean count of the longer phrases around it."""
    phrases = {
        ("a",): Candidate(("a",), passages=[0] * 5),
        ("a", "b"): Candidate(("a", "b"), passages=[0] * 3),
        ("a", "b", "c"): Candidate(("a", "b", "c"), passages=[0]),
    }
    assert c_values(phrases) == {
        ("a",): 5 - 2,
        ("a", "b"): log2(3) * (3 - 1),
        ("a", "b", "c"): 2,
    }


def test_weirdness_is_a_mean_of_ratios() -> None:
    """Twice and eight times as often as everyday make two doublings."""
    assert weirdness([(2, 1), (8, 1)]) == 2
