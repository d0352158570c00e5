"""DeepL's `/v2/translate`, without the HTTP: a body in, translations or a refusal out."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

from tests.servers.deepl_glossaries import Glossaries
from tests.servers.deepl_words import translated, translated_xml

MOST_TEXTS = 50
MOST_BYTES = 128 * 1024
_NO_FORMALITY = {"EN", "EN-GB", "EN-US"}
_TAG = re.compile(r"<[^>]*>")


class Refusal(Exception):
    """What the server answers in place of translations."""

    def __init__(self, status: int, answer: Mapping[str, str]) -> None:
        super().__init__(status, answer)
        self.status = status
        self.answer = answer


def translations(body: Mapping[str, Any], glossaries: Glossaries) -> list[dict[str, Any]]:
    """One entry for each text; raises Refusal as DeepL would."""
    _refuse_wrong(body)
    terms = _terms(body, glossaries)
    return [_translation(text, body, terms) for text in body["text"]]


def without_tags(text: str) -> str:
    return _TAG.sub("", text)


def _refuse_wrong(body: Mapping[str, Any]) -> None:
    instructions = body.get("custom_instructions") or []
    rules = {
        "Value for 'target_lang' not supported.": not body.get("target_lang"),
        "Parameter 'text' not specified.": not body.get("text"),
        "Too many texts in request.": len(body.get("text") or []) > MOST_TEXTS,
        "'formality' is not supported for given 'target_lang'.": (
            body.get("formality") in {"more", "less"} and body.get("target_lang") in _NO_FORMALITY
        ),
        "Invalid 'custom_instructions'.": (
            len(instructions) > 10
            or any(len(text) > 300 for text in instructions)
            or (bool(instructions) and body.get("model_type") == "latency_optimized")
        ),
    }
    for message, broken in rules.items():
        if broken:
            raise Refusal(400, {"message": message})


def _terms(body: Mapping[str, Any], glossaries: Glossaries) -> Mapping[str, str]:
    """Where several glossaries have a term, the first one's."""
    ids = body.get("glossary_ids") or ([body["glossary_id"]] if body.get("glossary_id") else [])
    terms: dict[str, str] = {}
    for id_ in ids:
        found = glossaries.terms(id_, body.get("source_lang", ""), body["target_lang"])
        if found is None:
            raise Refusal(404, {"message": "Invalid or missing glossary"})
        terms = {**found, **terms}
    return terms


def _translation(text: str, body: Mapping[str, Any], terms: Mapping[str, str]) -> dict[str, Any]:
    if body.get("tag_handling") == "xml" and body.get("tag_handling_version") == "v2":
        try:
            words, characters = translated_xml(text, terms, frozenset(body.get("ignore_tags") or ()))
        except ET.ParseError:
            raise Refusal(400, {"Message": "Tag handling parsing failed, please check input."}) from None
    else:
        words, characters = translated(text, terms), len(text)
    return {
        "detected_source_language": body.get("source_lang", "NL"),
        "text": words,
        "billed_characters": characters,
    }
