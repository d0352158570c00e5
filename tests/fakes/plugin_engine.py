"""An engine from another package, which does what a file beside the project tells it to.

`install` makes the package; `orders.json` in the engine's folder has the orders, `answered.txt` the
texts that it answered, one a line, before their answers were given back.
"""

import json
import os
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n_pipeline.errors import BackendError, TextsRefused
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.inline import source_markdown

BATCH, CONCURRENCY = 4, 2


def install(packages: Path) -> None:
    """Make the package's metadata in a folder that is to stand in PYTHONPATH."""
    metadata = packages / "plugin_engine-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: plugin-engine\nVersion: 1\n")
    point = "[i18n_pipeline.backends]\nplugin = tests.fakes.plugin_engine:make\n"
    (metadata / "entry_points.txt").write_text(point)


def make(table: Mapping[str, object]) -> "PluginEngine":
    """The engine; `folder` in its table is where orders and answers are."""
    return PluginEngine(Path(str(table["folder"])))


@dataclass
class PluginEngine:
    """Capitals, paid for. Orders: `away` (how often it fails, 0 to 1), `poison` (a word), `delay`."""

    folder: Path
    name: str = "plugin"
    fingerprint: str = "plugin 1"
    capabilities: Capabilities = Capabilities(  # noqa: RUF009 - frozen
        tags=True, paid=True, steady=True, batch_texts=BATCH, concurrency=CONCURRENCY
    )

    def check_ready(self) -> None:
        """It always is."""

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The texts in capitals, or what the orders say."""
        orders: dict[str, Any] = json.loads((self.folder / "orders.json").read_text(encoding="utf-8"))
        time.sleep(orders.get("delay", 0))
        texts = [source_markdown(query.content) for query in batch.queries]
        if any(orders.get("poison", "\0") in text for text in texts):
            raise TextsRefused("it can't be translated.")
        if random.random() < orders.get("away", 0):  # noqa: S311
            raise BackendError("the engine is away.")
        log = os.open(self.folder / "answered.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(log, "".join(f"{text}\n" for text in texts).encode())
        os.close(log)
        return tuple(
            Answer(tuple(part.upper() if isinstance(part, str) else part for part in query.content))
            for query in batch.queries
        )

    def close(self) -> None:
        """Nothing to give back."""
