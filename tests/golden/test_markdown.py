"""Segments of Markdown and its dialects, and the promises of identity and structure on each case."""

from pathlib import Path

import pytest

from i18n_pipeline.formats import markdown, srx
from i18n_pipeline.model.document import Document
from i18n_pipeline.model.inline import text_only
from i18n_pipeline.stages.guard import guarded
from tests.fakes.texts import NASTY, accented, spoilt
from tests.golden.cases import Case, cases

_PARAMETERS = ("caption", "title", "alt")
_CASES = [
    pytest.param(case, id=f"{path.stem}: {case.title}")
    for path in sorted(Path(__file__).with_name("markdown").glob("*.txt"))
    for case in cases(path)
]


def _document(text: str) -> Document:
    skeleton, segments = markdown.parse(
        text, split=srx.splitter("nl"), repair=lambda prose: prose, parameters=_PARAMETERS
    )
    return Document(skeleton=skeleton, segments=segments)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", _CASES)
def test_segments(case: Case, newline: str) -> None:
    """A text has these segments, each with its place, with either line ending."""
    segments = _document(case.text.replace("\n", newline)).segments
    found = [f"{segment.place} | {segment.source}" for segment in segments]
    assert [line.replace("\n", "⏎") for line in found] == case.expected.splitlines()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", _CASES)
def test_identity(case: Case, newline: str) -> None:
    """No translation, and each segment's own source, give the text back."""
    text = case.text.replace("\n", newline)
    document = _document(text)
    sources = {number: segment.source for number, segment in enumerate(document.segments)}
    assert document.body == text
    assert markdown.fill(document.skeleton, document.segments, sources) == text


@pytest.mark.parametrize("case", _CASES)
def test_structure(case: Case) -> None:
    """A text whose every letter changed has the same structure without escapes."""
    document = _document(case.text)
    texts = {number: accented(segment.content) for number, segment in enumerate(document.segments)}
    written = markdown.fill(document.skeleton, document.segments, texts)
    assert markdown.structure(written, _PARAMETERS) == markdown.structure(case.text, _PARAMETERS)


@pytest.mark.parametrize("case", _CASES)
def test_every_translation_is_written(case: Case) -> None:
    """Each segment's text stands in the translation, also one inside another one's code."""
    document = _document(case.text)
    texts = {number: accented(segment.content) for number, segment in enumerate(document.segments)}
    written = _document(markdown.fill(document.skeleton, document.segments, texts))
    expected = [accented((text_only(segment.content),)) for segment in document.segments]
    assert [text_only(segment.content) for segment in written.segments] == expected


@pytest.mark.parametrize("case", _CASES)
def test_a_translation_is_written_into_a_code_alone(case: Case) -> None:
    """A text inside a code is written too where the sentence around it has no translation."""
    document = _document(case.text)
    inside = {nested.index for segment in document.segments for nested in segment.nested}
    texts = {number: accented(document.segments[number].content) for number in inside}
    written = _document(markdown.fill(document.skeleton, document.segments, texts))
    assert {number: written.segments[number].source for number in inside} == texts


@pytest.mark.parametrize("case", _CASES)
def test_structure_under_attack(case: Case) -> None:
    """Markup in a translation is escaped, or that segment falls back with a finding."""
    document = _document(case.text)
    spoilt_texts = [list(spoilt(segment.content)) for segment in document.segments]
    for number in range(len(NASTY)):
        texts = {index: each[number] for index, each in enumerate(spoilt_texts)}
        kept = guarded(document, texts, _PARAMETERS)
        assert markdown.structure(kept.body, _PARAMETERS) == markdown.structure(case.text, _PARAMETERS)
        assert len(kept.texts) + len(kept.findings) == len(texts)
