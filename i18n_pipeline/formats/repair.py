"""Mojibake mended: UTF-8 that was read as Windows-1252 or Latin-1, and Windows-1252 read as Latin-1."""

import re
from dataclasses import dataclass

from i18n_pipeline.model.misread import may_be_misread

_READ_AS = {"latin-1", "sloppy-windows-1252"}
# Words of characters that Latin-1 or Windows-1252 has: others (an emoji, a Polish letter) were never
# misread, and ftfy, which thinks of a text as a whole, would take them as a sign that nothing was.
_SPECIAL = bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_RUN = re.compile(f"[!-~\x80-\xff{_SPECIAL}]+")
# ™, Î, Ì, å, ¥ and Œ misread: nobody writes so, yet ftfy takes them for text.
_UNSEEN = re.compile(r"â„¢|Ã[ŽŒ¥]|Â¥|\bÅ’(?=[a-z]{2})")
# What a western author types: Latin letters, punctuation, symbols, emoji. ftfy would make "LOGÉ²" "LOGɲ", and
# "GRÅ°" "GRŰ".
_PLAUSIBLE = re.compile(
    "[\0-\u0126\u0128-\u0131\u0133-\u0166\u0168-\u016f\u0171\u0173-\u017f"
    "\u0301-\u0303\u0308\u2000-\u2bff\ufe0f\U0001f000-\U0001faff]*"
)
# The end of a quotation in capitals, which could be "IRMÔ" misread.
_QUOTED_CAPITALS = re.compile("[^a-z]*[A-Z][ÂÃ][»”’›][^a-zA-Z]*")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text and what was changed in it, each word before and after, in order."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


def repair(text: str) -> Repaired:
    """`text` with its misread characters as their author typed them; all else stays as it is.

    Quotes, spaces, entities, line ends, normal forms and lost characters (U+FFFD, `?`) are not touched.
    Meant for prose: in code and addresses such characters may be what they seem.
    """
    if text.isascii():
        return Repaired(text)
    changes: list[tuple[str, str]] = []

    def mended(found: re.Match[str]) -> str:
        before = found[0]
        after = _mended(before) if may_be_misread(before) else before
        if after != before:
            changes.append((before, after))
        return after

    return Repaired(_RUN.sub(mended, text), tuple(changes))


def _mended(run: str) -> str:
    if _QUOTED_CAPITALS.fullmatch(run):
        return run
    from ftfy import TextFixerConfig, fix_encoding_and_explain  # noqa: PLC0415 - see `may_be_misread`

    mendable = TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False)
    fixed, steps = fix_encoding_and_explain(run, mendable)
    fixed = _UNSEEN.sub(lambda found: found[0].encode("cp1252").decode(), fixed)
    western = all(step.action != "encode" or step.parameter in _READ_AS for step in steps or ())
    return fixed if western and _PLAUSIBLE.fullmatch(fixed) else run
