"""What makes two requests the same, so that an answer on disk serves both."""

import json
from collections.abc import Sequence
from hashlib import sha256

from i18n_pipeline.model.engine import Query
from i18n_pipeline.model.inline import Content, Placeholder, merged, placeholders


def question_of(query: Query, *, fingerprint: str, source_language: str, target_language: str) -> str:
    """A digest of engine, languages, the terms that occur, and the text with its placeholders."""
    parts = [
        fingerprint,
        source_language,
        target_language,
        sorted(query.terms.items()),
        [part if isinstance(part, str) else [part.id, part.kind, part.source] for part in query.content],
    ]
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def packed(content: Content) -> str:
    """Content as JSON: texts as strings, placeholders as `[id, kind]`."""
    parts = [part if isinstance(part, str) else [part.id, part.kind.value] for part in content]
    return json.dumps(parts, ensure_ascii=False)


def unpacked(text: str, original: Content) -> Content | None:
    """Content with the original's placeholders in place of `[id, kind]`; None where one is missing there."""
    codes: dict[tuple[int, str], Placeholder] = {
        (code.id, code.kind.value): code for code in placeholders(original)
    }
    parts: Sequence[str | list[int | str]] = json.loads(text)
    result: list[str | Placeholder] = []
    for part in parts:
        if isinstance(part, str):
            result.append(part)
            continue
        code = codes.get((int(part[0]), str(part[1])))
        if code is None:
            return None
        result.append(code)
    return merged(tuple(result))
