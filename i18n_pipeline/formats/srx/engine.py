"""choppa's algorithm, with each exception compiled once and late."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from choppa import SrxDocument, SrxTextIterator
from choppa.rule_manager import RuleManager
from choppa.structures import LanguageRule

_CODE = "source"


class _Document(SrxDocument):
    """A document that hands out `_Rules`, and patterns without building choppa's key for each paragraph."""

    def compile(self, regex: str) -> Any:
        pattern = self.regex_cache.get(regex)
        if pattern is None:
            pattern = self.regex_cache[regex] = super().compile(regex)
        return pattern

    def get_rule_manager(
        self, language_rule_list: list[LanguageRule], max_lookbehind_construct_length: int
    ) -> RuleManager:
        key = str(max_lookbehind_construct_length)
        if key not in self.rule_manager_cache:
            self.rule_manager_cache[key] = _Rules(self, language_rule_list, max_lookbehind_construct_length)
        return self.rule_manager_cache[key]


class _Rules(RuleManager):
    """Break rules, each with the exceptions before it.

    choppa compiles all exceptions again for every break rule that follows them, 0.5 s for Dutch; here
    each is compiled once, when a text first comes to it.
    """

    def __init__(self, document: SrxDocument, languages: list[LanguageRule], longest: int) -> None:
        self.document = document
        self.max_lookbehind_construct_length = longest
        self.break_rule_list = []
        self.exception_pattern_map = {}
        groups: tuple[_Exceptions, ...] = ()
        rules = (rule for language in languages for rule in language.rules)
        for is_break, run in groupby(rules, key=lambda rule: rule.is_break):
            if is_break:
                for rule in run:
                    self.break_rule_list.append(rule)
                    self.exception_pattern_map.setdefault(rule, _AnyOf(groups))
            else:
                pattern = "|".join(self.create_exception_pattern_string(rule) for rule in run)
                groups = (*groups, _Exceptions(document, pattern))


class _Exceptions:
    """The exceptions between two break rules."""

    __slots__ = ("_document", "_match", "_pattern")

    def __init__(self, document: SrxDocument, pattern: str) -> None:
        self._document = document
        self._pattern = pattern
        self._match: Callable[[str, int], object] | None = None

    def match(self, text: str, position: int) -> object:
        if self._match is None:
            self._match = self._document.compile(self._pattern).match
        return self._match(text, position)


class _AnyOf:
    """All exceptions before a break rule; stands in for the one pattern that choppa would compile."""

    __slots__ = ("_groups",)

    def __init__(self, groups: tuple[_Exceptions, ...]) -> None:
        self._groups = groups

    def match(self, text: str, position: int) -> object:
        for group in self._groups:
            if found := group.match(text, position):
                return found
        return None


def split_by(languages: list[LanguageRule]) -> Callable[[str], list[str]]:
    """A function that cuts a text into pieces by these rules, first ones first."""
    document = _Document(cascade=True)
    for language in languages:
        document.add_language_map(_CODE, language)
    return lambda text: list(SrxTextIterator(document, _CODE, text))
