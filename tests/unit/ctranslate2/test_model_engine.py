"""A model in memory, on one whose translations are known."""

from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.backends.ctranslate2.engine import LONGEST, Engine
from i18n_pipeline.backends.ctranslate2.folder import read
from i18n_pipeline.backends.ctranslate2.languages import marks
from i18n_pipeline.backends.ctranslate2.settings import Ctranslate2Settings
from i18n_pipeline.backends.ctranslate2.translated import Translated
from i18n_pipeline.errors import BackendNotReady
from tests.fakes.tiny_model import WITHOUT_MEANING, build, said

KINDS = ["opus-mt", "opus-mt-multi", "nllb", "m2m100"]
SETTINGS = Ctranslate2Settings(beam_size=1)
SENTENCE = "Lees dit stuk over werk, dan weet je meer. "


def _best(folder: Path, *texts: str) -> list[Translated]:
    model = read(folder)
    return [found[0] for found in Engine(model, SETTINGS).translate(texts, marks(model, "nl", "en-GB"))]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_told_its_languages(tiny: Callable[[str], Path], kind: str) -> None:
    """No token that names a language or ends a text is in a translation, none of the text is missing."""
    texts = ["Lees dit nu.", "Wat doe je morgen?", "Ja"]
    found = _best(tiny(kind), *texts)
    assert [each.text for each in found] == [said(text) for text in texts]
    assert {each.problem for each in found} == {""}


@pytest.mark.parametrize("kind", KINDS)
def test_links_say_where_a_token_comes_from(tiny: Callable[[str], Path], kind: str) -> None:
    """Source and translation of a link are the same characters, for this model copies."""
    text = "Lees dit (nu)  goed."
    (found,) = _best(tiny(kind), text)
    pairs = [(text[slice(*link.source)], found.text[slice(*link.target)]) for link in found.links]
    assert [(one, said(one)) for one, _ in pairs if one.strip()] == [
        pair for pair in pairs if pair[0].strip()
    ]


def test_a_long_text_is_translated_in_pieces(tiny: Callable[[str], Path]) -> None:
    """A text of more tokens than the model has positions for comes back whole, with its links."""
    text = (SENTENCE * 30).strip()
    (found,) = _best(tiny("opus-mt"), text)
    assert len(text) > 4 * LONGEST
    assert (found.text, found.problem) == (said(text), "")
    assert all(
        said(text[slice(*link.source)]) == found.text[slice(*link.target)] for link in found.links[-9:-2]
    )


def test_what_the_model_does_not_know_is_copied(tiny: Callable[[str], Path]) -> None:
    """Signs outside the vocabulary come back in order where the model lost as many; quotes become plain."""
    smile, quoted = _best(tiny("opus-mt"), "Kijk 😀 en 🎉 goed.", "Zeg “ja” – nu.")
    assert smile.text == "Kvwx 😀 en 🎉 goed.".replace("en", said("en")).replace("goed", said("goed"))
    assert quoted.text == said('Zeg "ja" - nu.')


def test_a_known_word_without_translation_is_a_problem(tiny: Callable[[str], Path]) -> None:
    """A token `<unk>` that no unknown sign of the source explains makes the translation unusable."""
    (found,) = _best(tiny("opus-mt"), f"Het kost 5 {WITHOUT_MEANING} nu.")
    assert found.problem == "a word that the model does not know"


def test_a_translation_without_end_is_a_problem(tmp_path: Path) -> None:
    """What runs on until it has to stop is not taken for a translation."""
    (found,) = _best(build(tmp_path, endless=True), "Lees dit nu.")
    assert found.problem == "the translation was cut off"


def test_a_truncated_model_is_named(tmp_path: Path) -> None:
    """Weights that break off are an error with the file's path."""
    weights = build(tmp_path) / "model.bin"
    weights.write_bytes(weights.read_bytes()[:100_000])
    with pytest.raises(BackendNotReady, match=r"model\.bin: The model can't be loaded"):
        _best(tmp_path, "Ja")


def test_a_truncated_sentencepiece_model_is_named(tmp_path: Path) -> None:
    """Subwords that can't be read are an error with the file's path."""
    (build(tmp_path) / "source.spm").write_bytes(b"nothing of the kind")
    with pytest.raises(BackendNotReady, match=r"source\.spm: The SentencePiece model can't be loaded"):
        _best(tmp_path, "Ja")


def test_the_other_translations_come_behind_the_likeliest(tiny: Callable[[str], Path]) -> None:
    """A beam gives as many translations as it is wide, the likeliest first."""
    model = read(tiny("opus-mt"))
    ((first, *others),) = Engine(model, Ctranslate2Settings(beam_size=3)).translate(
        ["Ja"], marks(model, "nl", "en")
    )
    assert first.text == said("Ja")
    assert len({first.text, *(each.text for each in others)}) == 3
