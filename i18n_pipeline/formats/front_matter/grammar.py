"""What reading and writing need to know of a notation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from i18n_pipeline.formats.front_matter import toml_slots, toml_structure, yaml_slots, yaml_structure
from i18n_pipeline.formats.front_matter.fields import Notation, Path
from i18n_pipeline.formats.front_matter.slot import Patches, Slot, Slots
from i18n_pipeline.formats.front_matter.toml_scalar import replacements as toml_replacements
from i18n_pipeline.formats.front_matter.yaml_replacement import replacements as yaml_replacements


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


GRAMMARS = {
    Notation.YAML: Grammar(
        yaml_slots.slots, yaml_replacements, yaml_structure.insertions, yaml_structure.removals
    ),
    Notation.TOML: Grammar(
        toml_slots.slots, toml_replacements, toml_structure.insertions, toml_structure.removals
    ),
}
