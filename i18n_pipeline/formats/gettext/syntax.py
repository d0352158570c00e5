"""The grammar of PO lines (GNU gettext manual, "The Format of PO Files"); polib lets much pass."""

import re

from i18n_pipeline.errors import CatalogueError, Place

_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    rf"\s*(?:#(?!~).*|(?:#~\|?\s*)?(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*)?{_STRING}|#~.*)?\s*"
)
_FOLLOWS = {
    "msgctxt": {"", "msgstr"},
    "msgid": {"", "msgctxt", "msgstr"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid", "msgid_plural", "msgstr"},
}


def check(text: str) -> None:
    """Refuse text that is not PO.

    Raises CatalogueError with the line: of what is no PO line, or of an entry that is not complete.
    """
    last, last_line = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise _refusal(f"this is no line of a PO file: {line.strip()[:60]!r}", number)
        keyword = (match["keyword"] or "").partition("[")[0]
        if not keyword or line.lstrip().startswith("#~|"):
            continue
        if last not in _FOLLOWS[keyword]:
            raise _refusal(
                f"`{keyword}` can't follow `{last}`" if last else f"`{keyword}` comes first", number
            )
        last, last_line = keyword, number
    if last not in {"", "msgstr"}:
        raise _refusal(f"the last entry ends with `{last}`", last_line)


def _refusal(problem: str, line: int) -> CatalogueError:
    return CatalogueError(
        f"not a PO file that can be read: {problem}.",
        place=Place("", line),
        mending="`msgfmt --check FILE` says more; mend that line, or restore the file.",
    )
