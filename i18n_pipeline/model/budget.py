"""How many characters a run may send."""

from collections.abc import Sequence
from threading import Lock

from i18n_pipeline.errors import QuotaExceeded


class Budget:
    """Counts what is sent and refuses before it would be too much; may be used from several threads.

    `limit` is in source characters (code points); None: there is none.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self._sent = 0
        self._lock = Lock()

    def allow(self, sizes: Sequence[int]) -> int:
        """How many texts of these sizes, from the first on, may be sent; they are counted."""
        with self._lock:
            for number, size in enumerate(sizes):
                if self._limit is not None and self._sent + size > self._limit:
                    return number
                self._sent += size
        return len(sizes)

    def refusal(self) -> QuotaExceeded:
        """What to say of a text that was not allowed."""
        return QuotaExceeded(
            f"the budget of {self._limit or 0:,} characters is used up: {self._sent:,} were sent,"
            " and the next text would be too much.",
            mending="What was sent is kept. Raise the limit and run again to go on.",
        )
