"""Where the front matter begins and ends.

Whether there is YAML is python-frontmatter's word. It strips what it splits, so the spans are found
here: the delimiters are those of its YAMLHandler and TOMLHandler, as it sees a file: CR and CRLF
count as line ends, white space before the first delimiter doesn't count. A byte order mark may stand
before it as well.
"""

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from i18n_pipeline.formats.front_matter.fields import Notation

_BLANKS = r"[^\S\r\n]*"
_BREAK = r"(?:\r\n|\r|\n)"


@dataclass(frozen=True, slots=True)
class Parts:
    """An article's text in four: `opening` and `closing` are the delimiters' lines."""

    notation: Notation
    opening: str
    content: str
    closing: str
    body: str


def _fences(signs: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    # A byte order mark right behind the opening line is passed over, for libyaml doesn't count it.
    opening = re.compile(rf"\ufeff?\s*{signs}{_BLANKS}{_BREAK}\ufeff*")
    closing = re.compile(rf"(?:^|(?<=\r)){signs}{_BLANKS}(?:{_BREAK}|\Z)", re.MULTILINE)
    return opening, closing


_YAML = YAMLHandler()
_FENCES = {Notation.YAML: _fences("-{3,}"), Notation.TOML: _fences(r"\+{3,}")}


def split(text: str) -> Parts:
    """The text's parts; joined, they are the text. Without two delimiters all of it is body."""
    for notation, (opening, closing) in _FENCES.items():
        if notation is Notation.YAML and not _YAML.detect(text.lstrip("\ufeff").lstrip().replace("\r", "\n")):
            continue
        first = opening.match(text)
        last = first and closing.search(text, first.end())
        if first and last:
            content = text[first.end() : last.start()]
            return Parts(notation, first.group(), content, last.group(), text[last.end() :])
    return Parts(Notation.NONE, "", "", "", text)
