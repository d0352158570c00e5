"""What a run would send, counted before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from i18n_pipeline.stages.plan import Plan


@dataclass(frozen=True, slots=True)
class Estimate:
    """Numbers of a run to come.

    `texts` are to be filled in, `distinct` ones that are not paid for yet go to the engine in
    `requests`; `characters` are their source code points without codes, as DeepL bills them.
    """

    articles: int = 0
    segments: int = 0
    texts: int = 0
    distinct: int = 0
    characters: int = 0
    requests: int = 0


def estimate(plans: Sequence[Plan], articles: int) -> Estimate:
    """The numbers of these plans for so many articles."""
    return Estimate(
        articles=articles,
        segments=sum(plan.segments for plan in plans),
        texts=sum(plan.texts for plan in plans),
        distinct=sum(plan.distinct for plan in plans),
        characters=sum(plan.characters for plan in plans),
        requests=sum(len(plan.parcels) for plan in plans),
    )
