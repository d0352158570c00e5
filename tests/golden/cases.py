"""Reads fixtures of many small titled cases: title, text, expectation, each closed by a line `.`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One case; `text` and `expected` end with a line break."""

    title: str
    text: str
    expected: str


def cases(path: Path) -> list[Case]:
    """The cases of a fixture file."""
    parts: list[str] = [""]
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line == ".\n":
            parts.append("")
        else:
            parts[-1] += line
    assert len(parts) % 3 == 1, f"{path.name}: a case is not closed"
    assert not parts[-1].strip(), f"{path.name}: text behind the last case"
    return [Case(parts[at].strip(), parts[at + 1], parts[at + 2]) for at in range(0, len(parts) - 1, 3)]
