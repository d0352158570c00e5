"""Rules at work on a text: at each place the first rule that matches decides (SRX 2.0).

A break rule's matches are found one after the other, and begin again behind a break: so do choppa and
segment, whose users wrote the rules that there are.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from i18n_pipeline.formats.srx.notation import Rule
from i18n_pipeline.formats.srx.patterns import Compile, between, compiled


class _Match(NamedTuple):
    """Where a rule's text before the break begins and ends, and where to look for the next one."""

    start: int
    end: int
    resume: int


class _Exceptions:
    """Exceptions that stand together, compiled when a text first comes to them."""

    def __init__(self, rules: Iterable[Rule], compiled: Compile) -> None:
        self._pattern = "|".join(between(rule.before, rule.after) for rule in rules)
        self._compiled = compiled

    @cached_property
    def match(self) -> Callable[[str, int], Any]:
        return self._compiled(self._pattern).match  # type: ignore[no-any-return]


class _Break:
    """A break rule and the exceptions before it, compiled when a text first comes to them."""

    def __init__(self, rule: Rule, exceptions: tuple[_Exceptions, ...], compiled: Compile) -> None:
        self._rule = rule
        self._exceptions = exceptions
        self._compiled = compiled

    @cached_property
    def _search(self) -> Callable[[str, int], Any]:
        return self._compiled(self._rule.before).search  # type: ignore[no-any-return]

    @cached_property
    def _follows(self) -> Callable[[str, int], Any]:
        return self._compiled(self._rule.after).match  # type: ignore[no-any-return]

    def next(self, text: str, position: int) -> _Match | None:
        while position <= len(text) and (before := self._search(text, position)):
            start, end = before.span()
            position = end + (end == start)
            if self._follows(text, end):
                return _Match(start, end, position)
        return None

    def later(self, text: str, match: _Match | None, place: int, begin: int) -> _Match | None:
        """The match, or the first one behind it that begins at `begin` or later and ends behind a place."""
        if match and match.start < begin:
            match = self.next(text, begin)
        while match and match.end <= place:
            match = self.next(text, match.resume)
        return match

    def holds(self, text: str, place: int) -> bool:
        return not any(exceptions.match(text, place) for exceptions in self._exceptions)


def split_by(rules: Iterable[Rule], compiled: Compile = compiled) -> Callable[[str], list[str]]:
    """A function that cuts a text into pieces by these rules, first ones first."""
    breaks = tuple(_breaks(rules, compiled))
    return lambda text: list(_cut(text, breaks))


def _breaks(rules: Iterable[Rule], compiled: Compile) -> Iterator[_Break]:
    exceptions: tuple[_Exceptions, ...] = ()
    for is_break, group in groupby(rules, key=lambda rule: rule.breaks):
        if is_break:
            yield from (_Break(rule, exceptions, compiled) for rule in group)
        else:
            exceptions = (*exceptions, _Exceptions(group, compiled))


def _cut(text: str, breaks: Iterable[_Break]) -> Iterator[str]:
    begin = 0
    found = [(rule, match) for rule in breaks if (match := rule.next(text, 0))]
    while found:
        first, (_, place, _) = min(found, key=_end)
        resume = 0
        if place > begin and first.holds(text, place):
            yield text[begin:place]
            begin = resume = place
        found = [(rule, later) for rule, match in found if (later := rule.later(text, match, place, resume))]
    if begin < len(text):
        yield text[begin:]


def _end(found: tuple[_Break, _Match]) -> int:
    return found[1].end
