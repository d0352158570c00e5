"""Defects made of good translations, always the same ones: a kind's function gives None where it can't."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Text:
    """A good translation."""

    source: str
    target: str
    title: bool = False


Mutator = Callable[[Text], str | None]
"""Gives the translation with the defect."""

_CODES = re.compile(r"`[^`]*`|\]\([^)]*\)|\]\[[^]]*\]|<[^>]*>|\[[^]]*\]|\S+@\S+")


def _at(text: str, count: int) -> int:
    """A number below `count` that hangs on the text alone."""
    return crc32(text.encode()) % count


def _one(pattern: str, text: str, instead: Callable[[re.Match[str]], str]) -> str | None:
    """One match, outside codes, replaced."""
    taken = [match.span() for match in _CODES.finditer(text)]
    found = [
        match
        for match in re.finditer(pattern, text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    if not found:
        return None
    match = found[_at(text, len(found))]
    return text[: match.start()] + instead(match) + text[match.end() :]


def _link_lost(text: Text) -> str | None:
    lost = re.sub(r"\[([^]]*)\](?:\([^)]*\)|\[[^]]*\])", r"\1", text.target)
    return lost if lost != text.target else None


def _link_changed(text: Text) -> str | None:
    changed = re.sub(
        r"\]\(([^)]*)\)|\]\[([^]]*)\]", lambda match: match[0][:-1] + "x" + match[0][-1], text.target
    )
    return changed if changed != text.target else None


def _code_changed(text: Text) -> str | None:
    changed = re.sub(r"`([^`]*)`", r"`\1 s`", text.target)
    return changed if changed != text.target else None


def _emphasis_lost(text: Text) -> str | None:
    lost = re.sub(r"\*\*?([^*]+)\*\*?", r"\1", text.target)
    return lost if lost != text.target else None


def _number_changed(text: Text) -> str | None:
    return _one(r"\d(?=\D*$|[.,]?\d*)", text.target, lambda match: str((int(match[0]) + 4) % 10))


def _number_lost(text: Text) -> str | None:
    return _one(r" (?:€ ?)?\d[\d.,]*\d%?(?![\w:])|€\d[\d.,]*\d", text.target, lambda _: "")


def _dutch_notation(text: Text) -> str | None:
    return _one(
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\d+\.\d{1,2}(?!\d| [ap]m)",
        text.target,
        lambda match: match[0].translate(str.maketrans(",.", ".,")),
    )


def _negation_lost(text: Text) -> str | None:
    lost = re.sub(r"\b(?:do|does|did) not |\bdon['’]t | not\b|n['’]t\b|\bno ", "", text.target, count=1)
    left = re.search(r"\b(?:not|no|never|nothing|nobody|without|rarely|unless)\b|n['’]t", lost, re.IGNORECASE)
    return (
        lost
        if lost != text.target and not left and re.search(r"\b(?:niet|geen|nooit)\b", text.source)
        else None
    )


def _untranslated(text: Text) -> str | None:
    return (
        text.source
        if len(text.source.split()) > 3 and not text.title and text.source != text.target
        else None
    )


def _half_dutch(text: Text) -> str | None:
    if len(text.source.split()) < 8 or _CODES.search(text.source):
        return None
    ours, theirs = text.source.split(), text.target.split()
    return " ".join(theirs[: len(theirs) // 2] + ours[len(ours) // 2 :])


def _cut(text: Text) -> str | None:
    words = text.target.split()
    return (
        " ".join(words[: len(words) // 4]) + "."
        if len(words) > 9 and not _CODES.search(text.target)
        else None
    )


def _padded(text: Text) -> str | None:
    if len(text.target) < 40 or _CODES.search(text.target):
        return None
    return f"{text.target} Of course this may be different in your own situation. {text.target}"


def _sentence_lost(text: Text) -> str | None:
    parts = re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", text.target)
    return " ".join(parts[:-1]) if len(parts) > 1 and "[" not in parts[-1] else None


def _end_mark_lost(text: Text) -> str | None:
    return re.sub(r"[.?!:]$", "", text.target) if text.target[-1] in ".?!:" else None


def _question_lost(text: Text) -> str | None:
    return text.target[:-1] + "." if text.target.endswith("?") else None


def _bracket_lost(text: Text) -> str | None:
    return _one(r"[()]", text.target, lambda _: "") or _one(
        r" (\w+)([.,?!:]?)$", text.target, lambda m: f" ({m[1]}{m[2]}"
    )


def _quote_lost(text: Text) -> str | None:
    return _one(r"[“”\"]|(?<!\w)['‘](?=\w)", text.target, lambda _: "")


def _dutch_quotes(text: Text) -> str | None:
    word = _one(r"(?<= )[a-z]{5,}(?= )", text.target, lambda match: f"„{match[0]}”")
    return word.replace("„", ",,").replace("”", "''") if word and _at(text.target, 2) else word


def _word_doubled(text: Text) -> str | None:
    words = r"(?<![\w'’-])(?!(?:that|had|is|in|on|do|so|her)\b)[a-z]+(?= )"
    return _one(words, text.target, lambda match: f"{match[0]} {match[0]}")


def _double_space(text: Text) -> str | None:
    return _one(r"(?<=\w) (?=\w)", text.target, lambda _: "  ")


def _capital_lost(text: Text) -> str | None:
    name = re.match(r"(?:I|LinkedIn|UWV|ASML|Van|The UWV|Noor|CV)\b", text.target)
    plain = re.match(r"[A-Z][a-z]*\b", text.target)
    return text.target[0].lower() + text.target[1:] if plain and not name else None


def _title_mixed(text: Text) -> str | None:
    if not text.title or len(re.findall(r" [a-z]{5,}", text.target)) < 2:
        return None
    return _one(
        r"(?<=[a-z] )(?!about|without|after)[a-z]{5,}", text.target, lambda match: match[0].capitalize()
    )


def _mojibake(text: Text) -> str | None:
    typeset = text.target.replace("'", "’").replace('"', "”")
    broken = re.sub(r"[’‘“€é]", lambda match: match[0].encode().decode("cp1252", "ignore"), typeset)
    return broken if broken != typeset else None


def _html(text: Text) -> str | None:
    forms = ("<b>{}</b>", '<g id="7">{}</g>', "{}<br/>", '<x id="3"/>{}', "{}&amp;nbsp;")
    form = forms[_at(text.target, len(forms))]
    return _one(r"(?<= )[a-z]{4,}(?= )", text.target, lambda match: form.format(match[0]))


MUTATORS: Mapping[str, tuple[Mutator, frozenset[str]]] = {
    "link lost": (_link_lost, frozenset({"placeholder-missing"})),
    "link changed": (_link_changed, frozenset({"placeholder-changed", "placeholder-missing"})),
    "code changed": (_code_changed, frozenset({"placeholder-changed"})),
    "emphasis lost": (_emphasis_lost, frozenset({"placeholder-missing"})),
    "number changed": (_number_changed, frozenset({"number-changed", "number-missing", "number-added"})),
    "number lost": (_number_lost, frozenset({"number-missing", "number-changed", "percent-missing"})),
    "Dutch notation": (_dutch_notation, frozenset({"number-notation"})),
    "negation lost": (_negation_lost, frozenset({"negation-missing"})),
    "untranslated": (_untranslated, frozenset({"untranslated"})),
    "half Dutch": (_half_dutch, frozenset({"still-dutch"})),
    "cut short": (_cut, frozenset({"too-short"})),
    "padded": (_padded, frozenset({"too-long", "sentence-count"})),
    "sentence lost": (_sentence_lost, frozenset({"sentence-count", "too-short"})),
    "end mark lost": (_end_mark_lost, frozenset({"end-mark-lost"})),
    "question lost": (_question_lost, frozenset({"end-mark-lost"})),
    "bracket lost": (_bracket_lost, frozenset({"bracket-unbalanced"})),
    "quote lost": (_quote_lost, frozenset({"quote-unbalanced"})),
    "Dutch quotes": (_dutch_quotes, frozenset({"dutch-quotes"})),
    "word doubled": (_word_doubled, frozenset({"word-doubled"})),
    "double space": (_double_space, frozenset({"double-space"})),
    "space at the start": (lambda text: f" {text.target}", frozenset({"leading-space"})),
    "space at the end": (lambda text: f"{text.target} ", frozenset({"trailing-space"})),
    "capital lost": (_capital_lost, frozenset({"capital-lost"})),
    "mixed title": (_title_mixed, frozenset({"title-mixed"})),
    "mojibake": (_mojibake, frozenset({"mojibake"})),
    "HTML": (_html, frozenset({"html-added", "placeholder-added"})),
}
"""Each kind by name: what makes it, and the codes of which one has to come."""
