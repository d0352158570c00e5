"""How many characters a run may send."""

from threading import Lock

from i18n_pipeline.errors import QuotaExceeded


class Budget:
    """Counts what is sent and refuses before it would be too much; may be used from several threads.

    `limit` is in source characters (code points); 0: none.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._sent = 0
        self._lock = Lock()

    def reserve(self, characters: int) -> None:
        """Count characters that are about to be sent.

        Raises QuotaExceeded, and counts nothing, where the limit does not allow them.
        """
        with self._lock:
            if self._limit and self._sent + characters > self._limit:
                raise QuotaExceeded(
                    f"the run's budget of {self._limit:,} characters is used up: {self._sent:,} were sent, "
                    f"the next request has {characters:,}.",
                    mending="What was sent is kept. Raise the limit and run again to go on.",
                )
            self._sent += characters
