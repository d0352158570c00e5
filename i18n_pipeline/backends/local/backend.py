"""The embedded engine behind the port `Backend`: drafts from Dutch into English without key or network."""

from collections.abc import Callable
from functools import partial
from threading import Lock
from time import monotonic

from i18n_pipeline.backends.file_identity import identity
from i18n_pipeline.backends.local import model_file, prompts
from i18n_pipeline.backends.local.answers import answered
from i18n_pipeline.backends.local.completion import Engine
from i18n_pipeline.backends.local.drafts import draft
from i18n_pipeline.backends.local.engine import LlamaEngine, library
from i18n_pipeline.backends.local.settings import LocalSettings
from i18n_pipeline.errors import BackendNotReady
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.language import base


class LocalBackend:
    """Gemma 3 270M, or a GGUF file of the user's own, on llama.cpp.

    The model is loaded by the first `translate` and kept until `close`. `load` gives another engine
    than llama.cpp.
    """

    name = "local"
    capabilities = Capabilities(glossary=True, draft=True, steady=True, batch_texts=8)

    def __init__(
        self, settings: LocalSettings | None = None, load: Callable[[], Engine] | None = None
    ) -> None:
        self._settings = settings or LocalSettings()
        self._load = load or partial(llama, self._settings)
        self._prompts = prompts.BEST if self._settings.quality == "best" else prompts.FAST
        self._engine: Engine | None = None
        self._lock = Lock()
        self._tokens = 0
        self._seconds = 0.0

    @property
    def fingerprint(self) -> str:
        """Quality, model and prompts; raises BackendNotReady where the user's own model is not there."""
        name, content = model_file.GEMMA_3_270M.name, model_file.GEMMA_3_270M.digest[:12]
        if self._settings.model:
            path = model_file.own(self._settings.model)
            name, content = path.name, identity(path)
        return f"local {self._settings.quality} {name} {content} prompts {prompts.VERSION}"

    @property
    def throughput(self) -> float:
        """Tokens written per second of all `translate` calls so far, loading left out; 0 before the first."""
        return self._tokens / self._seconds if self._seconds else 0.0

    def check_ready(self) -> None:
        """Raises BackendNotReady where the extra `local` or the user's own model is missing."""
        library()
        if self._settings.model:
            model_file.own(self._settings.model)
        else:
            model_file.packaged_parts()

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """A draft of each query; no content where the model wrote nothing that may be a translation.

        Raises BackendNotReady for other languages than Dutch to English and where package or model
        are missing, BackendError where the model can't be loaded or used.
        """
        _refuse_other_languages(batch)
        with self._lock:
            if self._engine is None:
                self._engine = self._load()
            started = monotonic()
            answers = answered(batch.queries, partial(draft, engine=self._engine, prompts=self._prompts))
            self._seconds += monotonic() - started
            self._tokens += sum(answer.tokens for answer in answers)
        return answers

    def close(self) -> None:
        """Give back the model's memory; safe to call twice."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
            self._engine = None


def llama(settings: LocalSettings) -> Engine:
    """The model of the settings on llama.cpp; raises BackendNotReady or BackendError."""
    library()  # before the model is assembled in vain
    if settings.model:
        path = model_file.own(settings.model)
    else:
        path = model_file.ready(model_file.GEMMA_3_270M, settings.folder)
    slots = settings.slots or (len(prompts.BEST) if settings.quality == "best" else 1)
    return LlamaEngine(path, slots, settings.threads)


def _refuse_other_languages(batch: Batch) -> None:
    if (base(batch.source_language), base(batch.target_language)) != ("nl", "en"):
        raise BackendNotReady(
            f"The local engine can't translate `{batch.source_language}` into `{batch.target_language}`.",
            mending="It drafts from Dutch into English only; choose another backend for this language.",
        )
