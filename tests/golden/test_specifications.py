"""The examples of CommonMark and GFM, each as an article of its own."""

import pytest

from i18n_pipeline.formats import markdown, srx
from i18n_pipeline.model.document import Document
from i18n_pipeline.stages.guard import guarded
from tests.fakes.texts import accented, spoilt
from tests.suites import examples


def _document(text: str) -> Document:
    skeleton, segments = markdown.parse(text, split=srx.splitter("nl"), repair=lambda prose: prose)
    return Document(skeleton=skeleton, segments=segments)


def _breaks_identity(text: str) -> bool:
    document = _document(text)
    sources = {number: segment.source for number, segment in enumerate(document.segments)}
    echoed = markdown.fill(document.skeleton, document.segments, sources)
    return document.body != text or echoed != text


@pytest.mark.parametrize("name", ["commonmark", "gfm"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_identity(name: str, newline: str) -> None:
    """No translation, and each segment's own source, give every example back."""
    texts = [text.replace("\n", newline) for text in examples(name)]
    assert [text for text in texts if _breaks_identity(text)] == []


@pytest.mark.parametrize("name", ["commonmark", "gfm"])
def test_structure(name: str) -> None:
    """With every letter changed every example has its structure, and no segment is left out."""
    broken, left_out = [], 0
    for text in examples(name):
        document = _document(text)
        kept = guarded(
            document, {n: accented(segment.content) for n, segment in enumerate(document.segments)}
        )
        left_out += len(kept.findings)
        if markdown.structure(kept.body) != markdown.structure(text):
            broken.append(text)
    assert (broken, left_out) == ([], 0)


@pytest.mark.parametrize("name", ["commonmark", "gfm"])
def test_structure_under_attack(name: str) -> None:
    """Markup in translations never changes an example's structure."""
    broken = []
    for number, text in enumerate(examples(name)):
        document = _document(text)
        attacks = [list(spoilt(segment.content)) for segment in document.segments]
        for attack in range(number % 5, len(attacks[0]) if attacks else 0, 5):
            kept = guarded(document, {n: texts[attack] for n, texts in enumerate(attacks)})
            if markdown.structure(kept.body) != markdown.structure(text):
                broken.append((text, attack))
    assert broken == []
