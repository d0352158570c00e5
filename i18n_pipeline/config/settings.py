"""The settings of a project, as frozen values; each default fits the project's own layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from i18n_pipeline.model.rules import FrontMatterRules

Segmentation = Literal["sentence", "paragraph"]
Publish = Literal["machine", "reviewed"]
CheckLevel = Literal["off", "info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the articles stand: a pattern relative to the project's root, with one `{path}`."""

    source: str = "content/nl/{path}.md"


@dataclass(frozen=True, slots=True)
class Target:
    """One language to translate into.

    `name` is the table's (`[targets.en]`), `language` what the engine is asked for. `target` and
    `catalogue` are patterns as in `Paths`; `glossary` is a file below the root, empty for none.
    `front_matter` is what holds for this target, its own rules laid over the general ones.
    """

    name: str = "en"
    language: str = "en-GB"
    target: str = "content/en/{path}.md"
    catalogue: str = "po/en/{path}.po"
    glossary: str = "glossary/nl-en.csv"
    front_matter: FrontMatterRules = field(default_factory=FrontMatterRules)


@dataclass(frozen=True, slots=True)
class BackendSettings:
    """Which engine translates, and the engines' own tables (`[backend.deepl]`) as they stand."""

    name: str = "local"
    tables: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Budget:
    """Most source characters (code points) to send to a paid engine; 0: no limit.

    `price_per_million` maps an engine to what a million characters cost, in `currency`.
    """

    per_run: int = 0
    per_month: int = 0
    currency: str = "EUR"
    price_per_million: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; paths in them are relative to `root`.

    `srx` is a file of segmentation rules that replaces the built-in ones, empty for none. `checks`
    maps a check's name to its level; a check that it does not name has its own.
    """

    root: Path
    source_language: str = "nl"
    segmentation: Segmentation = "sentence"
    publish: Publish = "machine"
    srx: str = ""
    shortcode_parameters: tuple[str, ...] = ("caption", "title", "alt")
    paths: Paths = field(default_factory=Paths)
    targets: tuple[Target, ...] = field(default_factory=lambda: (Target(),))
    front_matter: FrontMatterRules = field(default_factory=FrontMatterRules)
    backend: BackendSettings = field(default_factory=BackendSettings)
    checks: Mapping[str, CheckLevel] = field(default_factory=dict)
    budget: Budget = field(default_factory=Budget)
