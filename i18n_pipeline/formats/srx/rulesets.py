"""Rules in choppa's hands: those of an SRX document, and LanguageTool's, which choppa ships."""

from collections.abc import Callable
from importlib import resources
from typing import Any

import regex  # type: ignore[import-untyped]  # choppa's engine for patterns, without types
from choppa import DEFAULT_SRX_RULESET, SrxDocument, SrxTextIterator
from choppa.structures import LanguageRule
from choppa.structures import Rule as ChoppaRule
from choppa.utils import create_lookbehind_pattern

from i18n_pipeline.errors import Place, UsageError
from i18n_pipeline.formats.srx.notation import Rule, Srx, read

# Exceptions that look for a bracket behind two to four full stops: 400 dots with spaces take them 25 s.
_SLOW = r"\([^\)]*?[\.:][\s\u00A0][^\)]*?[\.:][\s\u00A0]"
_LONGEST = SrxTextIterator.DEFAULT_MAX_LOOKBEHIND_CONSTRUCT_LENGTH
_FOR_ALL_LANGUAGES = {"GeneralImportant", "ByTwoLineBreaks", "Default"}


def built_in(language: str) -> list[LanguageRule]:
    """The project's rules for a language, where it has some, and LanguageTool's behind them."""
    own = resources.files("i18n_pipeline.formats") / "data" / f"{language}.srx"
    rules = mapped(read(own.read_text("utf-8")), language) if own.is_file() else []
    return [*rules, *bundled(language)]


def bundled(language: str) -> list[LanguageRule]:
    """LanguageTool's rules for a language (`nl`), without those for all languages' odd formats.

    "Default" looks for marks of Anaphraseus and for subtitles; one of its rules stops at every single
    character. Raises UsageError where there are no rules for the language.
    """
    document = SrxDocument(ruleset=DEFAULT_SRX_RULESET)
    found = document.get_language_rule_list(f"{language}_two")
    if not {rules.name for rules in found} - _FOR_ALL_LANGUAGES:
        problem = f"There are no sentence rules for the language {language!r}."
        raise UsageError(problem, mending="Name an .srx file that has them, or segment by paragraph.")
    return [_without_slow_ones(rules) for rules in found if rules.name != "Default"]


def _without_slow_ones(rules: LanguageRule) -> LanguageRule:
    return LanguageRule(
        rules.name, [rule for rule in rules.rules if not rule.before_pattern.startswith(_SLOW)]
    )


def mapped(srx: Srx, language: str) -> list[LanguageRule]:
    """An SRX document's rules for a language; raises UsageError where it has none."""
    return [
        LanguageRule(name, [_for_choppa(rule) for rule in srx.rules[name]]) for name in _names(srx, language)
    ]


def checked(srx: Srx, language: str) -> list[LanguageRule]:
    """The same, once every pattern has been compiled; raises UsageError with the line of one that won't."""
    document = SrxDocument()
    for name in _names(srx, language):
        for rule in srx.rules[name]:
            before = rule.before if rule.breaks else create_lookbehind_pattern(rule.before, _LONGEST)
            for pattern in (before, rule.after):
                _compile(document.compile, pattern, rule.line)
    return mapped(srx, language)


def _names(srx: Srx, language: str) -> list[str]:
    names = [
        entry.rules
        for entry in srx.maps
        if _compile(regex.compile, entry.pattern, entry.line).fullmatch(language)
    ]
    if not names:
        problem = f"No <languagemap> of the segmentation rules matches the language {language!r}."
        raise UsageError(problem, mending='Add one, such as languagepattern="nl.*".')
    return names if srx.cascade else names[:1]


def _for_choppa(rule: Rule) -> ChoppaRule:
    return ChoppaRule(rule.breaks, rule.before, rule.after)


def _compile(compiler: Callable[[str], Any], pattern: str, line: int) -> Any:
    try:
        return compiler(pattern)
    except regex.error as error:
        problem = f"{pattern!r} is no regular expression: {error}."
        mending = "Mend the pattern in the segmentation rules."
        raise UsageError(problem, place=Place("", line), mending=mending) from error
