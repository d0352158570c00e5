"""The backend on a model whose translations are known."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n_pipeline.backends import make
from i18n_pipeline.backends.ctranslate2.backend import Ctranslate2Backend, from_table, installed_for
from i18n_pipeline.errors import BackendNotReady
from i18n_pipeline.model.engine import Batch, Query
from i18n_pipeline.model.inline import Content, merged, same_codes
from tests.fakes.tiny_model import said
from tests.unit.local.codes import BOLD, BOLD_END, BREAK, CODE, IMAGE, LINK, LINK_END

Tiny = Callable[[str], Path]


def _backend(folder: Path, **settings: object) -> Ctranslate2Backend:
    return from_table({"model": str(folder), "beam_size": 1, **settings}, {})


def _answers(backend: Ctranslate2Backend, *contents: Content, target: str = "en-GB") -> list[Content | None]:
    batch = Batch(tuple(map(Query, contents)), "nl", target)
    return [answer.content for answer in backend.translate(batch)]


def test_codes_stand_where_their_words_are(tiny: Tiny) -> None:
    """Pairs follow the model's attention, standalone codes their markers, edges and line breaks stay."""
    contents: list[Content] = [
        ("Lees ", BOLD, "dit goede", BOLD_END, " stuk met ", CODE, " erbij."),
        (IMAGE, " Lees ", LINK, "dit ", BOLD, "goede", BOLD_END, " stuk", LINK_END, " nu."),
        ("regel een", BREAK, "regel twee"),
        (LINK, "Alles vet", LINK_END),
        ("2015",),
        (),
    ]
    expected = [
        tuple(said(part) if isinstance(part, str) else part for part in content) for content in contents
    ]
    assert _answers(_backend(tiny("opus-mt")), *contents) == expected


CODES: list[Content] = [
    (CODE,),
    (BREAK,),
    (BOLD, "vet", BOLD_END),
    (LINK, "een ", CODE, LINK_END),
    (BOLD, BOLD_END),
]


@given(
    st.lists(st.one_of(st.sampled_from(CODES), st.text("ab .,'é😀").map(lambda text: (text,))), max_size=8)
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_has_other_codes(tiny: Tiny, parts: list[Content]) -> None:
    """Whatever a text is made of, its answer has exactly its codes, or none and the reason."""
    content = merged(tuple(chain(*parts)))
    (answer,) = _shared(tiny("opus-mt")).translate(Batch((Query(content),), "nl", "en"))
    assert answer.problem if answer.content is None else same_codes(answer.content, content)


@cache
def _shared(folder: Path) -> Ctranslate2Backend:
    return _backend(folder)


def test_many_texts_keep_their_order(tiny: Tiny) -> None:
    """Texts of all lengths, some twice, come back each in its place, however few tokens go at once."""
    texts = [f"{'woord ' * (number % 7)}nummer {number}." for number in range(20)] * 2
    answers = _answers(_backend(tiny("opus-mt"), batch_tokens=50), *((text,) for text in texts))
    assert answers == [(said(text),) for text in texts]


def test_character_references_are_read(tiny: Tiny) -> None:
    """The model reads the letter that `&eacute;` stands for."""
    assert _answers(_backend(tiny("opus-mt")), ("Een caf&eacute; hier.",)) == [(said("Een café hier."),)]


def test_a_text_that_stays_as_it_is_has_no_answer(tiny: Tiny) -> None:
    """Where the likeliest translation is the source, the less likely ones are not tried."""
    batch = Batch((Query(("ALLES IS GOED HIER.",)),), "nl", "en")
    (answer,) = _backend(tiny("opus-mt")).translate(batch)
    assert (answer.content, answer.problem) == (None, "same as the source")


def test_the_languages_of_a_model_for_one_pair_are_kept_to(tiny: Tiny, tmp_path: Path) -> None:
    """A model for Dutch into English refuses German; the user's own setting comes first."""
    folder = tmp_path / "opus-mt-nl-en"
    folder.symlink_to(tiny("opus-mt"))
    with pytest.raises(BackendNotReady, match="can't translate `nl` into `de`: it is for nl into en"):
        _answers(_backend(folder), ("Ja",), target="de")
    own = _backend(folder, languages=("nl", "de"))
    assert _answers(own, ("Goed zo",), target="de") == [(said("Goed zo"),)]


def test_it_is_ready_only_with_a_whole_model(tiny: Tiny, tmp_path: Path) -> None:
    """A folder that is not there and a name that is not installed are told apart, with what to do."""
    _backend(tiny("opus-mt")).check_ready()
    with pytest.raises(BackendNotReady, match=r"nowhere: There is no model folder"):
        _backend(tmp_path / "nowhere").check_ready()
    with pytest.raises(BackendNotReady, match=r"translate model install opus-mt-nl-en"):
        from_table({}, {"I18N_MODELS": str(tmp_path)}).check_ready()


def test_the_fingerprint_names_model_and_settings(tiny: Tiny) -> None:
    """Another model or another way to use it is another question to the ledger."""
    folder, other = tiny("opus-mt"), tiny("nllb")
    prints = {
        _backend(folder).fingerprint,
        _backend(other).fingerprint,
        _backend(folder, beam_size=3).fingerprint,
        _backend(folder, compute_type="float32").fingerprint,
        _backend(folder, languages=("nl", "en")).fingerprint,
    }
    assert len(prints) == 5
    assert _backend(folder, batch_tokens=7, threads=1).fingerprint in prints


def test_only_a_model_for_just_these_languages_is_taken_by_itself(tiny: Tiny, tmp_path: Path) -> None:
    """`local` takes an installed OPUS-MT model: for no other pair, not broken, not multilingual."""
    environment = {"I18N_MODELS": str(tmp_path)}
    assert installed_for("nl", "en", environment, name="local") is None
    for name, kind in (("opus-mt-nl-de", "opus-mt"), ("nllb", "nllb"), ("opus-mt-nl-mul", "opus-mt-multi")):
        (tmp_path / name).symlink_to(tiny(kind))
    (tmp_path / "opus-mt-nl-aa").mkdir()
    (tmp_path / "opus-mt-nl-aa" / "model.bin").write_bytes(b"x")
    assert installed_for("nl", "en", environment, name="local") is None
    (tmp_path / "opus-mt-nl-en").symlink_to(tiny("opus-mt"))
    backend = installed_for("nl", "en", environment, name="local")
    assert backend is not None
    assert (backend.name, backend.capabilities.draft) == ("local", False)
    assert backend.fingerprint.startswith("ctranslate2 opus-mt-nl-en ")


@pytest.mark.parametrize(
    ("table", "drafts"),
    [({}, False), ({"engine": "embedded"}, True), ({"model": "own.gguf"}, True)],
    ids=["installed", "embedded", "own model"],
)
def test_local_is_an_installed_model_unless_told_otherwise(
    tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: dict[str, object], *, drafts: bool
) -> None:
    """An installed model makes `local` a translator; settings of the drafting engine's own keep it."""
    monkeypatch.setenv("I18N_MODELS", str(tmp_path))
    assert make("local", table).capabilities.draft
    (tmp_path / "opus-mt-nl-en").symlink_to(tiny("opus-mt"))
    assert make("local", table).capabilities.draft == drafts


def test_without_the_extra_it_says_how_to_install_it(tiny: Tiny) -> None:
    """A missing library is an error with the command that installs it."""
    program = (
        "import sys; sys.modules['ctranslate2'] = None\n"
        "from i18n_pipeline.backends.ctranslate2.backend import from_table\n"
        f"from_table({{'model': {str(tiny('opus-mt'))!r}}}, {{}}).check_ready()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "pip install 'i18n-pipeline[ctranslate2]'" in done.stderr


def test_neither_library_is_loaded_before_it_is_needed(tiny: Tiny) -> None:
    """Making the engine and asking for its fingerprint load no model and no library."""
    program = (
        "import sys\n"
        "from i18n_pipeline.backends import make\n"
        f"make('ctranslate2', {{'model': {str(tiny('opus-mt'))!r}}}).fingerprint\n"
        "print(sorted({'ctranslate2', 'sentencepiece', 'numpy', 'huggingface_hub'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
