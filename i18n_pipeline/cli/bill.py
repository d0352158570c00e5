"""What a run costs before it starts: characters, requests, money, and what the engine's quota leaves."""

from dataclasses import dataclass

from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.translation import Translation
from i18n_pipeline.errors import BackendError
from i18n_pipeline.model.engine import Metered, Usage
from i18n_pipeline.stages.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Bill:
    """An estimate with its price (None: there is no rate for the engine) and the engine's quota.

    `quota` is None for an engine without one; `problem` says why nothing could be counted, or why
    the quota is not known.
    """

    engine: str
    estimate: Estimate
    price: float | None = None
    currency: str = ""
    quota: Usage | None = None
    problem: str = ""

    def __str__(self) -> str:
        """The bill in one line."""
        count = self.estimate
        start = f"{count.articles} articles, {count.segments:,} segments: "
        if not count.texts:
            return start + (f"{self.problem}" if self.problem else "nothing to translate.")
        asked = f"{count.texts:,} to translate"
        if not count.distinct:
            return f"{start}{asked}, all of them paid for already."
        sent = f"{count.distinct:,} distinct, {count.characters:,} characters in {count.requests:,} requests"
        return f"{start}{asked}; {sent} to `{self.engine}`{self._money()}.{self._left()}"

    def _money(self) -> str:
        return "" if self.price is None else f", {self.price:,.2f} {self.currency}"

    def _left(self) -> str:
        if self.problem:
            return f" Its quota is not known: {self.problem}"
        if self.quota is None:
            return ""
        if self.quota.left is None:
            return " Its quota has no limit."
        short = "" if self.estimate.characters <= self.quota.left else ", which is too little for this run"
        return f" Its quota leaves {self.quota.left:,} of {self.quota.limit:,} characters{short}."


def bill(project: Project, translation: Translation, *, ask_engine: bool = True) -> Bill:
    """The bill of a translation; `ask_engine`: the engine is asked for its quota, which costs nothing."""
    name, count = translation.engine.name, translation.estimate
    rate = project.settings.budget.price_per_million.get(name)
    price = None if rate is None else rate * count.characters / 1e6
    quota, problem = None, str(translation.problem or "")
    if ask_engine and count.distinct:
        try:
            quota = _usage(translation)
        except BackendError as error:
            problem = str(error)
    return Bill(name, count, price, project.settings.budget.currency, quota, problem)


def _usage(translation: Translation) -> Usage | None:
    if translation.engine.made is None:
        return None
    backend: object = translation.engine.made.backend
    return backend.usage() if isinstance(backend, Metered) else None
