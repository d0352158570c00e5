"""Telling another service, against a server on loopback."""

import hmac
import logging
import socket
from collections.abc import Iterator
from contextlib import nullcontext
from hashlib import sha256

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.sync.webhook import DELIVERY, SIGNATURE, Webhook, WebhookFailed
from tests.servers.drip import dripping
from tests.servers.receiver import Receiver, receiver


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is asked directly."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[Receiver]:
    """A server that takes everything."""
    with receiver() as running:
        yield running


def _webhook(server: Receiver, secret: str = "", retries: int = 3) -> Webhook:
    return Webhook(f"http://{server.address}/hooks/s3cr3t?token=t0ken", secret, retries=retries, backoff=0.0)


def test_it_is_sent_signed(server: Receiver) -> None:
    """The body arrives byte for byte, with the HMAC that its receiver computes over it."""
    _webhook(server, "clé").post('{"à": 1}'.encode())
    (received,) = server.received
    assert received.body == '{"à": 1}'.encode()
    assert received.headers["Content-Type"] == "application/json"
    wanted = hmac.new("clé".encode(), received.body, sha256).hexdigest()
    assert received.headers[SIGNATURE] == f"sha256={wanted}"


def test_without_a_secret_there_is_no_signature(server: Receiver) -> None:
    """Nothing pretends to be one."""
    _webhook(server).post(b"{}")
    assert SIGNATURE not in server.received[0].headers


def test_faults_are_tried_again(server: Receiver) -> None:
    """A server's fault, a limit and a cut connection are; the attempts are one delivery."""
    server.statuses[:] = [503, 0, 429]
    _webhook(server).post(b"{}")
    assert len(server.received) == 4
    assert len({received.headers[DELIVERY] for received in server.received}) == 1
    _webhook(server).post(b"{}")
    assert server.received[-1].headers[DELIVERY] != server.received[0].headers[DELIVERY]


def test_it_gives_up(server: Receiver) -> None:
    """After the last attempt the failure has host and status, nothing else of the address."""
    server.statuses[:] = [500] * 10
    with pytest.raises(WebhookFailed) as caught:
        _webhook(server, retries=2).post(b"{}")
    assert len(server.received) == 3
    assert str(caught.value) == (
        f"The webhook at {server.address} was not told: it answered with HTTP 500."
        " The run itself is not affected."
    )


@pytest.mark.parametrize("status", [301, 404])
def test_a_refusal_is_not_tried_again(server: Receiver, status: int) -> None:
    """Nor does a redirect take the report elsewhere."""
    server.statuses[:] = [status]
    with pytest.raises(WebhookFailed, match=f"HTTP {status}"):
        _webhook(server).post(b"{}")
    assert len(server.received) == 1


def test_no_secret_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    """Where nobody listens, neither error nor log has user, password, path or query."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
        webhook = Webhook(f"http://me:hunter2@{address}/s3cr3t?token=t0ken", retries=1, backoff=0.0)
        with caplog.at_level(logging.DEBUG), pytest.raises(WebhookFailed) as caught:
            webhook.post(b"{}")
    assert f"at {address} was not told: there is no connection" in str(caught.value)
    said = f"{caught.value}{caplog.text}"
    assert not [word for word in ("me:", "hunter2", "s3cr3t", "t0ken") if word in said]


def test_a_server_that_never_answers() -> None:
    """It is given up in time, and said so."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(WebhookFailed, match="did not answer in time"):
            Webhook(url, timeout=0.2, retries=1, backoff=0.0).post(b"{}")


def test_an_answer_byte_by_byte() -> None:
    """A head that never ends is given up in time, though each byte comes soon, and its connection ends."""
    with dripping(b"HTTP/1.1 200 O") as drip:
        with pytest.raises(WebhookFailed, match="did not answer in time"):
            Webhook(f"http://{drip.address}/", timeout=0.3, retries=1, backoff=0.0).post(b"{}")
        assert drip.cut.acquire(timeout=20)
        assert drip.cut.acquire(timeout=20)


@pytest.mark.parametrize(("status", "requests"), [(204, 1), (503, 3)])
def test_a_body_byte_by_byte(status: int, requests: int) -> None:
    """Of an answer the head is enough, also of one after which it is tried again."""
    head = f"HTTP/1.1 {status} So\r\nContent-Length: 9999\r\n\r\n".encode()
    with dripping(head) as drip:
        webhook = Webhook(f"http://{drip.address}/", timeout=20, retries=2, backoff=0.0)
        with nullcontext() if status < 300 else pytest.raises(WebhookFailed, match="HTTP 503"):
            webhook.post(b"{}")
        for _ in range(requests):
            assert drip.cut.acquire(timeout=20)


def test_all_attempts_together_have_an_end(server: Receiver) -> None:
    """However many retries there may be, no new one begins when the time is over."""
    server.statuses[:] = [503] * 100
    with pytest.raises(WebhookFailed, match="HTTP 503"):
        Webhook(f"http://{server.address}/", within=1.5, retries=100, backoff=1.0).post(b"{}")
    assert 2 <= len(server.received) <= 3


@pytest.mark.parametrize("url", ["ftp://x/y", "example.org/x", "http:///y", "http://[::1", "http://x:99999/"])
def test_no_address(url: str) -> None:
    """What is no address is refused before a run, without being repeated."""
    with pytest.raises(UsageError) as caught:
        Webhook(url)
    assert url not in str(caught.value)
