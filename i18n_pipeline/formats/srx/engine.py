"""Rules at work on a text: at each place the first rule that matches decides (SRX 2.0).

A break rule's matches are found one after the other, and begin again behind a break: so do choppa and
segment, whose users wrote the rules that there are.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from i18n_pipeline.formats.srx.notation import Rule
from i18n_pipeline.formats.srx.patterns import between, compiled


class _Match(NamedTuple):
    """Where a rule's text before the break begins and ends, and where to look for the next one."""

    start: int
    end: int
    resume: int


class _Exceptions:
    """Exceptions that stand together, compiled when a text first comes to them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._pattern = "|".join(between(rule.before, rule.after) for rule in rules)

    @cached_property
    def match(self) -> Callable[[str, int], Any]:
        return compiled(self._pattern).match  # type: ignore[no-any-return]


class _Break:
    """A break rule and the exceptions before it."""

    def __init__(self, rule: Rule, exceptions: tuple[_Exceptions, ...]) -> None:
        self._search = compiled(rule.before).search
        self._follows = compiled(rule.after).match
        self._exceptions = exceptions

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


def split_by(rules: Iterable[Rule]) -> Callable[[str], list[str]]:
    """A function that cuts a text into pieces by these rules, first ones first."""
    breaks = tuple(_breaks(rules))
    return lambda text: list(_cut(text, breaks))


def _breaks(rules: Iterable[Rule]) -> Iterator[_Break]:
    exceptions: tuple[_Exceptions, ...] = ()
    for is_break, group in groupby(rules, key=lambda rule: rule.breaks):
        if is_break:
            yield from (_Break(rule, exceptions) for rule in group)
        else:
            exceptions = (*exceptions, _Exceptions(group))


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
