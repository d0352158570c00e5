"""What reading and writing need to know of a notation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from i18n_pipeline.formats.front_matter.fields import Notation, Path
from i18n_pipeline.formats.front_matter.slot import Patches, Slot, Slots


@dataclass(frozen=True, slots=True)
class Grammar:
    """A notation's functions.

    `slots(content)` raises ArticleError with a line of the content, or NotFrontMatterError.
    `replacements(content, slot, text, newline)`, `insertions(content, slots, path, text, newline)`
    and `removals(content, slots, path)` give ways to do it, the best first; whoever calls them
    checks the outcome. `insertions` raises ValueError where there is no place for the path.
    """

    slots: Callable[[str], Slots]
    replacements: Callable[[str, Slot, str, str], Iterator[Patches]]
    insertions: Callable[[str, Slots, Path, str, str], Iterator[Patches]]
    removals: Callable[[str, Slots, Path], Iterator[Patches]]


def grammar(notation: Notation) -> Grammar:
    """The functions of a notation, loaded when a text first has it; raises ValueError for none."""
    if notation is Notation.YAML:
        from i18n_pipeline.formats.front_matter import (  # noqa: PLC0415
            yaml_replacement,
            yaml_slots,
            yaml_structure,
        )

        return Grammar(
            yaml_slots.slots,
            yaml_replacement.replacements,
            yaml_structure.insertions,
            yaml_structure.removals,
        )
    if notation is Notation.TOML:
        from i18n_pipeline.formats.front_matter import (  # noqa: PLC0415
            toml_scalar,
            toml_slots,
            toml_structure,
        )

        return Grammar(
            toml_slots.slots, toml_scalar.replacements, toml_structure.insertions, toml_structure.removals
        )
    raise ValueError(f"{notation} has no grammar")
