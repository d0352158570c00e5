"""A term's words in a text, however they are written."""

import pytest

from i18n_pipeline.checks.terms import occurrences, without
from i18n_pipeline.formats.lemmas import lemmatiser

ENGLISH = lemmatiser("en-GB")

THERE = [
    ("job", "Jobs are rare."),
    ("employee", "the employee's desk"),
    ("employee", "the employees’ desks"),
    ("company", "companies' rules"),
    ("boss", "My bosses left."),
    ("child", "two children"),
    ("apply", "applying"),
    ("apply", "She applies."),
    ("to negotiate", "He negotiated."),
    ("cover letter", "Cover letters"),
    ("trade union", "Trade Unions"),
    ("cover letter", "a cover-letter"),
    ("part-time", "part time"),
    ("part-time", "parttime"),
    ("start-up", "startups"),
    ("startup", "a start-up"),
    ("wellbeing", "well-being"),
    ("co-worker", "my coworkers"),
    ("e-mail", "an email"),
    ("self-employed", "self‑employed"),
    ("organisation", "an organization"),
    ("labour market", "the labor market"),
    ("travelling expenses", "traveling expenses"),
    ("nine-to-five job", "9-to-5 jobs"),
    ("CV", "two CVs"),
    ("CV (resume)", "Your CV"),
    ("P&O", "Ask P&O."),
    ("St. Nicholas", "St. Nicholas"),
]
NOT_THERE = [
    ("job", "jobless"),
    ("actual", "Actually, no."),
    ("stage", "offstage"),
    ("work", "a worker"),
    ("cover letter", "a letter to cover it"),
    ("part time", "in part: time is short"),
    ("permanent job", "It is permanent. Job found!"),
    ("job", ""),
    ("", "a job"),
    ("filing", "filling"),
]
VERBS = [
    ("fill in", "Fill it all in."),
    ("set up a business", "Setting up a business"),
    ("take on", "taking them on"),
    ("meet", "meeting people"),
    ("train", "They are training her."),
    ("write", "Writing is hard."),
    ("run", "running a shop"),
]


@pytest.mark.parametrize(("term", "text"), THERE)
def test_a_term_is_found(term: str, text: str) -> None:
    """Plural, tense, possessive, case, hyphens, spellings, numbers; what stands in brackets doesn't count."""
    assert list(occurrences(term, text, ENGLISH))


@pytest.mark.parametrize(("term", "text"), NOT_THERE)
def test_other_words_are_not_the_term(term: str, text: str) -> None:
    """Parts of words, another order, a full stop between, another word."""
    assert not list(occurrences(term, text, ENGLISH))


@pytest.mark.parametrize(("term", "text"), VERBS)
def test_a_verb_is_found_in_its_parts(term: str, text: str) -> None:
    """Words may stand between, and a dictionary's noun in -ing is the verb as well."""
    assert list(occurrences(term, text, ENGLISH, verb=True))


def test_each_occurrence_has_its_place() -> None:
    """From left to right, each once; the places can be blanked."""
    text = "A start-up, two startups, a start."
    places = list(occurrences("start-up", text, ENGLISH))
    assert [text[start:end] for start, end in places] == ["start-up", "startups"]
    assert without(places, text) == "A         , two         , a start."
