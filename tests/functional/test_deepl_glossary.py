"""The project's terms in a glossary of the account, through the official client."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from i18n_pipeline.backends.deepl import DeepLBackend, DeepLSettings
from i18n_pipeline.errors import BackendError, BackendNotReady, UsageError
from i18n_pipeline.model.engine import Batch, Query
from tests.servers.deepl import KEY, QUOTA_EXCEEDED, DeepLServer, Fault

GLOSSARIES = "/v3/glossaries"
Connect = Callable[..., DeepLBackend]
TERMS = {"O&O": "R&D", "functie": "post"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeepLServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with DeepLServer() as running:
        yield running


@pytest.fixture
def connect(server: DeepLServer) -> Iterator[Connect]:
    """Makes an engine for the server, a new run each; closed at the test's end."""
    made: list[DeepLBackend] = []

    def connected(**settings: Any) -> DeepLBackend:
        values = {"server_url": server.url, "retries": 0, **settings}
        made.append(DeepLBackend(DeepLSettings(**values), lambda: KEY))
        return made[-1]

    yield connected
    for backend in made:
        backend.close()


def batch(
    *texts: str, terms: dict[str, str] | None = None, source: str = "nl", target: str = "en-GB"
) -> Batch:
    wanted = TERMS if terms is None else terms
    return Batch(tuple(Query((text,)) for text in texts), source, target, glossary=wanted)


def calls(server: DeepLServer) -> list[str]:
    """What was asked about glossaries."""
    return [
        f"{request.method} {request.path.removeprefix(GLOSSARIES)}".strip()
        for request in server.requests
        if request.path.startswith(GLOSSARIES)
    ]


def test_terms_reach_the_translation(server: DeepLServer, connect: Connect) -> None:
    """The glossary is made before the first text is sent, for English of any variant."""
    (answer,) = connect().translate(batch("Ga naar O&O"))
    assert answer.content == ("Go to R&D",)
    assert calls(server) == ["GET", "POST"]
    (id_,) = server.glossaries.names
    assert server.glossaries.terms(id_, "NL", "EN") == TERMS
    assert server.translations[0].body["glossary_id"] == id_
    assert server.translations[0].body["source_lang"] == "NL"


def test_many_threads_make_one_glossary(server: DeepLServer, connect: Connect) -> None:
    """Whichever request comes first makes sure of it, the others wait and take it."""
    backend = connect()
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(backend.translate, [batch(f"zin {number}") for number in range(24)]))
    assert calls(server) == ["GET", "POST"]
    assert {request.body["glossary_id"] for request in server.translations} == set(server.glossaries.names)


def test_the_next_run_takes_it_as_it_is(server: DeepLServer, connect: Connect) -> None:
    """Nothing is kept on this machine: the name at DeepL says what the glossary holds."""
    connect().translate(batch("Ga"))
    connect().translate(batch("Ga"))
    assert calls(server) == ["GET", "POST", "GET"]


def test_changed_terms_replace_the_dictionary(server: DeepLServer, connect: Connect) -> None:
    """The one glossary that a free plan has is changed in place."""
    connect().translate(batch("Ga"))
    (answer,) = connect().translate(batch("Ga naar O&O", terms={"O&O": "the lab"}))
    assert answer.content == ("Go to the lab",)
    (id_,) = server.glossaries.names
    assert server.glossaries.terms(id_, "nl", "en") == {"O&O": "the lab"}
    assert calls(server)[2:] == ["GET", f"PATCH /{id_}", f"PUT /{id_}/dictionaries", f"PATCH /{id_}"]


def test_languages_share_the_glossary(server: DeepLServer, connect: Connect) -> None:
    """Another pair of languages is a dictionary more, not a glossary more."""
    backend = connect()
    backend.translate(batch("Ga"))
    (answer,) = backend.translate(batch("Ga naar O&O", terms={"O&O": "F&E"}, target="de"))
    assert answer.content == ("Go to F&E",)
    assert len(server.glossaries.names) == 1
    backend.translate(batch("Kom"))
    assert len(calls(server)) == 5


def test_a_second_glossary_is_cleared_away(server: DeepLServer, connect: Connect) -> None:
    """Two runs that began at the same moment may make two; the next one leaves one."""
    server.glossaries.most = 5
    connect().translate(batch("Ga"))
    (id_,) = server.glossaries.names
    name = server.glossaries.names[id_]
    body = {
        "name": name,
        "dictionaries": [{"source_lang": "nl", "target_lang": "en", "entries": "O&O\tR&D\nfunctie\tpost"}],
    }
    server.glossaries.reply("POST", [], {}, body)
    assert len(server.glossaries.names) == 2
    connect().translate(batch("Ga"))
    assert len(server.glossaries.names) == 1


def test_what_is_not_needed_is_not_asked_for(server: DeepLServer, connect: Connect) -> None:
    """No terms, no texts, texts without letters, or the setting: no call about glossaries."""
    connect().translate(batch("Ga", terms={}))
    connect().translate(batch())
    connect().translate(batch("12%"))
    connect(glossary="off").translate(batch("Ga"))
    assert calls(server) == []
    assert "glossary_id" not in server.translations[-1].body


def test_a_glossary_of_ones_own_is_used_as_it_is(server: DeepLServer, connect: Connect) -> None:
    """With an id in the settings nothing at DeepL is changed."""
    part = {"source_lang": "nl", "target_lang": "en", "entries": "O&O\tresearch"}
    _, made = server.glossaries.reply("POST", [], {}, {"name": "mine", "dictionaries": [part]})
    assert made
    for own in ({"glossary_id": made["glossary_id"]}, {"glossary_ids": (made["glossary_id"],)}):
        (answer,) = connect(**own).translate(batch("Ga naar O&O"))
        assert answer.content == ("Go to research",)
    assert calls(server) == []


def test_terms_that_do_not_fit_are_named(
    server: DeepLServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """The others go, and a line of warning says which did not, and why; where none fits, none goes."""
    backend = connect()
    backend.translate(batch("Ga", terms={**TERMS, "a\tb": "c", "lang": "x" * 1025}))
    backend.translate(batch("Kom", terms={**TERMS, "a\tb": "c", "lang": "x" * 1025}))
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert "without 2 terms: 'a\\tb' (a term holds a tab" in record.message
    assert "'lang' (a term is longer than 1024 bytes)" in record.message
    connect().translate(batch("Ga", terms={"": "c"}))
    assert "glossary_id" not in server.translations[-1].body


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (QUOTA_EXCEEDED, "the plan allows no further glossary"),
        (403, "the plan has no glossaries"),
        (400, "does not like the languages or a term"),
        (404, "the server has no such glossary"),
        (413, "it is too large"),
    ],
)
def test_a_glossary_that_deepl_does_not_take_is_told(
    server: DeepLServer, connect: Connect, status: int, words: str
) -> None:
    """The run ends before it pays for translations without the terms, and is told how to go on."""
    server.misbehave(Fault(), path=GLOSSARIES)
    server.misbehave(Fault(status=status, message=f"No {KEY}"), path=GLOSSARIES)
    with pytest.raises(BackendNotReady, match=words) as caught:
        connect().translate(batch("Ga"))
    assert 'write `glossary = "off"`' in str(caught.value)
    assert KEY not in str(caught.value)
    assert server.translations == []


def test_other_peoples_glossaries_may_fill_a_free_plan(server: DeepLServer, connect: Connect) -> None:
    """The one that is there is not touched."""
    part = {"source_lang": "nl", "target_lang": "en", "entries": "O&O\tresearch"}
    server.glossaries.reply("POST", [], {}, {"name": "i18n-pipeline", "dictionaries": [part]})
    with pytest.raises(BackendNotReady, match="a free one has one in all"):
        connect().translate(batch("Ga"))
    assert list(server.glossaries.names.values()) == ["i18n-pipeline"]


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (Fault(status=403), BackendNotReady, "refused the key"),
        (Fault(status=503), BackendError, "out of service"),
        (Fault(cut=True), BackendError, "no connection"),
        (Fault(body=b"<html>"), BackendError, "no list of glossaries"),
        (Fault(body=b'{"glossaries": [{}]}'), BackendError, "no list of glossaries"),
    ],
)
def test_a_list_that_does_not_come_is_told(
    server: DeepLServer, connect: Connect, fault: Fault, kind: type[BackendError], words: str
) -> None:
    """It is told as with any request, and no glossary is made beside one that may be there."""
    server.misbehave(fault, path=GLOSSARIES)
    with pytest.raises(kind, match=words) as caught:
        connect().translate(batch("Ga"))
    assert type(caught.value) is kind
    assert calls(server) == ["GET"]


def test_a_server_without_glossaries(
    server: DeepLServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that speaks DeepL's language but has no glossaries translates without, and it is told once."""
    server.misbehave(Fault(status=404), path=GLOSSARIES)
    backend = connect()
    for text in ("Ga naar O&O", "Ga"):
        (answer,) = backend.translate(batch(text))
        assert answer.content
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert [text for text in told if "has no glossaries" in text] == told[-1:]
    assert calls(server) == ["GET"]


def test_after_a_failure_it_is_tried_again(server: DeepLServer, connect: Connect) -> None:
    """A glossary that could not be made at first is made before the next batch."""
    backend = connect()
    server.misbehave(Fault(status=503), path=GLOSSARIES)
    with pytest.raises(BackendError):
        backend.translate(batch("Ga naar O&O"))
    (answer,) = backend.translate(batch("Ga naar O&O"))
    assert answer.content == ("Go to R&D",)


def test_the_fingerprint_says_whether_terms_go_along(connect: Connect) -> None:
    """Not which, nor under what name: a text's own terms are part of its question."""
    synced = connect()
    before = synced.fingerprint
    synced.translate(batch("Ga"))
    assert synced.fingerprint == before == connect(glossary_name="other").fingerprint
    others = [connect(glossary="off"), connect(glossary_id="g"), connect(glossary_ids=("g", "h"))]
    assert len({before, *(other.fingerprint for other in others)}) == 4
    assert connect(glossary="off", glossary_id="g").fingerprint == connect(glossary_id="g").fingerprint
    assert synced.capabilities.glossary
    assert [other.capabilities.glossary for other in others] == [False, True, True]


def test_pushing_what_no_run_would_use_is_refused(connect: Connect) -> None:
    """Where the settings name another glossary or none, the project's is not made."""
    for settings in ({"glossary": "off"}, {"glossary_id": "g"}, {"glossary_ids": ("g",)}):
        with pytest.raises(UsageError, match="sync"):
            connect(**settings).push(batch())
