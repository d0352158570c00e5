"""The front matter rules out of their tables."""

from collections.abc import Iterable, Mapping

from i18n_pipeline.config.table import Table
from i18n_pipeline.model.language import base as base_of
from i18n_pipeline.model.rules import FrontMatterRules

_LISTS = ("translate", "taxonomy", "copy", "drop")
_MAPPINGS = ("derive", "set")


def default_rules(name: str, language: str) -> FrontMatterRules:
    """What holds for the target `name` where the settings are silent: `english_title` is for English."""
    derive = {"english_title": "title"} if base_of(language) == "en" else {}
    return FrontMatterRules(derive=derive, set={"lang": name})


def read_rules(table: Table, base: FrontMatterRules) -> FrontMatterRules:
    """The table's rules in place of those in `base`; a key named here leaves the rules of `base`.

    Raises UsageError for a key that two rules of the table name.
    """
    written = _written(table)
    rules = FrontMatterRules(
        translate=table.texts("translate", _others(base.translate, written)),
        taxonomy=table.texts("taxonomy", _others(base.taxonomy, written)),
        copy=table.texts("copy", _others(base.copy, written)),
        drop=table.texts("drop", _others(base.drop, written)),
        derive=table.mapping("derive", _other_items(base.derive, written)),
        set=table.mapping("set", _other_items(base.set, written)),
        status_key=table.text("status_key", base.status_key),
    )
    table.close()
    return rules


def _written(table: Table) -> set[str]:
    rule_of: dict[str, str] = {}
    for rule in (*_LISTS, *_MAPPINGS):
        for key in _keys(table, rule):
            if rule_of.setdefault(key, rule) != rule:
                table.refuse(rule, f"{key!r} stands in `{rule_of[key]}` too.", "Leave it in one of the two.")
    return set(rule_of)


def _keys(table: Table, rule: str) -> Iterable[str]:
    return table.texts(rule, ()) if rule in _LISTS else table.mapping(rule, {})


def _others(keys: tuple[str, ...], written: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in written)


def _other_items(mapping: Mapping[str, str], written: set[str]) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if key not in written}
