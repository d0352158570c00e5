"""A text cut into sentences."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources

from i18n_pipeline.formats.srx.notation import read

Split = Callable[[str], list[str]]
"""A text in, its sentences out; joined they are the text, white space stands at the end of its sentence."""

_BLOCK = re.compile(r".*?(?:\r?\n[^\S\r\n]*\r?\n\s*|\Z)", re.DOTALL)
_OWN_RULES = ("nl",)


def splitter(language: str = "nl", rules: str | None = None) -> Split:
    """The sentence splitter of a language.

    `rules` is the text of an SRX file that takes the place of the built-in rules, which are the
    project's own for Dutch and behind them LanguageTool's. A blank line always ends a sentence, so that
    a paragraph's sentences never depend on the next paragraph. U+FFFC stands for an inline code and
    counts as a capitalised word.

    Raises UsageError with the line of what is wrong in `rules`, or if a language has no rules.
    """
    cut = _cutter(language, rules)

    def split(text: str) -> list[str]:
        return list(_with_white_space_behind(piece for block in _blocks(text) for piece in cut(block)))

    return split


def _blocks(text: str) -> list[str]:
    return [block for block in _BLOCK.findall(text) if block]


def _with_white_space_behind(pieces: Iterator[str]) -> Iterator[str]:
    """The same text with no piece of white space alone, unless the text is nothing else."""
    held = ""
    for piece in pieces:
        if held and not held.isspace() and not piece.isspace():
            yield held
            held = piece
        else:
            held += piece
    if held:
        yield held


@lru_cache(maxsize=8)
def _cutter(language: str, rules: str | None) -> Split:
    from i18n_pipeline.formats.srx import engine, rulesets  # noqa: PLC0415  # choppa takes a second to import

    if rules is not None:
        return engine.split_by(rulesets.checked(read(rules), language))
    base = re.split("[-_]", language)[0].lower()
    own = rulesets.mapped(read(_own_rules(base)), base) if base in _OWN_RULES else []
    return engine.split_by([*own, *rulesets.bundled(base)])


def _own_rules(language: str) -> str:
    return (resources.files("i18n_pipeline.formats") / "data" / f"{language}.srx").read_text("utf-8")
