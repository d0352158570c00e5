"""A translation model behind the port `Backend`."""

from collections.abc import Mapping
from functools import cached_property
from threading import Lock

from i18n_pipeline.backends import guard
from i18n_pipeline.backends.ctranslate2.answers import answered
from i18n_pipeline.backends.ctranslate2.engine import Engine
from i18n_pipeline.backends.ctranslate2.folder import WEIGHTS, Family, Model, read
from i18n_pipeline.backends.ctranslate2.installed import find, for_languages
from i18n_pipeline.backends.ctranslate2.languages import marks
from i18n_pipeline.backends.ctranslate2.library import is_installed, require
from i18n_pipeline.backends.ctranslate2.settings import Ctranslate2Settings
from i18n_pipeline.backends.file_identity import identity
from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.language import base

NAME = "ctranslate2"
_OF_DUTCH_INTO_ENGLISH = {guard.Fault.DUTCH, guard.Fault.LENGTH}


class Ctranslate2Backend:
    """OPUS-MT, NLLB or M2M100 on this machine.

    The model is loaded by the first `translate` and kept until `close`. It takes no glossary: the checks
    see to the terms.
    """

    capabilities = Capabilities(steady=True, batch_texts=32)

    def __init__(
        self, settings: Ctranslate2Settings, environment: Mapping[str, str], name: str = NAME
    ) -> None:
        self.name = name
        self._settings = settings
        self._environment = environment
        self._engine: Engine | None = None
        self._lock = Lock()

    @cached_property
    def _model(self) -> Model:
        return read(find(self._settings.model, self._environment), self._settings.family)

    @cached_property
    def fingerprint(self) -> str:
        """Model and settings; raises BackendNotReady where the model is not there or not whole."""
        model, settings = self._model, self._settings
        return " ".join((
            NAME,
            model.path.name,
            identity(model.path / WEIGHTS),
            model.family,
            f"beam {settings.beam_size}",
            settings.compute_type,
            *settings.languages,
        ))  # fmt: skip

    def check_ready(self) -> None:
        """Raises BackendNotReady where the extra `ctranslate2` or a file of the model is missing."""
        require()
        read(find(self._settings.model, self._environment), self._settings.family)

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """A translation of each query; no content where the model wrote none or lost a code.

        Raises BackendNotReady where the extra or the model is missing or the model lacks a language,
        BackendError where it can't go on.
        """
        tokens = marks(self._model, batch.source_language, batch.target_language, self._settings.languages)
        into_english = (base(batch.source_language), base(batch.target_language)) == ("nl", "en")

        def judge(source: str, text: str) -> str:
            fault = guard.fault(source, text)
            return str(fault) if fault and (into_english or fault not in _OF_DUTCH_INTO_ENGLISH) else ""

        with self._lock:
            if self._engine is None:
                self._engine = Engine(self._model, self._settings)
            engine = self._engine
            return answered(
                batch.queries,
                lambda texts: engine.translate(texts, tokens),
                judge,
                guided=self._model.family is Family.OPUS_MT,
            )

    def close(self) -> None:
        """Give back the model's memory; safe to call twice."""
        with self._lock:
            self._engine = None


def from_table(table: Mapping[str, object], environment: Mapping[str, str]) -> Ctranslate2Backend:
    """The engine with the settings of `[backend.ctranslate2]`; raises UsageError."""
    return Ctranslate2Backend(read_table(Ctranslate2Settings, table, NAME), environment)


def installed_for(
    source: str, target: str, environment: Mapping[str, str], *, name: str, threads: int = 0
) -> Ctranslate2Backend | None:
    """An engine of that name with an installed OPUS-MT model for these languages, None without one."""
    model = for_languages(source, target, environment) if is_installed() else None
    if model is None:
        return None
    return Ctranslate2Backend(Ctranslate2Settings(model=str(model.path), threads=threads), environment, name)
