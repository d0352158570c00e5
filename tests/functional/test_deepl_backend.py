"""DeepL through its official client, against a server of the project's own."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import deepl
import pytest
from deepl.api_data import MultilingualGlossaryDictionaryEntries as Entries

from i18n_pipeline.backends.deepl import DeepLBackend, DeepLSettings, from_table
from i18n_pipeline.backends.deepl.key import find
from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded, TextsRefused, UsageError
from i18n_pipeline.model.engine import Answer, Batch, Query
from i18n_pipeline.model.inline import Content, Kind, Placeholder
from tests.servers.deepl import KEY, QUOTA_EXCEEDED, DeepLServer, Fault

BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
CODE = Placeholder(2, Kind.STANDALONE, "`x`")

Connect = Callable[..., DeepLBackend]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeepLServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with DeepLServer() as running:
        yield running


@pytest.fixture
def connect(server: DeepLServer) -> Iterator[Connect]:
    """Makes an engine for the server, with settings by name; closed at the test's end."""
    made: list[DeepLBackend] = []

    def connected(key: str = KEY, **settings: Any) -> DeepLBackend:
        values = {"server_url": server.url, "retries": 0, **settings}
        environment = {"DEEPL_AUTH_KEY": key} if key else {}
        made.append(DeepLBackend(DeepLSettings(**values), lambda: find(environment)))
        return made[-1]

    yield connected
    for backend in made:
        backend.close()


def batch(*contents: Content, context: str = "", target: str = "en-GB") -> Batch:
    return Batch(tuple(map(Query, contents)), "nl", target, context)


def texts(number: int) -> list[Content]:
    return [(f"zin {index}",) for index in range(number)]


def test_a_request_asks_for_what_inline_codes_need(server: DeepLServer, connect: Connect) -> None:
    """Tags are strict XML, nothing is split or reformatted, the context goes along."""
    connect().translate(batch(("Ga ", BOLD, "naar", BOLD_END, " ", CODE), context="Over O&O"))
    (request,) = server.translations
    assert request.body == {
        "text": ['Ga <g id="1">naar</g> <x id="2"/>'],
        "source_lang": "NL",
        "target_lang": "EN-GB",
        "formality": "prefer_more",
        "context": "Over O&O",
        "tag_handling": "xml",
        "tag_handling_version": "v2",
        "outline_detection": False,
        "ignore_tags": ["x"],
        "split_sentences": "0",
        "preserve_formatting": True,
        "show_billed_characters": True,
    }


def test_settings_go_along(server: DeepLServer, connect: Connect) -> None:
    """Model, style rule and instructions are passed on; the default formality is left to DeepL."""
    backend = connect(
        formality="default",
        model_type="quality_optimized",
        style_rule="r-1",
        custom_instructions=("Use British spelling.",),
        context_limit=12,
    )
    backend.translate(batch(("Ga",), context="Over werk en netwerken"))
    body = server.translations[0].body
    assert "formality" not in body
    assert (body["model_type"], body["style_id"]) == ("quality_optimized", "r-1")
    assert body["custom_instructions"] == ["Use British spelling."]
    assert body["context"] == "Over werk"


@pytest.mark.parametrize(
    ("asked", "sent"), [("en", "EN-GB"), ("en_US", "EN-US"), ("pt", "PT-PT"), ("de", "DE")]
)
def test_a_target_without_its_variant_gets_one(
    server: DeepLServer, connect: Connect, asked: str, sent: str
) -> None:
    """DeepL refuses plain English and Portuguese as targets."""
    connect().translate(batch(("Ga",), target=asked))
    assert server.translations[0].body["target_lang"] == sent


def test_the_environment_names_key_and_server(server: DeepLServer) -> None:
    """DEEPL_SERVER_URL goes before the file's `server_url`, the key comes from DEEPL_AUTH_KEY."""
    environment = {"DEEPL_AUTH_KEY": f" {KEY}\n", "DEEPL_SERVER_URL": server.url}
    table = {"server_url": "https://unused.invalid", "retries": 0}
    with closing(from_table(table, environment)) as backend:
        (answer,) = backend.translate(batch(("Ga naar huis",)))
    assert answer == Answer(("Go to home",), billed_characters=12)


def test_a_path_in_the_servers_address_is_kept(server: DeepLServer, connect: Connect) -> None:
    """A gateway's prefix is part of the address, with or without a slash at its end."""
    with pytest.raises(BackendError, match="404"):
        connect(server_url=f"{server.url}/gateway").translate(batch(("Ga",)))
    assert server.requests[0].path == "/gateway/v2/translate"


@pytest.mark.parametrize("name", ["auth_key", "key", "DEEPL_AUTH_KEY", "api-key"])
def test_a_key_in_the_settings_file_is_refused(name: str) -> None:
    """The message names the line to delete and does not repeat the key."""
    with pytest.raises(UsageError, match=rf"`backend\.deepl\.{name}`.*DEEPL_AUTH_KEY") as caught:
        from_table({name: KEY}, {})
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "settings",
    [
        {"server_url": "api.deepl.com"},
        {"server_url": "https://user:word@api.deepl.com"},
        {"server_url": "http://[::1"},
        {"custom_instructions": ("x",) * 11},
        {"custom_instructions": ("x" * 301,)},
        {"custom_instructions": ("x",), "model_type": "latency_optimized"},
        {"timeout": float("nan")},
        {"retries": -1},
        {"context_limit": 100_000},
        {"concurrency": 0},
        {"glossary_name": ""},
        {"glossary_name": "a\nb"},
        {"glossary_name": "é" * 31},
        {"glossary_ids": tuple("abcdef")},
        {"glossary_ids": ("a",), "glossary_id": "b"},
        {"translation_memory_threshold": 80},
        {"translation_memory": "m", "translation_memory_threshold": 101},
    ],
)
def test_settings_that_deepl_would_refuse_are_refused_first(settings: dict[str, Any]) -> None:
    """What can't work is an error before anything is sent."""
    with pytest.raises(UsageError, match=r"`backend\.deepl\."):
        DeepLSettings(**settings)


def test_without_a_key_nothing_is_translated(connect: Connect) -> None:
    """A missing key is an error once it is needed, and says where to put it."""
    backend = connect(key="")
    assert backend.translate(batch(("12%",))) == (Answer(("12%",)),)
    with pytest.raises(BackendNotReady, match="Set DEEPL_AUTH_KEY"):
        backend.translate(batch(("Ga",)))


@pytest.mark.parametrize("key", ["se\ncret", "s€cret", '"secret key"', "se\x00cret"])
def test_a_key_that_no_header_can_hold_is_not_repeated(connect: Connect, key: str) -> None:
    """The client would show such a key in its own message."""
    with pytest.raises(BackendNotReady, match="no DeepL key has") as caught:
        connect(key=key).translate(batch(("Ga",)))
    assert "cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (
            Fault(status=400, message="Bad formality."),
            BackendError,
            r"as wrong \(HTTP 400\): Bad formality\. Check",
        ),
        (Fault(status=403), BackendNotReady, "refused the key in DEEPL_AUTH_KEY"),
        (Fault(status=404), BackendError, "Check the ids of glossaries"),
        (Fault(status=405), BackendError, "refused the request"),
        (Fault(status=413), TextsRefused, "too large"),
        (
            Fault(status=400, message="Tag handling parsing failed, please check input."),
            TextsRefused,
            r"can't read a text's tags \(HTTP 400\): Tag handling parsing failed",
        ),
        (Fault(status=429), BackendError, "too many requests"),
        (Fault(status=QUOTA_EXCEEDED), QuotaExceeded, "used up"),
        (Fault(status=503, message="Maintenance"), BackendError, r"out of service \(HTTP 503\): Maintenance"),
        (Fault(status=529, message="Too busy"), BackendError, r"overloaded.*HTTP 529\): Too busy"),
        (Fault(status=500), BackendError, r"out of service \(HTTP 500\)\. Run it again later"),
        (Fault(cut=True), BackendError, "no connection to DeepL"),
        (Fault(body=b"<html>Welcome</html>"), BackendError, "makes no sense: no translations"),
        (Fault(body=b"[]"), BackendError, "makes no sense"),
        (Fault(body=b'{"translations": [null, null]}'), BackendError, "makes no sense"),
        (Fault(body=b'{"translations": {"a": 1, "b": 2}}'), BackendError, "makes no sense"),
        (Fault(rewrite=lambda _: None), BackendError, "no text"),
        (Fault(rewrite=lambda _: 5), BackendError, "no text"),
        (Fault(more=1), BackendError, "3 translations of 2"),
        (Fault(more=-1), BackendError, "1 translations of 2"),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(
    server: DeepLServer, connect: Connect, fault: Fault, kind: type[BackendError], words: str
) -> None:
    """Each refusal has its own sentence, and the batch has no answers."""
    server.misbehave(fault)
    with pytest.raises(kind, match=words) as caught:
        connect().translate(batch(("Ga",), ("Kom",)))
    assert type(caught.value) is kind
    assert caught.value.mending


def test_a_server_that_is_too_slow_is_given_up(server: DeepLServer, connect: Connect) -> None:
    """After `timeout` seconds the request ends with a word about that setting."""
    server.misbehave(Fault(delay=5))
    with pytest.raises(BackendError, match=r"in time \(127.*`timeout`"):
        connect(timeout=1).translate(batch(("Ga",)))


def test_no_server_at_all_is_told(connect: Connect) -> None:
    """A refused connection is a network problem, told with the host."""
    with pytest.raises(BackendError, match=r"no connection to DeepL \(127\.0\.0\.1:9\)"):
        connect(server_url="http://127.0.0.1:9").translate(batch(("Ga",)))


def test_a_busy_server_is_asked_again(server: DeepLServer, connect: Connect) -> None:
    """A request that was refused for being too many is repeated, as often as the setting says."""
    server.misbehave(Fault(status=429))
    (answer,) = connect(retries=1).translate(batch(("Ga",)))
    assert answer.content == ("Go",)
    assert len(server.translations) == 2


def test_the_key_is_in_no_message_and_no_log(
    server: DeepLServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that repeats the key, the most talkative log, a printed engine: none shows it."""
    caplog.set_level(logging.DEBUG)
    backend = connect()
    backend.translate(batch(("Ga",)))
    assert KEY not in caplog.text
    server.misbehave(Fault(status=400, message=f"{'.' * 180}{KEY}"))
    with pytest.raises(BackendError, match=r"\*\*\*") as caught:
        backend.translate(batch(("Ga",)))
    assert caught.value.__cause__ is None
    assert KEY not in f"{caught.value}{backend!r}{vars(backend)}{backend.fingerprint}"


def test_a_lost_code_is_a_problem_and_is_paid_for(server: DeepLServer, connect: Connect) -> None:
    """The answer has no content, says what is missing, and counts what DeepL charged."""
    server.misbehave(Fault(drop_tags=True))
    lost, kept = connect().translate(batch(("Ga ", BOLD, "nu", BOLD_END), ("Ga",)))
    assert lost == Answer(None, 'placeholders lost: <g id="1">', 5)
    assert kept == Answer(("Go",), "", 2)


def test_an_answer_without_words_is_a_problem(server: DeepLServer, connect: Connect) -> None:
    """An empty translation of a sentence is none."""
    server.misbehave(Fault(rewrite=lambda _: " "))
    assert connect().translate(batch(("Ga",))) == (Answer(None, "no words", 2),)


def test_letters_written_as_references_are_sent_as_letters(server: DeepLServer, connect: Connect) -> None:
    """`&euml;` inside a word would keep the engine from knowing it; `&amp;` stays as it is written."""
    (answer,) = connect().translate(batch(("co&euml;rdinatie &amp; O&O",)))
    assert server.translations[0].texts == ("coërdinatie &amp;amp; O&amp;O",)
    assert answer.content == ("coërdinatieish &ampish; Oish&Oish",)


def test_a_server_that_does_not_count_is_counted_for(server: DeepLServer, connect: Connect) -> None:
    """Without `billed_characters` the answer stands, with the characters outside tags."""
    server.misbehave(Fault(unbilled=True))
    (answer,) = connect().translate(batch(("één ", BOLD, "huis", BOLD_END)))
    assert answer == Answer(("éénish ", BOLD, "home", BOLD_END), "", 8)


def test_a_text_without_letters_is_not_sent(server: DeepLServer, connect: Connect) -> None:
    """Numbers and codes cost nothing and keep their place among the answers."""
    answers = connect().translate(batch((CODE, " 12%"), ("Ga",), ("…",), ()))
    assert [answer.content for answer in answers] == [(CODE, " 12%"), ("Go",), ("…",), ()]
    assert server.translations[0].texts == ("Ga",)
    assert server.billed == 2


def test_content_that_xml_cannot_say_is_a_problem(server: DeepLServer, connect: Connect) -> None:
    """Codes that cross in the source are not sent."""
    (answer,) = connect().translate(batch((BOLD, "Ga")))
    assert answer.content is None
    assert "in the source" in answer.problem
    assert server.requests == []


def test_a_batch_above_fifty_texts_is_sent_in_parts(server: DeepLServer, connect: Connect) -> None:
    """The client itself would send all of them at once."""
    answers = connect().translate(batch(*texts(120)))
    assert [len(request.texts) for request in server.translations] == [50, 50, 20]
    assert [answer.content for answer in answers] == [(f"zinish {index}",) for index in range(120)]


def test_a_batch_above_the_bodys_size_is_sent_in_parts(server: DeepLServer, connect: Connect) -> None:
    """Bytes are counted as the client writes them, `é` as six."""
    connect().translate(batch(*[("é" * 5000,)] * 10, context="é " * 2000))
    assert len(server.translations) == 4
    assert max(request.size for request in server.translations) <= 128 * 1024


def test_a_text_that_fits_no_request_is_a_problem(server: DeepLServer, connect: Connect) -> None:
    """It is not sent, and the others of its batch are."""
    long, short = connect().translate(batch(("a" * 140_000,), ("Ga",)))
    assert long.content is None
    assert "too long" in long.problem
    assert short.content == ("Go",)
    assert len(server.requests) == 1


def test_a_later_part_that_fails_leaves_what_is_paid_for(server: DeepLServer, connect: Connect) -> None:
    """Answers of the parts before are given; nothing is sent after the failure."""
    server.misbehave(Fault())
    server.misbehave(Fault(status=QUOTA_EXCEEDED))
    answers = connect().translate(batch(*texts(120)))
    assert all(answer.content for answer in answers[:50])
    assert all(answer.content is None and "used up" in answer.problem for answer in answers[50:])
    assert len(server.translations) == 2


def test_a_quota_ends_it(connect: Connect, server: DeepLServer) -> None:
    """What goes beyond the account's limit is refused, not billed."""
    server.character_limit = 5
    backend = connect()
    backend.translate(batch(("Ga",)))
    with pytest.raises(QuotaExceeded):
        backend.translate(batch(("Netwerken",)))
    assert server.billed == 2


def test_several_threads_share_an_engine(server: DeepLServer, connect: Connect) -> None:
    """Requests at once each get their own answers."""
    backend = connect()
    batches = [batch((f"zin {index}",)) for index in range(20)]
    with ThreadPoolExecutor(backend.capabilities.concurrency) as workers:
        answers = list(workers.map(backend.translate, batches))
    assert [answer.content for (answer,) in answers] == [(f"zinish {index}",) for index in range(20)]
    assert len(server.translations) == 20


def test_only_what_changes_a_translation_changes_the_fingerprint(connect: Connect) -> None:
    """Patience and haste are no part of it, and neither is the key."""
    plain = connect().fingerprint
    assert connect(key="other", timeout=5, retries=2, concurrency=1).fingerprint == plain
    for change in ({"glossary_id": "g"}, {"style_rule": "r"}, {"custom_instructions": ("x",)}):
        assert connect(**change).fingerprint != plain


@pytest.fixture
def sdk(server: DeepLServer) -> Iterator[deepl.DeepLClient]:
    with closing(deepl.DeepLClient(KEY, server_url=server.url)) as client:
        yield client


def test_a_glossary_of_the_account_is_used(connect: Connect, sdk: deepl.DeepLClient) -> None:
    """A glossary's id in the settings brings its terms into the translations."""
    made = sdk.create_multilingual_glossary("site", [Entries("NL", "EN", {"O&O": "R&D"})])
    backend = connect(glossary_id=made.glossary_id)
    (answer,) = backend.translate(batch(("Ga naar O&O",)))
    assert answer.content == ("Go to R&D",)
    assert backend.capabilities.glossary


def test_the_server_keeps_glossaries(sdk: deepl.DeepLClient) -> None:
    """Glossaries can be made, listed, read, changed and deleted through the client."""
    made = sdk.create_multilingual_glossary("site", [Entries("NL", "EN", {"werk": "work"})])
    sdk.replace_multilingual_glossary_dictionary(made, Entries("NL", "EN", {"baan": "job", "cv": "CV"}))
    sdk.update_multilingual_glossary_name(made.glossary_id, "site 2")
    (listed,) = sdk.list_multilingual_glossaries()
    entries = sdk.get_multilingual_glossary_entries(made, "NL", "EN").dictionaries[0].entries
    assert (listed.name, listed.dictionaries[0].entry_count) == ("site 2", 2)
    assert str(entries) == "baan\tjob\ncv\tCV"
    sdk.delete_multilingual_glossary(made)
    with pytest.raises(deepl.GlossaryNotFoundException):
        sdk.get_multilingual_glossary(made.glossary_id)


def test_the_server_counts_usage(sdk: deepl.DeepLClient, connect: Connect) -> None:
    """Source characters outside tags are counted as code points, and the account's limit told."""
    connect().translate(batch(("één ", BOLD, "𝒳", BOLD_END)))
    usage = sdk.get_usage()
    assert (usage.character.count, usage.character.limit) == (5, 500_000)


def test_the_server_refuses_malformed_tags(sdk: deepl.DeepLClient) -> None:
    """Strict tag handling does not guess."""
    with pytest.raises(deepl.DeepLException, match="Bad request"):
        sdk.translate_text("<p>a</b>", target_lang="DE", tag_handling="xml", tag_handling_version="v2")
