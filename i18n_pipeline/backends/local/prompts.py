"""The prompts: examples, then the sentence, for a base model that goes on in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n_pipeline.backends.local.completion import Completion
from i18n_pipeline.backends.local.examples import CAREERS, GENERAL, GLOSSARY, GLOSSARY_TERM, MIXED, Pair

VERSION = "1"
"""Goes up with every change that changes drafts: prompts, examples, choice, polish."""

_CHARACTERS_PER_TOKEN = 2.2
_SPARE_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Prompt:
    """A header and examples."""

    header: str
    examples: tuple[Pair, ...]

    @property
    def prefix(self) -> str:
        """What every request of this prompt begins with."""
        header = f"{self.header}\n\n" if self.header else ""
        return header + "".join(_line(dutch, english) for dutch, english in self.examples)

    def completion(self, text: str, terms: Mapping[str, str]) -> Completion:
        """The request to translate `text`, a single line, with glossary terms (Dutch → English)."""
        shown = _line(*GLOSSARY, terms=dict([GLOSSARY_TERM])) if terms else ""
        most = int(len(text) / _CHARACTERS_PER_TOKEN) + _SPARE_TOKENS
        return Completion(self.prefix, shown + _line(text, None, terms=terms), most)


def _line(dutch: str, english: str | None, terms: Mapping[str, str] | None = None) -> str:
    pairs = "; ".join(f"{source} = {target}" for source, target in (terms or {}).items())
    glossary = f"Glossary: {pairs}\n" if pairs else ""
    return f"{glossary}Dutch: {dutch}\nEnglish:" + ("" if english is None else f" {english}\n")


_HEADER = "Dutch sentences from articles and news, each with its English translation."
_CAREERS = Prompt(_HEADER, CAREERS)
_GENERAL = Prompt("", GENERAL)
_MIXED = Prompt(_HEADER, MIXED)
_MIXED_BARE = Prompt("", MIXED)

BEST = (_CAREERS, _GENERAL, _MIXED, _MIXED_BARE)
FAST = (_MIXED,)

EXAMPLE_TARGETS = frozenset(english for _, english in (*CAREERS, *GENERAL, *MIXED, GLOSSARY))
"""Texts that a draft must not recite."""
