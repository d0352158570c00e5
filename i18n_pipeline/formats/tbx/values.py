"""What the glossary's columns are called in TBX-Basic."""

from collections.abc import Mapping
from types import MappingProxyType

from i18n_pipeline.model.glossary import Status

STATUS: Mapping[Status, str] = MappingProxyType(
    {
        Status.PREFERRED: "preferredTerm-admn-sts",
        Status.ADMITTED: "admittedTerm-admn-sts",
        Status.FORBIDDEN: "deprecatedTerm-admn-sts",
        Status.UNTRANSLATABLE: "preferredTerm-admn-sts",
    }
)
"""The data category `administrativeStatus`."""

PARTS_OF_SPEECH = ("adjective", "adverb", "noun", "other", "verb")
"""The values that `partOfSpeech` may have."""

SUBSET = "projectSubset"
"""The data category that carries what TBX-Basic has no word for, as `column=value`."""


def status(written: str) -> Status | None:
    """The status that a value of `administrativeStatus` says, in its long form or as `preferred`."""
    name = written.strip().lower().partition("term")[0]
    return {
        "preferred": Status.PREFERRED,
        "admitted": Status.ADMITTED,
        "deprecated": Status.FORBIDDEN,
        "superseded": Status.FORBIDDEN,
    }.get(name)
