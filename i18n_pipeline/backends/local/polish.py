"""What is plainly right whatever the model wrote: quotes, figures, the first letter, the last mark."""

import re

from i18n_pipeline.backends.local.fidelity import quotes

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.,]*\d)")
_DECIMAL = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,]*\d)")
_SWAPPED = str.maketrans(".,", ",.")
_ENGLISH_QUOTES = str.maketrans("„‚«»", "“‘“”")
_CLOSERS = "'\"’”"
_MARKS = ".!?:;…"
_ALWAYS_CAPITAL = re.compile(
    "I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
    "June|July|August|September|October|November|December|English|Dutch|German|French|Spanish|Belgian|European"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WRAPPED = re.compile(r"^([\"'“‘])(.*)([\"'”’])$", re.DOTALL)


def polished(source: str, draft: str) -> str:
    """A draft with English quotes and figures, which begins and ends as its Dutch source does."""
    draft = " ".join(draft.split())
    draft = draft.translate(_ENGLISH_QUOTES)
    draft = _without_added_quotes(source, draft)
    for pattern in (_THOUSANDS, _DECIMAL):
        for figure in set(pattern.findall(source)):
            draft = re.sub(rf"(?<![\d.,]){re.escape(figure)}(?![.,]?\d)", figure.translate(_SWAPPED), draft)
    return _ended_alike(source, _begun_alike(source, draft))


def _without_added_quotes(source: str, draft: str) -> str:
    wrapped = _WRAPPED.match(draft)
    if wrapped and wrapped[1] not in wrapped[2] and source[:1].isalnum():
        return wrapped[2]
    if source[-1:] not in _CLOSERS and draft[-1:] in _CLOSERS and quotes(draft) == quotes(source) + 1:
        return draft[:-1]  # a quotation that goes on in the next sentence
    return draft


def _begun_alike(source: str, draft: str) -> str:
    first, word = _FIRST_WORD.search(source), _FIRST_WORD.search(draft)
    if not first or not word or first[0] == word[0]:
        return draft
    wanted = word[0]
    if first[0][0].isupper() and word[0].islower():
        wanted = word[0][0].upper() + word[0][1:]
    elif first[0][0].islower() and word[0].istitle() and not _stays_capital(word[0], source):
        wanted = word[0].lower()
    return draft[: word.start()] + wanted + draft[word.end() :]


def _stays_capital(word: str, source: str) -> bool:
    return bool(_ALWAYS_CAPITAL.fullmatch(word)) or word in source


def _ended_alike(source: str, draft: str) -> str:
    body, mark, closers = _end(draft)
    _, wanted, wanted_closers = _end(source)
    if mark == wanted or not body or (closers != wanted_closers and (mark or not wanted)):
        return draft
    return body + wanted + closers


def _end(text: str) -> tuple[str, str, str]:
    """A text's words, its last marks (`.`, `?!`), the quotes behind them."""
    unclosed = text.rstrip(_CLOSERS)
    body = unclosed.rstrip(_MARKS)
    return body, unclosed[len(body) :], text[len(unclosed) :]
