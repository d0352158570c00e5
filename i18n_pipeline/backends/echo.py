"""An engine that gives back what it gets: for trying a project's set-up and for tests."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n_pipeline.backends.tables import read_table
from i18n_pipeline.model.engine import Answer, Batch, Capabilities


@dataclass(frozen=True, slots=True)
class EchoSettings:
    """It has none."""


class EchoBackend:
    """Answers with the source."""

    name = "echo"
    fingerprint = "echo"
    capabilities = Capabilities(tags=True, draft=True)

    def check_ready(self) -> None:
        """It always is."""

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The content of each query as it is."""
        return tuple(Answer(query.content) for query in batch.queries)

    def close(self) -> None:
        """Nothing to give back."""


def from_table(table: Mapping[str, object]) -> EchoBackend:
    """The engine; raises UsageError for any setting."""
    read_table(EchoSettings, table, EchoBackend.name)
    return EchoBackend()
