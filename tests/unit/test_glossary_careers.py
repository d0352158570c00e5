"""The glossary that the project ships."""

from collections import Counter, defaultdict
from itertools import product
from pathlib import Path

import pytest
import yaml

from i18n_pipeline.checks.glossary import glossary as check
from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.formats import gettext, glossary_csv, markdown, srx
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.model.finding import Severity
from i18n_pipeline.model.glossary import TAG, CaseRule, Glossary, Status, Term, occurs
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages import glossary_check
from i18n_pipeline.stages.segment import Reading, segment

ROOT = Path(__file__).parents[2]
FILE = ROOT / "glossary" / "nl-en.csv"
TEXT = FILE.read_bytes().decode("utf-8")
TERMS = glossary_csv.read(TEXT)
RUNNING = [term for term in TERMS if term.part_of_speech != TAG]
DUTCH, ENGLISH = lemmatiser("nl"), lemmatiser("en-GB")
GLOSSARY = Glossary(TERMS, DUTCH)
PARTS_OF_SPEECH = {"noun", "verb", "adjective", "adverb", "phrase", "name", TAG}


def by_source() -> dict[str, list[Term]]:
    """The rows of each source, tags left out."""
    rows: dict[str, list[Term]] = defaultdict(list)
    for term in RUNNING:
        rows[term.source].append(term)
    return rows


def test_the_file_is_as_the_project_writes_it() -> None:
    """Header, line ends and quotes are those of `write`, so that an edit shows as one line."""
    assert glossary_csv.write(TERMS) == TEXT


def test_rows_are_sorted_by_source() -> None:
    """Letter case doesn't count."""
    sources = [term.source.casefold() for term in TERMS]
    assert sources == sorted(sources)


def test_every_part_of_speech_is_known() -> None:
    """A misspelt `tag` would be taken for running text."""
    assert {term.part_of_speech for term in TERMS} == PARTS_OF_SPEECH


def test_a_source_has_one_preferred_translation() -> None:
    """An engine's glossary takes one target for a source, whatever the part of speech."""
    counts = Counter(term.source for term in RUNNING if term.decides)
    assert [source for source, count in counts.items() if count > 1] == []


def test_no_two_sources_are_the_same_to_the_matcher() -> None:
    """Sources that share their dictionary forms would both be told at one place, unless case parts them."""
    sources: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for term in RUNNING:
        if term.case is CaseRule.ANY:
            sources[GLOSSARY.lemmas(term.source)].add(term.source)
    assert [found for found in sources.values() if len(found) > 1] == []


def test_every_source_finds_its_own_rows() -> None:
    """No source is out of reach: covered by a longer one, cut by its own punctuation, or changed by case."""
    assert [
        source
        for source, rows in by_source().items()
        if {found.term for found in GLOSSARY.find(source)} != set(rows)
    ] == []


def test_no_allowed_translation_holds_a_forbidden_one() -> None:
    """The same source can't allow `social assistance benefit` and forbid `assistance benefit`."""
    assert [
        (good.source, good.target, bad.target)
        for rows in by_source().values()
        for good, bad in product(rows, repeat=2)
        if good.status is not Status.FORBIDDEN and bad.status is Status.FORBIDDEN
        if occurs(bad.target, good.target, ENGLISH)
    ] == []


def test_the_check_of_glossaries_has_nothing_to_say() -> None:
    """No error and no warning; notes at most."""
    found = glossary_check.findings(glossary_csv.scan(TEXT), DUTCH)
    assert [finding for finding in found if finding.severity > Severity.INFO] == []


def test_the_reviewed_translations_keep_to_it() -> None:
    """The committed catalogues are right, so whatever the check says of them is a false alarm."""
    found = []
    for path in (ROOT / "po" / "en").rglob("*.po"):
        article = (ROOT / "content" / "nl" / path.relative_to(ROOT / "po" / "en")).with_suffix(".md")
        document = segment(article.read_text("utf-8"), Reading(srx.splitter("nl")))
        contents = {each.source: each.content for each in document.segments}
        for entry in gettext.read(path.read_bytes()).entries:
            if entry.state is State.REVIEWED and entry.source in contents:
                source = contents[entry.source]
                pair = Pair(source, markdown.aligned(entry.target, source), GLOSSARY, ENGLISH)
                found += [(path.name, entry.source, finding.message) for finding in check(pair)]
    assert found == []


def test_untranslatable_terms_are_their_own_translation() -> None:
    """A name that is kept has the same text on both sides."""
    kept = [term for term in TERMS if term.status is Status.UNTRANSLATABLE]
    assert {"UWV", "KvK", "LinkedIn", "Belastingdienst"} <= {term.source for term in kept}
    assert all(term.source == term.target for term in kept)


def test_no_translation_is_american() -> None:
    """American spellings and words stand in forbidden rows alone."""
    american = ("labor ", "behavior", "program ", "organization", "center", "license", "vacation", "résumé")
    allowed = [term.target for term in RUNNING if term.status is not Status.FORBIDDEN]
    assert [target for target in allowed if any(word in target + " " for word in american)] == []


@pytest.mark.parametrize(
    "article", sorted((ROOT / "content" / "nl").rglob("*.md")), ids=lambda path: path.stem
)
def test_the_articles_tags_have_a_name(article: Path) -> None:
    """Every tag and category of the Dutch sample articles has its English name."""
    header = yaml.safe_load(article.read_text("utf-8").split("---")[1])
    names = (header.get("tags") or []) + (header.get("categories") or [])
    assert names
    assert [name for name in names if GLOSSARY.taxonomy(name) is None] == []


def test_the_reference_page_shows_the_file_as_it_is() -> None:
    """The page's excerpt and its figures are those of the file."""
    page = (ROOT / "docs" / "reference" / "glossary.md").read_text("utf-8")
    excerpt = page.partition("```csv\n")[2].partition("```")[0]
    assert set(excerpt.splitlines()) <= set(TEXT.splitlines())
    assert f"{len(by_source())} careers terms and {len(TERMS) - len(RUNNING)} names" in page
