"""How far the whole project is, whatever part of it the run was about."""

from collections.abc import Sequence

from i18n_pipeline.model.progress import Snapshot, snapshots
from i18n_pipeline.model.report import RunReport


def standing(report: RunReport, at: str, history: Sequence[Snapshot]) -> list[Snapshot]:
    """Each language's last snapshot; of one without history what the report itself says.

    A language that the settings no longer have gets no snapshot when a day begins, so that it is left out.
    """
    mine = {each.target: each for each in snapshots(report, at)}
    last = {each.target: each for each in history}
    today = history[-1].at[:10] if history else ""
    live = {name: each for name, each in last.items() if name in mine or each.at[:10] == today}
    return list((mine | live).values())


def total(standing: Sequence[Snapshot], name: str) -> int:
    """The sum of one of their numbers."""
    return sum(int(getattr(each, name)) for each in standing)
