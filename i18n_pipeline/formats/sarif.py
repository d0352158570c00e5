"""Findings as SARIF 2.1.0 (OASIS), which GitHub and others show beside the lines that they are about."""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType
from urllib.parse import quote

from i18n_pipeline.model.finding import Located, Severity
from i18n_pipeline.model.visible import visible_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
)


def sarif(found: Iterable[Located], version: str) -> str:
    """One run of this tool's `version` as JSON; paths are relative to the repository's root."""
    results = list(found)
    codes = {each.finding.code: each.finding.check for each in results}
    rules = list(codes)
    driver = {
        "name": "i18n-pipeline",
        "version": version,
        "rules": [_rule(code, check) for code, check in codes.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.finding.code)) for each in results],
    }
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return visible_json(json.dumps(content, ensure_ascii=False, indent=2))


def _rule(code: str, check: str) -> dict[str, object]:
    text = code.replace("-", " ").capitalize()
    return {"id": code, "shortDescription": {"text": text}, "properties": {"tags": [check] if check else []}}


def _result(each: Located, rule: int) -> dict[str, object]:
    finding = each.finding
    region = {"region": {"startLine": each.line}} if each.line else {}
    place = {"artifactLocation": {"uri": quote(each.path, errors="surrogateescape")}, **region}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.fix}".strip()},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"segment/v1": _fingerprint(each)},
    }


def _fingerprint(each: Located) -> str:
    """The same for the same finding in the same text, on whatever line it stands."""
    finding = each.finding
    parts = (each.path, finding.code, finding.context or "", finding.segment, finding.message)
    return blake2b("\0".join(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
