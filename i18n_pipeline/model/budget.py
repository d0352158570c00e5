"""How many characters a run may send."""

from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from i18n_pipeline.errors import QuotaExceeded


class Limit(NamedTuple):
    """The most source characters (code points) to send, None for any number.

    `month` is the month's budget of which they are what is left; 0: they are no month's.
    """

    characters: int | None = None
    month: int = 0


class Budget:
    """Counts what is sent and refuses before it would be too much; may be used from several threads.

    `limit` and `month` are those of a `Limit`.
    """

    def __init__(self, limit: int | None = None, month: int = 0) -> None:
        self._limit = limit
        self._month = month
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
            f"{self._name()}{self._why()}", mending=f"What was sent is kept. {self._mending()}"
        )

    def _name(self) -> str:
        if self._month:
            return f"the month's budget of {self._month:,} characters"
        return f"the budget of {self._limit or 0:,} characters"

    def _why(self) -> str:
        if not self._limit:
            return " is used up."
        had = f" had {self._limit:,} left" if self._month else " is used up"
        return f"{had}: {self._sent:,} were sent, and the next text would be too much."

    def _mending(self) -> str:
        if self._month:
            return "Raise the limit, or run again next month."
        return "Raise the limit and run again to go on."
