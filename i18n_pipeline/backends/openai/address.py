"""What a server's address says about it, without asking any network."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_LOCAL_ENDINGS = (".localhost", ".local", ".lan", ".internal", ".home.arpa")


def is_server(url: str) -> bool:
    """Whether an address can be asked: http or https, a host, neither password nor query."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and "@" not in parts.netloc
        and not parts.query
        and not parts.fragment
    )


def is_local(url: str) -> bool:
    """Whether a server stands on this machine or in a private network.

    By its address alone: loopback and private ones (RFC 1918, RFC 4193), and names without a dot or
    with an ending that no public name has.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_ENDINGS)


def place(url: str) -> str:
    """Host and port."""
    return urlsplit(url).netloc
