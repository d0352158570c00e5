"""What a model's folder holds, and how the model is told its languages."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n_pipeline.backends.ctranslate2.backend import from_table
from i18n_pipeline.backends.ctranslate2.folder import Family, read
from i18n_pipeline.backends.ctranslate2.languages import Marks, marks
from i18n_pipeline.errors import BackendNotReady, UsageError

Tiny = Callable[[str], Path]


@pytest.fixture
def own(tiny: Tiny, tmp_path: Path) -> Path:
    """A copy of the model for one pair, to be changed."""
    return Path(shutil.copytree(tiny("opus-mt"), tmp_path / "own"))


@pytest.mark.parametrize(
    ("kind", "family", "expected"),
    [
        ("opus-mt", Family.OPUS_MT, Marks()),
        ("opus-mt-multi", Family.OPUS_MT, Marks(source=(">>eng<<",))),
        ("nllb", Family.NLLB, Marks(source=("nld_Latn",), target=("eng_Latn",))),
        ("m2m100", Family.M2M100, Marks(source=("__nl__",), target=("__en__",))),
    ],
)
def test_the_files_show_the_family(tiny: Tiny, kind: str, family: Family, expected: Marks) -> None:
    """Two SentencePiece models are OPUS-MT's; one is NLLB's or M2M100's, by the codes in the vocabulary."""
    model = read(tiny(kind))
    assert model.family is family
    assert marks(model, "nl", "en-GB") == expected


@pytest.mark.parametrize("kind", ["opus-mt-multi", "nllb", "m2m100"])
def test_a_language_without_code_is_named(tiny: Tiny, kind: str) -> None:
    """What the model or the project does not know is an error, as are own codes that the model lacks."""
    model = read(tiny(kind))
    for unknown in ("de", "xx-Latn"):
        with pytest.raises(
            BackendNotReady, match=rf"no code for `{unknown}`.*backend\.ctranslate2\.languages"
        ):
            marks(model, "nl", unknown)
    with pytest.raises(BackendNotReady, match="no code for"):
        marks(model, "nl", "en", ("nonsense", "nonsense"))


def test_own_codes_come_first(tiny: Tiny) -> None:
    """The setting gives a language that the project does not know a code of the model."""
    assert marks(read(tiny("nllb")), "nl", "xx", ("nld_Latn", "eng_Latn")).target == ("eng_Latn",)
    assert marks(read(tiny("opus-mt-multi")), "nl", "xx", ("nl", "fra")).source == (">>fra<<",)


def test_the_pair_is_in_the_tokenisers_settings_or_the_name(own: Path, tiny: Tiny, tmp_path: Path) -> None:
    """A model for one pair is known by its files, else by its folder's name, else not at all."""
    assert read(own).pair is None
    (own / "tokenizer_config.json").write_text('{"source_lang": "nl", "target_lang": "en"}')
    assert read(own).pair == ("nl", "en")
    (tmp_path / "opus-mt-tc-big-nl-fr").symlink_to(tiny("opus-mt"))
    assert read(tmp_path / "opus-mt-tc-big-nl-fr").pair == ("nl", "fr")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("model.bin", r"The model has no model\.bin"),
        ("source.spm", r"The model has no source\.spm"),
        ("target.spm", r"The model has no target\.spm"),
        ("shared_vocabulary.json", r"The model has no source_vocabulary\.json or"),
    ],
)
def test_a_missing_or_empty_file_is_named(own: Path, name: str, problem: str) -> None:
    """The error says which file and how to mend it."""
    (own / name).write_bytes(b"")
    with pytest.raises(BackendNotReady, match=problem + ".*translate model install"):
        read(own)
    (own / name).unlink()
    with pytest.raises(BackendNotReady, match=problem):
        read(own)


def test_a_broken_settings_file_is_named(own: Path) -> None:
    """What is no JSON is an error with the file's path."""
    (own / "config.json").write_text("{")
    with pytest.raises(BackendNotReady, match=r"config\.json: It can't be read"):
        read(own)


def test_older_forms_of_the_vocabulary_are_read(own: Path) -> None:
    """One token a line, and one file for each side, are the same vocabulary."""
    vocabulary = read(own).vocabulary
    tokens = json.loads((own / "shared_vocabulary.json").read_text(encoding="utf-8"))
    (own / "shared_vocabulary.json").unlink()
    (own / "source_vocabulary.txt").write_text("\n".join(tokens), encoding="utf-8")
    assert read(own).vocabulary == vocabulary


def test_an_unclear_family_is_asked_for(tiny: Tiny, tmp_path: Path) -> None:
    """Where the vocabulary has no language codes the settings have to say what the model is."""
    folder = Path(shutil.copytree(tiny("nllb"), tmp_path / "unclear"))
    (folder / "shared_vocabulary.json").write_text('["<unk>", "a"]')
    with pytest.raises(BackendNotReady, match=r'family = "opus-mt"'):
        read(folder)
    assert read(folder, "opus-mt").family is Family.OPUS_MT


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"beam_size": 0}, "beam_size"),
        ({"threads": -1}, "threads"),
        ({"batch_tokens": 0}, "batch_tokens"),
        ({"model": ""}, "model"),
        ({"languages": ("nl",)}, "languages"),
    ],
)
def test_a_setting_out_of_range_is_named(settings: dict[str, object], name: str) -> None:
    """The error has the setting's full name."""
    with pytest.raises(UsageError, match=rf"`backend\.ctranslate2\.{name}`"):
        from_table(settings, {})
