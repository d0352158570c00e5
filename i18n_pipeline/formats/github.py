"""Findings as GitHub's workflow commands, which annotate the lines of a pull request."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from i18n_pipeline.model.finding import Located, Severity
from i18n_pipeline.model.visible import visible

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
)
# GitHub, "Workflow commands": a message has no line breaks, a property no colons and commas either.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(found: Iterable[Located]) -> Iterator[str]:
    """A line for each finding: `::warning file=…,line=…,title=…::message`."""
    for each in found:
        finding = each.finding
        properties = {"file": each.path, "line": str(each.line or 1), "title": finding.code}
        written = ",".join(
            f"{name}={visible(value.translate(_IN_PROPERTY))}" for name, value in properties.items()
        )
        message = f"{finding.message} {finding.fix}".strip().translate(_IN_MESSAGE)
        yield f"::{_COMMANDS[finding.severity]} {written}::{visible(message)}"
