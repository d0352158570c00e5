"""What a server means by a refusal."""

from collections.abc import Mapping
from typing import Any

import pytest

from i18n_pipeline.backends.openai.problems import in_plain_words
from i18n_pipeline.backends.openai.refusal import refusal
from i18n_pipeline.backends.openai.settings import OpenAISettings
from i18n_pipeline.errors import BackendError, BackendNotReady, QuotaExceeded

SETTINGS = OpenAISettings(model="m")


def error(message: str, **more: str) -> Mapping[str, Any]:
    return {"error": {"message": message, **more}}


@pytest.mark.parametrize(
    ("status", "content", "kind", "words"),
    [
        (401, error("no"), BackendNotReady, "wants a valid key"),
        (402, error("Insufficient Balance"), QuotaExceeded, "used up"),
        (403, {}, BackendNotReady, "use of `m`"),
        (404, error("no such model"), BackendNotReady, r"no model `m`.*: no such model\..*/v1"),
        (413, {}, BackendError, "too long"),
        (429, error("slow down", code="rate_limit_exceeded"), BackendError, "too many requests"),
        (429, error("pay", code="insufficient_quota"), QuotaExceeded, "used up"),
        (429, error("pay", type="insufficient_quota"), QuotaExceeded, "used up"),
        (400, error("x", code="context_length_exceeded"), BackendError, "too long"),
        (400, error("x", type="exceed_context_size_error"), BackendError, "too long"),
        (500, {"error": "Context size has been exceeded."}, BackendError, "too long"),
        (200, {"error": "The context length is too small"}, BackendError, "too long"),
        (400, error("x", code="content_filter"), BackendError, "filter"),
        (400, {"error": "no such form"}, BackendError, r"refused the request.*: no such form\."),
        (422, {"detail": [{"msg": "extra"}]}, BackendError, "extra"),
        (400, {"object": "error", "message": "wrong", "code": 3051}, BackendError, "wrong"),
        (301, {}, BackendError, "elsewhere"),
        (503, {"error": None}, BackendError, r"out of order\. Run"),
        (504, {}, BackendError, "out of order"),
    ],
)
def test_refusals_in_plain_words(
    status: int, content: Mapping[str, Any], kind: type[BackendError], words: str
) -> None:
    """Each has its sentence, with server and status, and says what to do."""
    told = in_plain_words(refusal(status, content), SETTINGS, "")
    assert type(told) is kind
    assert f"api.openai.com (HTTP {status})" in told.problem
    assert told.mending
    with pytest.raises(kind, match=words):
        raise told


def test_a_key_that_the_server_repeats_is_blotted_out() -> None:
    """A message may be read by others than the key."""
    told = str(
        in_plain_words(refusal(401, error(f"Incorrect key {'.' * 150} sk-geheim")), SETTINGS, "sk-geheim")
    )
    assert "sk-geheim" not in told
    assert "***" in told


def test_long_reasons_are_cut() -> None:
    """A server's page of text is no error message."""
    assert len(str(in_plain_words(refusal(400, error("x " * 5000)), SETTINGS, ""))) < 500
