"""The plugin engine with an account: it bills characters, has a quota, and notes what it refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from i18n_pipeline.errors import QuotaExceeded, TextsRefused
from i18n_pipeline.model.engine import Answer, Batch, Capabilities
from i18n_pipeline.model.inline import source_markdown
from tests.fakes.plugin_engine import BATCH, PluginEngine


def make(table: Mapping[str, object]) -> "QuotaEngine":
    """The engine; `folder` in its table is where orders and answers are."""
    return QuotaEngine(Path(str(table["folder"])))


@dataclass
class QuotaEngine(PluginEngine):
    """One request at a time, as ordered. One more order: `quota`, how many characters it answers in all."""

    name: str = "quota"
    capabilities: Capabilities = Capabilities(  # noqa: RUF009 - frozen
        tags=True, paid=True, steady=True, batch_texts=BATCH
    )

    def translate(self, batch: Batch) -> tuple[Answer, ...]:
        """The texts in capitals, each billed by its length, or what the orders say."""
        texts = [source_markdown(query.content) for query in batch.queries]
        quota = json.loads((self.folder / "orders.json").read_text(encoding="utf-8")).get("quota")
        if quota is not None and self.answered() + sum(map(len, texts)) > quota:
            raise QuotaExceeded("the quota of this month is used up.")
        try:
            answers = super().translate(batch)
        except TextsRefused:
            with (self.folder / "refused.txt").open("a", encoding="utf-8") as file:
                file.writelines(f"{text}\n" for text in texts)
            raise
        return tuple(
            replace(answer, billed_characters=len(text)) for answer, text in zip(answers, texts, strict=True)
        )

    def answered(self) -> int:
        """How many characters it answered so far; the texts are plain, and stand one a line."""
        path = self.folder / "answered.txt"
        return len(path.read_text(encoding="utf-8").replace("\n", "")) if path.exists() else 0
