"""Addresses of chat servers."""

import pytest

from i18n_pipeline.backends.openai.address import is_local, is_server


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "[::1]",
        "192.168.1.20",
        "10.0.0.5",
        "172.16.0.1",
        "[fd00::1]",
        "ollama",
        "gpu.local",
        "LLM.lan",
        "host.docker.internal",
        "x.home.arpa",
        "localhost.",
    ],
)
def test_private_addresses_are_local(host: str) -> None:
    """Loopback, private ranges and names that no public server has: nothing is paid there."""
    assert is_local(f"http://{host}:8080/v1")


@pytest.mark.parametrize(
    "host", ["api.openai.com", "api.mistral.ai", "8.8.8.8", "[2606:4700::1]", "local.com"]
)
def test_public_addresses_are_not(host: str) -> None:
    """What may be anybody's server may cost money."""
    assert not is_local(f"https://{host}/v1")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:11434",
        "ftp://x/v1",
        "http://",
        "http://me:word@x/v1",
        "http://x/v1?key=a",
        "http://[::1",
        "http://x:port/v1",
        "http://x/v1#y",
    ],
)
def test_addresses_that_can_not_be_asked(url: str) -> None:
    """No scheme, no host, a port that is none, or something secret in it."""
    assert not is_server(url)
