"""A text cut into sentences."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from i18n_pipeline.formats.srx import engine, rulesets
from i18n_pipeline.formats.srx.notation import read
from i18n_pipeline.formats.srx.patterns import Compile, compiled
from i18n_pipeline.model.language import base

Split = Callable[[str], list[str]]
"""A text in, its sentences out; joined they are the text, white space stands at the end of its sentence."""

_BLOCK = re.compile(r".*?(?:\r?\n[^\S\r\n]*\r?\n\s*|\Z)", re.DOTALL)
# No Dutch rule breaks a text unless a stop stands before white space, a capital or a sign in it, or it has a
# smiley, an emoji or a line that begins with one.
_ONE_SENTENCE = re.compile(
    r"(?:[^.!?…:;\n\u200d\u203c\u2049\u2139\u2190-\ufffb\ufffd-\U0010ffff]++"
    r"|[.!?…](?=[a-z0-9/_,])|[:;](?![-)(DP])|\n(?=\w))*+"
    r"[.!?…]*+[)'\"’”]*+\s*+"
)


def splitter(language: str = "nl", rules: str | None = None, compiled: Compile = compiled) -> Split:
    """The sentence splitter of a language.

    `rules` is the text of an SRX file that takes the place of the built-in rules, which are the
    project's own for Dutch and behind them LanguageTool's. A blank line always ends a sentence, so that
    a paragraph's sentences never depend on the next paragraph. U+FFFC stands for an inline code and
    counts as a capitalised word. `compiled` compiles the rules' patterns, or knows how they came out before.

    Raises UsageError with the line of what is wrong in `rules`, or if a language has no rules.
    """
    cut = _cutter(language, rules, compiled)

    def split(text: str) -> list[str]:
        return list(_with_white_space_behind(piece for block in _blocks(text) for piece in cut(block)))

    return split


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs with the blank lines behind them; white space before the first is one of them."""
    body = text.lstrip()
    if len(body) < len(text):
        yield text[: len(text) - len(body)]
    yield from filter(None, _BLOCK.findall(body) if "\n" in body else [body])


def _with_white_space_behind(pieces: Iterable[str]) -> Iterator[str]:
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
def _cutter(language: str, rules: str | None, compiled: Compile) -> Split:
    if rules is not None:
        return engine.split_by(rulesets.checked(read(rules), language), compiled)
    code = base(language)
    cut = engine.split_by(rulesets.built_in(code), compiled)
    return _past_single_sentences(cut) if code == "nl" else cut


def _past_single_sentences(cut: Split) -> Split:
    return lambda text: [text] if _ONE_SENTENCE.fullmatch(text) else cut(text)
