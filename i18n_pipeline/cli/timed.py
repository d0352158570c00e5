"""How long an engine worked."""

import time
from threading import Lock

from i18n_pipeline.model.engine import Answer, Backend, Batch, Capabilities


class Timed:
    """A backend that keeps account of the seconds that its requests took, summed over all of them."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._lock = Lock()
        self.seconds = 0.0

    @property
    def name(self) -> str:
        return self.backend.name

    @property
    def fingerprint(self) -> str:
        return self.backend.fingerprint

    @property
    def capabilities(self) -> Capabilities:
        return self.backend.capabilities

    def check_ready(self) -> None:
        """As the backend says."""
        self.backend.check_ready()

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The backend's answers."""
        start = time.perf_counter()
        try:
            return self.backend.translate(batch)
        finally:
            with self._lock:
                self.seconds += time.perf_counter() - start

    def close(self) -> None:
        """Close the backend."""
        self.backend.close()
