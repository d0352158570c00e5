"""llama.cpp in this process, by xllamacpp.

The library starts a server for HTTP as well. It listens on a socket in a folder that only this user
may enter, and the socket is taken away as soon as the model is there: nobody can reach it.
"""

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

from i18n_pipeline.backends.local.completion import Completed, Completion
from i18n_pipeline.backends.local.lanes import lanes
from i18n_pipeline.backends.local.model_file import INSTALL
from i18n_pipeline.backends.openmp import patient_threads
from i18n_pipeline.errors import BackendError, BackendNotReady, Place

CONTEXT = 2048
"""Tokens that a sequence may hold: examples, source and translation."""

_TOO_LONG = "exceed_context_size_error"
_REWIND = "#"  # begins no completion's text, so that the prefix is all that the two have in common


class LlamaEngine:
    """A model in memory; `slots` sequences are decoded at once, by `threads` threads (0: as many as cores).

    With one slot the same requests give the same texts. With more the rounding depends on which
    sequences meet in a step of the arithmetic, and about half of the texts differ somewhere from
    one time to the next.
    """

    def __init__(self, model: Path, slots: int, threads: int = 0) -> None:
        self._slots = slots
        self._server: Any = _loaded(model, slots, threads)

    def complete(self, completions: Sequence[Completion]) -> tuple[Completed, ...]:
        """One result for each request, in order; raises BackendError where the model gives none."""
        done: dict[int, Completed] = {}
        given_up = Event()

        def work(slot: int, mine: Sequence[int]) -> None:
            for index in mine:
                if not given_up.is_set():
                    done[index] = self._completed(completions[index], slot)

        by_slot = lanes([completion.prefix for completion in completions], self._slots)
        with ThreadPoolExecutor(self._slots) as pool:
            try:
                for working in [pool.submit(work, slot, mine) for slot, mine in enumerate(by_slot)]:
                    working.result()
            finally:
                given_up.set()  # after an error or Ctrl-C the other slots end with their sentence
        return tuple(done[index] for index in range(len(completions)))

    def close(self) -> None:
        """Give back the memory; safe to call twice."""
        self._server = None

    def _completed(self, completion: Completion, slot: int) -> Completed:
        if self._slots == 1:
            # What a slot still knows of the last text would be reused, and with it its rounding.
            self._asked(completion.prefix + _REWIND, slot, 0)
        answer = self._asked(completion.prefix + completion.text, slot, completion.most_tokens)
        if answer is None:
            return Completed("", finished=False)
        choice = answer["choices"][0]
        return Completed(
            choice["text"].strip(),
            tokens=answer["usage"]["completion_tokens"],
            finished=choice["finish_reason"] == "stop",
        )

    def _asked(self, prompt: str, slot: int, most_tokens: int) -> dict[str, Any] | None:
        answer: dict[str, Any] = self._server.handle_completions(
            {
                "prompt": prompt,
                "id_slot": slot,
                "max_tokens": most_tokens,
                "stop": ["\n"],
                "temperature": 0,
                "samplers": ["temperature"],
                "cache_prompt": True,
            }
        )
        if answer.get("error", {}).get("type") == _TOO_LONG:
            return None
        if "choices" not in answer:
            raise BackendError(f"The local engine can't go on: {_reason(answer)}.")
        return answer


def _reason(answer: dict[str, Any]) -> str:
    return str(answer.get("error", {}).get("message", "no reason given"))


def library() -> Any:
    """The module xllamacpp; raises BackendNotReady where the extra `local` is not installed."""
    try:
        with patient_threads():
            import xllamacpp  # noqa: PLC0415 - the extra is optional
    except ImportError as error:
        raise BackendNotReady(f"The local engine is not installed ({error}).", mending=INSTALL) from error
    return xllamacpp


def _loaded(model: Path, slots: int, threads: int) -> Any:
    parameters = library().CommonParams()
    parameters.model.path = str(model)
    parameters.n_parallel = slots
    parameters.n_ctx = CONTEXT * slots
    parameters.swa_full = True  # else a sliding window forgets the examples after each text
    parameters.cache_ram_mib = 0
    parameters.n_ctx_checkpoints = 0
    parameters.warmup = False
    parameters.fit_params = False
    parameters.ui = False
    parameters.verbosity = -1
    if threads:
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    with _unreachable() as address:
        parameters.hostnames = [address]
        try:
            return library().Server(parameters)
        except RuntimeError as error:
            raise BackendError(
                f"The model can't be loaded ({error}).",
                place=Place(str(model)),
                mending="It has to be a GGUF file that llama.cpp knows, and fit into the memory.",
            ) from error


@contextmanager
def _unreachable() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="i18n-", ignore_cleanup_errors=True) as folder:
        yield str(Path(folder) / "model.sock")
