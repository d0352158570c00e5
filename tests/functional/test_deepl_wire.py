"""Each of DeepL's settings as it goes over the wire."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any

import pytest

from i18n_pipeline.backends.deepl import DeepLBackend, DeepLSettings
from i18n_pipeline.model.engine import Batch, Query
from tests.servers.deepl import KEY, DeepLServer, Fault, always

INSTRUCTIONS = tuple(f"{number}. {'x' * 296}" for number in range(10))


def sent(server: DeepLServer, context: str = "", **settings: Any) -> Mapping[str, Any]:
    """The body of a request with these settings."""
    chosen = DeepLSettings(**{"server_url": server.url, "retries": 0, **settings})
    with closing(DeepLBackend(chosen, lambda: KEY)) as backend:
        backend.translate(Batch((Query(("Ga naar huis.",)),), "nl-BE", "en-GB", context))
    return server.translations[-1].body


@pytest.fixture(scope="module")
def server() -> Any:
    with DeepLServer() as running, pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_PROXY", "127.0.0.1")
        running.weather = always(Fault(body=b'{"translations": [{"text": "Go home."}]}'))
        yield running


@pytest.mark.parametrize(
    ("settings", "name", "value"),
    [
        ({}, "formality", "prefer_more"),
        ({"formality": "prefer_less"}, "formality", "prefer_less"),
        ({"formality": "default"}, "formality", None),
        ({}, "model_type", None),
        ({"model_type": "latency_optimized"}, "model_type", "latency_optimized"),
        ({"model_type": "prefer_quality_optimized"}, "model_type", "prefer_quality_optimized"),
        ({}, "style_id", None),
        ({"style_rule": "s-1"}, "style_id", "s-1"),
        ({}, "custom_instructions", None),
        ({"custom_instructions": INSTRUCTIONS}, "custom_instructions", list(INSTRUCTIONS)),
        ({}, "translation_memory_id", None),
        ({}, "translation_memory_threshold", None),
        ({"translation_memory": "m-1"}, "translation_memory_id", "m-1"),
        (
            {"translation_memory": "m-1", "translation_memory_threshold": 0},
            "translation_memory_threshold",
            0,
        ),
        ({}, "glossary_id", None),
        ({"glossary_id": "g-1"}, "glossary_id", "g-1"),
        ({}, "glossary_ids", None),
        ({"glossary_ids": ("g-1", "g-2")}, "glossary_ids", ["g-1", "g-2"]),
        ({"glossary_ids": ("g-1", "g-2")}, "glossary_id", None),
        ({"context_limit": 0}, "context", None),
        ({"context_limit": 12}, "context", "Over werk"),
        ({}, "split_sentences", "0"),
        ({"split_sentences": True}, "split_sentences", "nonewlines"),
        ({}, "preserve_formatting", True),
        ({}, "tag_handling", "xml"),
        ({}, "tag_handling_version", "v2"),
        ({}, "outline_detection", False),
        ({}, "ignore_tags", ["x"]),
        ({}, "show_billed_characters", True),
        ({}, "source_lang", "NL"),
    ],
)
def test_settings_on_the_wire(
    server: DeepLServer, settings: Mapping[str, Any], name: str, value: object
) -> None:
    """A setting goes along under DeepL's own name; what is left to DeepL does not."""
    assert sent(server, "Over werk en netwerken", **settings).get(name) == value


def test_the_key_goes_in_a_header_alone(server: DeepLServer) -> None:
    """Not in the address, not in the body."""
    sent(server)
    request = server.requests[-1]
    assert request.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert request.headers["User-Agent"].split()[1].startswith("i18n-pipeline/")
    assert KEY not in f"{request.path} {request.query} {request.body}"
