"""Texts without the secrets that may stand in them."""

import os
import re
from collections.abc import Mapping

_USER_IN_URL = re.compile(r"(?<=://)[^/@\s]+@")
_SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL", re.IGNORECASE)
_SHORTEST = 6
"""Shorter values are words that a text may well have."""


def secrets_of(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The values of variables that are named like secrets, longest first."""
    found = {value for name, value in environment.items() if _SECRET_NAME.search(name)}
    return tuple(sorted((value for value in found if len(value) >= _SHORTEST), key=len, reverse=True))


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """The text with `***` for the user and password of each URL, and for each of `secrets`."""
    for secret in secrets:
        text = text.replace(secret, "***")
    return _USER_IN_URL.sub("***@", text)
