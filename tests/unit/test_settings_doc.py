"""The settings' reference page against the settings themselves."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from i18n_pipeline.checks import CHECKS
from i18n_pipeline.config import BackendSettings, Budget, Paths, Settings, Target
from i18n_pipeline.model.rules import FrontMatterRules

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "settings.md").read_text("utf-8")
TABLES = {"paths", "targets", "front_matter", "backend", "checks", "budget"}


def documented(heading: str) -> dict[str, str]:
    """Key → default in the table under a heading."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+?) \| ", section, re.MULTILINE))


def plain(value: object) -> object:
    """A default as TOML gives it."""
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def defaults(settings: object, *left_out: str) -> dict[str, object]:
    """Field → default, without the fields that have a table of their own."""
    names = (field.name for field in fields(settings))  # type: ignore[arg-type]
    return {name: plain(getattr(settings, name)) for name in names if name not in left_out}


def read(rows: Mapping[str, str], left_out: Iterable[str] = ()) -> dict[str, object]:
    """The page's defaults, read as TOML."""
    toml = "\n".join(f"{key} = {default.strip('`')}" for key, default in rows.items() if key not in left_out)
    return tomllib.loads(toml)


def test_every_setting_stands_on_the_page_with_its_default() -> None:
    """Each field of the dataclasses is a row, and each row is a field."""
    assert read(documented("At the top")) == defaults(Settings(Path()), "root", *TABLES)
    assert read(documented("`[paths]`")) == defaults(Paths())
    assert read(documented("`[targets.…]`"), ["front_matter"]) == defaults(Target(), "name", "front_matter")
    assert read(documented("`[front_matter]`")) == defaults(FrontMatterRules())
    assert read(documented("`[backend]`")) == defaults(BackendSettings(), "tables")
    assert read(documented("`[budget]`")) == defaults(Budget())


def test_every_table_has_a_heading() -> None:
    """No table of the settings is left out of the page."""
    named = {field.name for field in fields(Settings)}
    assert named >= TABLES
    assert set(re.findall(r"^## `\[(\w+)", PAGE, re.MULTILINE)) == TABLES


def test_every_check_stands_on_the_page() -> None:
    """In the order in which they report."""
    assert list(documented("`[checks]`")) == list(CHECKS)


def test_the_example_is_valid() -> None:
    """All TOML on the page is."""
    examples = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    assert all(tomllib.loads(example) for example in examples)
