"""Which rules a language has: those of an SRX document, and LanguageTool's, which choppa ships."""

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import regex  # type: ignore[import-untyped]  # has no types

from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.formats.srx.notation import LanguageMap, Rule, Srx, read
from i18n_pipeline.formats.srx.patterns import between, compiled
from i18n_pipeline.model.sentence import ended

# Exceptions that look for a bracket behind two to four full stops: 400 dots with spaces take them 25 s.
_SLOW = r"\([^\)]*?[\.:][\s\u00A0][^\)]*?[\.:][\s\u00A0]"
_FOR_ALL_LANGUAGES = {"GeneralImportant", "ByTwoLineBreaks", "Default"}


def built_in(language: str) -> list[Rule]:
    """The project's rules for a language, where it has some, and LanguageTool's behind them."""
    own = resources.files("i18n_pipeline.formats") / "data" / f"{language}.srx"
    rules = mapped(read(own.read_text("utf-8")), language) if own.is_file() else []
    return [*rules, *bundled(language)]


def bundled(language: str) -> list[Rule]:
    """LanguageTool's rules for a language (`nl`), without those for all languages' odd formats.

    "Default" looks for marks of Anaphraseus and for subtitles; one of its rules stops at every single
    character. Raises UsageError where there are no rules for the language.
    """
    document = _languagetool()
    names = _names(document, f"{language}_two")
    if not set(names) - _FOR_ALL_LANGUAGES:
        problem = f"There are no sentence rules for the language {language!r}."
        raise UsageError(problem, mending="Name an .srx file that has them, or segment by paragraph.")
    rules = _rules(document, [name for name in names if name != "Default"])
    return [rule for rule in rules if not rule.before.startswith(_SLOW)]


@cache
def _languagetool() -> Srx:
    """Read without importing choppa, which takes most of a second: it loads an XML Schema library."""
    found = find_spec("choppa")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'choppa'", name="choppa")
    return read(
        Path(found.origin).with_name("data").joinpath("srx", "languagetool_segment.srx").read_text("utf-8")
    )


def mapped(srx: Srx, language: str) -> list[Rule]:
    """An SRX document's rules for a language; raises UsageError where it has none."""
    return _rules(srx, _names(srx, language))


def checked(srx: Srx, language: str) -> list[Rule]:
    """The same, once every pattern has been compiled; raises UsageError with the line of one that won't."""
    rules = mapped(srx, language)
    for rule in rules:
        for pattern in (rule.before, rule.after) if rule.breaks else (between(rule.before, rule.after),):
            _compile(compiled, pattern, rule.line)
    return rules


def _rules(srx: Srx, names: list[str]) -> list[Rule]:
    return [rule for name in names for rule in srx.rules[name]]


def _names(srx: Srx, language: str) -> list[str]:
    names = [entry.rules for entry in srx.maps if _fits(entry, language)]
    if not names:
        problem = f"No <languagemap> of the segmentation rules matches the language {language!r}."
        raise UsageError(problem, mending='Add one, such as languagepattern="nl.*".')
    return names if srx.cascade else names[:1]


def _fits(entry: LanguageMap, language: str) -> bool:
    try:
        pattern = re.compile(entry.pattern)  # ten times as fast as `regex`
    except re.error:
        pattern = _compile(regex.compile, entry.pattern, entry.line)
    return pattern.fullmatch(language) is not None


def _compile(compiler: Callable[[str], Any], pattern: str, line: int) -> Any:
    try:
        return compiler(pattern)
    except regex.error as error:
        problem = f"{pattern!r} is no regular expression: {ended(error)}"
        mending = "Mend the pattern in the segmentation rules."
        raise UsageError(problem, place=Place("", line), mending=mending) from error
