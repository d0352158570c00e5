"""A language model that needs no machine: a chat request's body in, a completion or a refusal out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.servers.deepl_words import translated_xml


class Refused(Exception):
    """What the server answers in place of a completion."""

    def __init__(self, status: int, error: Any) -> None:
        super().__init__(status, error)
        self.status = status
        self.error = error


def says(text: str, terms: Mapping[str, str]) -> str:
    """A faithful translation."""
    return translated_xml(text, terms, frozenset({"x"}))[0]


@dataclass
class Model:
    """Translates what it is given, in the form that it is told.

    `name`: the only one it answers to; `forms`: the kinds of `response_format` that it takes;
    `unknown`: parameters that it refuses, with its words; `room`: words of an answer after which it is
    cut off; `context`: characters of a request that it refuses to pass; `says`: a text's translation;
    `obeys`: what it writes, as its whole answer, where a text has some words in it.
    """

    name: str = "test"
    forms: frozenset[str] = frozenset({"json_schema", "json_object"})
    unknown: Mapping[str, str] = field(default_factory=dict)
    room: int = 10_000
    context: int = 1_000_000
    says: Callable[[str, Mapping[str, str]], str] = says
    obeys: Mapping[str, str] = field(default_factory=dict)

    def completion(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a request; raises Refused."""
        self._refuse_wrong(body)
        content = self._content(body)
        words = content.split()
        cut = len(words) > self.room
        asked = sum(len(message["content"].split()) for message in body["messages"])
        return {
            "object": "chat.completion",
            "model": self.name,
            "choices": [
                {
                    "index": 0,
                    "message": {
                        "role": "assistant",
                        "content": " ".join(words[: self.room]) if cut else content,
                    },
                    "finish_reason": "length" if cut else "stop",
                }
            ],
            "usage": {
                "prompt_tokens": asked,
                "completion_tokens": len(words),
                "total_tokens": asked + len(words),
            },
        }

    def _refuse_wrong(self, body: Mapping[str, Any]) -> None:
        if body.get("model") != self.name:
            raise Refused(
                404, {"message": f"model '{body.get('model')}' not found", "type": "not_found_error"}
            )
        form = body.get("response_format", {}).get("type")
        if form and form not in self.forms:
            raise Refused(400, f"'response_format.type' must be one of {sorted(self.forms)}")
        for name, words in self.unknown.items():
            if name in body or name in {message["role"] for message in body["messages"]}:
                raise Refused(400, {"message": words, "type": "invalid_request_error"})
        if sum(len(message["content"]) for message in body["messages"]) > self.context:
            raise Refused(400, {"message": "too much", "code": "context_length_exceeded"})

    def _content(self, body: Mapping[str, Any]) -> str:
        given = json.loads(body["messages"][-1]["content"].splitlines()[-1])
        for words, answer in self.obeys.items():
            if any(words in text for text in given["texts"].values()):
                return answer
        terms = given.get("glossary", {})
        answers = {number: self.says(text, terms) for number, text in given["texts"].items()}
        if "response_format" in body or '{"1": ' in body["messages"][0]["content"]:
            return json.dumps(answers, ensure_ascii=False)
        return "\n".join(f"[{number}] {answer}" for number, answer in answers.items())
