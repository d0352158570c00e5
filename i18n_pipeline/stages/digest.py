"""What catalogues say in their header of the files that they belong to."""

from hashlib import blake2b

ARTICLE = "X-Article"
"""The header field with the article's path."""

SOURCE = "X-Source-Hash"
"""The header field with the digest of the article."""

RENDERED = "X-Rendered-Hash"
"""The header field with the digest of the post as the pipeline wrote it."""


def digest(data: bytes) -> str:
    """A file's fingerprint in a catalogue's header: BLAKE2b, 128 bits, hexadecimal."""
    return blake2b(data, digest_size=16).hexdigest()


def knows(catalogue: bytes | None, post: str) -> bool:
    """Whether a catalogue's header has this digest as that of the post that the pipeline wrote."""
    return f"{RENDERED}: {post}".encode() in (catalogue or b"")
