"""How many characters a run may send."""

from threading import Lock

from i18n_pipeline.errors import QuotaExceeded


class Budget:
    """Counts what is sent and refuses before it would be too much; may be used from several threads.

    `limit` is in source characters (code points); None: there is none.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._sent = 0
        self._lock = Lock()

    def reserve(self, characters: int) -> None:
        """Count characters that are about to be sent.

        Raises QuotaExceeded, and counts nothing, where the limit does not allow them.
        """
        with self._lock:
            if self._limit is not None and self._sent + characters > self._limit:
                raise QuotaExceeded(
                    f"the budget of {self._limit:,} characters for this run does not allow the next request:"
                    f" {self._sent:,} were sent, it has {characters:,}.",
                    mending="What was sent is kept. Raise the limit and run again to go on.",
                )
            self._sent += characters
