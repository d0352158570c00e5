"""A text as a literal (`|`) or folded (`>`) block scalar with the header of the one that it replaces."""

import re

from i18n_pipeline.formats.front_matter.slot import Slot

_HEADER = re.compile(r"(?P<style>[|>])(?P<signs>[-+1-9]*)(?P<rest>[^\r\n]*)")
_FIRST_LINE = re.compile(r"[\r\n]+( *)[^ \r\n]")


def in_block(text: str, raw: str, slot: Slot, newline: str) -> str | None:
    """The text with `raw`'s style, indentation and, where it serves, chomping; None if it can't be.

    Blank lines behind `raw` are not part of it and stay, so that a text that ends with several
    breaks fits only where the old one ended with as many.
    """
    header = _HEADER.match(raw)
    body = text.rstrip("\n")
    signs = header["signs"] if header else ""
    chomping = _chomping(signs, _final_breaks(text), _final_breaks(slot.text or ""))
    if header is None or not body or chomping is None:
        return None
    margin = _margin(raw, header, slot.indent)
    lines = (_literal if header["style"] == "|" else _folded)(body, " " * margin, newline)
    explicit = re.search("[1-9]", signs) or body.lstrip("\n")[0] in " \t"
    new_signs = f"{margin - slot.indent}{chomping}" if explicit else chomping
    signs = signs if sorted(signs) == sorted(new_signs) else new_signs
    return lines and f"{header['style']}{signs}{header['rest']}{newline}{lines}"


def _final_breaks(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))


def _chomping(signs: str, breaks: int, breaks_before: int) -> str | None:
    if "+" in signs and breaks == breaks_before > 0:
        return "+"
    return {0: "-", 1: ""}.get(breaks)


def _margin(raw: str, header: re.Match[str], parent: int) -> int:
    """The column of the block's text."""
    explicit = re.search("[1-9]", header["signs"])
    if explicit:
        return parent + int(explicit.group())
    first = _FIRST_LINE.search(raw, header.end())
    return len(first.group(1)) if first else parent + 2


def _literal(body: str, margin: str, newline: str) -> str:
    return newline.join(margin + line if line else "" for line in body.split("\n"))


def _folded(body: str, margin: str, newline: str) -> str | None:
    """One line for each of the text's, for a break alone would be read as a space."""
    if re.search(r"^[ \t]|\A\n", body, re.MULTILINE):
        return None
    return margin + re.sub(r"\n+", lambda breaks: newline * (len(breaks.group()) + 1) + margin, body)
