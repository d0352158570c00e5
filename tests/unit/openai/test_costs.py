"""What a server that is paid costs, with the model behind the backend's own port."""

from collections.abc import Mapping
from typing import Any

from i18n_pipeline.backends.openai import OpenAIBackend, OpenAISettings
from i18n_pipeline.backends.openai.refusal import Refusal
from i18n_pipeline.model.engine import Answer, Batch, Query
from i18n_pipeline.model.inline import Content, Kind, Placeholder
from tests.servers.openai_model import Model, Refused, says

BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")


class Direct:
    """A server without a network."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.closed = 0

    def post(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            return self._model.completion(body)
        except Refused as refused:
            raise Refusal(refused.status, str(refused.error)) from None

    def close(self) -> None:
        self.closed += 1


def translate(server: Direct, *contents: Content) -> list[Answer]:
    """The answers of a public server."""
    backend = OpenAIBackend(OpenAISettings(model="test"), "sk-1", server)
    return list(backend.translate(Batch(tuple(map(Query, contents)), "nl", "en-GB")))


def test_a_public_servers_characters_count() -> None:
    """Each text's characters outside its codes, so that a budget holds for this engine too."""
    answers = translate(Direct(Model()), ("één ", BOLD, "𝒳", BOLD_END), ("Ga",), ("12",))
    assert [answer.billed_characters for answer in answers] == [5, 2, 0]


def test_what_is_asked_twice_counts_twice() -> None:
    """A text that lost a code was sent, and paid for, again."""

    def forgets(text: str, terms: Mapping[str, str]) -> str:
        return "Going" if "<g" in text else says(text, terms)

    answers = translate(Direct(Model(says=forgets)), ("Ga ", BOLD, "nu", BOLD_END), ("Kom",))
    assert [answer.billed_characters for answer in answers] == [10, 3]


def test_what_is_refused_costs_nothing() -> None:
    """A form that the server does not take, and a text too long for it, were not translated."""
    server = Direct(Model(forms=frozenset(), context=2600))
    answers = translate(server, ("Ga",), ("woord " * 300,))
    assert [answer.billed_characters for answer in answers] == [2, 0]
    assert [answer.tokens > 0 for answer in answers] == [True, False]


def test_the_server_is_closed_with_the_engine() -> None:
    """Its connections are given back."""
    server = Direct(Model())
    OpenAIBackend(OpenAISettings(model="test"), "sk-1", server).close()
    assert server.closed == 1
