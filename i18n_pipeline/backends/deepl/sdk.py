"""The official client, behind the gate, made to survive servers that leave out what it expects."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import deepl
from deepl.http_client import HttpClient
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from i18n_pipeline.backends.deepl.gate import Gate

UNBILLED = -1
"""Stands for characters that the server did not count."""

OVERLOADED = frozenset({429, 503, 529})


class Sdk(deepl.DeepLClient):
    """DeepL's client for one key and server; every attempt, repeated ones too, passes `gate`."""

    def __init__(self, key: str, server_url: str, gate: Gate, connections: int) -> None:
        super().__init__(key, server_url=_base(server_url))
        self._client = _Http(gate, connections)
        self.set_app_info("i18n-pipeline", version("i18n-pipeline"))

    def _api_call(self, url: str, **details: Any) -> tuple[int, Any, Any]:
        """Raises ValueError for a success that is no JSON object: the client takes it for an empty one."""
        status, content, answer = super()._api_call(url, **details)
        well = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
        if well and content and not isinstance(answer, dict):
            raise ValueError("no JSON object")
        return status, content, _completed(answer)


class _Http(HttpClient):
    def __init__(self, gate: Gate, connections: int) -> None:
        super().__init__(send_platform_info=False)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Gated(gate, connections))


class _Gated(HTTPAdapter):
    def __init__(self, gate: Gate, connections: int) -> None:
        super().__init__(pool_maxsize=connections)
        self._gate = gate

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        wave = self._gate.enter()
        try:
            response = super().send(request, *args, **kwargs)
        except BaseException:
            self._gate.leave(wave)
            raise
        refused = response.status_code in OVERLOADED
        self._gate.leave(wave, refused=refused, well=response.ok, after=_retry_after(response.headers))
        return response


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds to wait (RFC 9110, 10.2.3); the client itself does not look."""
    try:
        return Retry().parse_retry_after(headers.get("Retry-After", "0"))
    except InvalidHeader:
        return 0.0


def _completed(answer: Any) -> Any:
    """The answer with what the client takes for granted.

    Without this, an answer without `billed_characters` is a TypeError after the text was paid for.
    """
    if not isinstance(answer, dict):
        return answer
    if "Message" in answer:  # so written where tags could not be parsed
        answer.setdefault("message", answer["Message"])
    for name in ("message", "detail"):
        if not isinstance(answer.get(name, ""), str):
            answer[name] = json.dumps(answer[name])
    translations = answer.get("translations")
    for translation in translations if isinstance(translations, list) else ():
        if isinstance(translation, dict) and not isinstance(translation.get("billed_characters"), int):
            translation["billed_characters"] = UNBILLED
    return answer


def _base(server_url: str) -> str | None:
    """The address that paths are joined to; without the slash at its end the last part would be cut off."""
    return f"{server_url.rstrip('/')}/" if server_url else None
