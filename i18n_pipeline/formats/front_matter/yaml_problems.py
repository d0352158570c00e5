"""What YAML rejects, in plain words, with the line and what to do about it."""

import re

import yaml

from i18n_pipeline.errors import ArticleError, Place
from i18n_pipeline.formats.front_matter.yaml_rules import QUOTE, RULES

_BREAK = re.compile(r"\r\n|\r|\n")
# YAML 1.1, 5.1 "Character Set"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def explained(error: Exception, content: str) -> ArticleError:
    """The ArticleError for what `yaml.compose` raised; its line counts from 1 in the content."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _marked(error, content)
    forbidden = _FORBIDDEN.search(content)
    sign = f" U+{ord(forbidden.group()):04X}" if forbidden else ""
    at = forbidden.start() if forbidden else 0
    problem = f"The front matter holds a control character{sign}, which YAML doesn't allow."
    return ArticleError(problem, place=_place(content, at), mending="Delete it.")


def _marked(error: yaml.MarkedYAMLError, content: str) -> ArticleError:
    wording = f"{error.context or ''} {error.problem or ''}"
    problem_at = error.problem_mark.index if error.problem_mark else 0
    before, after = _line_around(content, problem_at)
    for rule in RULES:
        if re.search(rule.wording, wording) and rule.fits(before, after):
            place = _place(content, _beginning(error, problem_at))
            return ArticleError(rule.problem, place=place, mending=rule.mending)
    problem = f"YAML can't read the front matter: {wording.strip()}."
    return ArticleError(problem, place=_place(content, problem_at), mending=QUOTE)


def _beginning(error: yaml.MarkedYAMLError, problem_at: int) -> int:
    """Where the mistake was made: an open quote is noticed only at the end."""
    scanning = re.match("while scanning|while parsing a (flow|quoted)", error.context or "")
    return error.context_mark.index if scanning and error.context_mark else problem_at


def _line_around(content: str, at: int) -> tuple[str, str]:
    before = _BREAK.split(content[:at])[-1]
    return before, _BREAK.split(content[at:], maxsplit=1)[0]


def _place(content: str, at: int) -> Place:
    return Place("", len(_BREAK.findall(content, 0, at)) + 1)
