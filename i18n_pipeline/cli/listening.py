"""`/metrics` and `/healthz` of a `translate sync` that stays: options, and the server around it."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from i18n_pipeline.errors import UsageError

if TYPE_CHECKING:
    from i18n_pipeline.sync.http import Health

Listen = Annotated[
    str,
    typer.Option(
        "--listen", help="With --every or --watch: serve /metrics and /healthz at HOST:PORT or PORT."
    ),
]
LateAfter = Annotated[
    float, typer.Option("--late-after", min=0, help="With --listen: unhealthy after so many hours; 0: never.")
]
_LOOPBACK = "127.0.0.1"


@contextmanager
def listening(address: str, late_after: float = 0.0) -> Iterator["Health | None"]:
    """Serve for the time of a `with` block what `Outlets` with this health tell; nothing without an address.

    `late_after` are hours without a pass. Raises UsageError for what is no address.
    """
    if not address:
        yield None
        return
    host, _, port = address.rpartition(":")
    if not (port.isascii() and port.isdigit()):
        raise UsageError(
            f"--listen: {address!r} has no port.", mending="Such as 9814, or 0.0.0.0:9814 for all networks."
        )
    from i18n_pipeline.sync.http import Health, served  # noqa: PLC0415 - it takes long to load

    health = Health(time.monotonic, late_after * 3600 or math.inf)
    with served(health, host or _LOOPBACK, int(port)):
        yield health
