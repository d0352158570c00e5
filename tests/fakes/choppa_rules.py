"""choppa as the reference for sentence rules."""

from collections.abc import Callable, Iterable

from choppa import SrxDocument, SrxTextIterator
from choppa.structures import LanguageRule
from choppa.structures import Rule as ChoppaRule

from i18n_pipeline.formats.srx.notation import Rule


def choppa_by(rules: Iterable[Rule]) -> Callable[[str], list[str]]:
    """A function that cuts a text by these rules in the way of choppa."""
    document = SrxDocument()
    own = LanguageRule("all", [ChoppaRule(rule.breaks, rule.before, rule.after) for rule in rules])
    document.add_language_map("all", own)
    return lambda text: list(SrxTextIterator(document, "all", text))
