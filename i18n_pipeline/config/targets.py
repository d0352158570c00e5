"""The target languages out of their tables."""

import re
from pathlib import Path, PurePosixPath

from i18n_pipeline.config.rules import default_rules, read_rules
from i18n_pipeline.config.settings import Paths, Target
from i18n_pipeline.config.table import Table

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_paths(table: Table, source_language: str) -> Paths:
    """The table `[paths]`."""
    paths = Paths(source=pattern(table, "source", f"content/{source_language}/{{path}}.md"))
    table.close()
    return paths


def read_targets(top: Table, paths: Paths, root: Path, source_language: str) -> tuple[Target, ...]:
    """All tables `[targets.…]`; English where there is none.

    Raises UsageError for a pattern that would write over the articles or over another target's files, and
    for a language that another target has: memory, history, reports and XLIFF files know targets by it.
    """
    tables = top.table("targets")
    general = top.table("front_matter")
    names = tables.names() or ("en",)
    targets = tuple(_target(tables.table(name), general, root, source_language) for name in names)
    used = {paths.source: "paths.source"}
    owners: dict[str, str] = {}
    for target in targets:
        table = tables.table(target.name)
        _claim_language(table, target, owners)
        _claim(table, "target", target.target, used)
        _claim(table, "catalogue", target.catalogue, used)
    return targets


def pattern(table: Table, key: str, default: str) -> str:
    """A relative path with one `{path}` in it."""
    written = table.text(key, default)
    if written.count("{path}") != 1 or re.search(r"[{}]", written.replace("{path}", "")):
        problem = f"{written!r} has to hold {{path}} once, and no other braces."
        table.refuse(key, problem, f"Such as {default!r}.")
    _inside(table, key, written, default)
    return written


def file_below(table: Table, key: str, default: str, root: Path) -> str:
    """A file's path relative to the root, empty for none; a default that isn't there is none."""
    written = table.text(key, default)
    if not written or (key not in table and not (root / written).is_file()):
        return ""
    _inside(table, key, written, default)
    if not (root / written).is_file():
        table.refuse(key, f"There is no file {written!r} in {root}.", 'Mend the path, or write "" for none.')
    return written


def language(table: Table, key: str, default: str) -> str:
    """A language tag such as `nl` or `en-GB`."""
    written = table.text(key, default)
    if not _LANGUAGE.fullmatch(written):
        table.refuse(key, f"{written!r} is no language tag.", f"Such as {default!r}.")
    return written


def _target(table: Table, general: Table, root: Path, source_language: str) -> Target:
    name = table.keys[-1]
    tag = language(table, "language", "en-GB" if name == "en" else name)
    if tag.lower() == source_language.lower():
        table.refuse("language", f"{tag!r} is the source language too.", "Name the one to translate into.")
    target = Target(
        name=name,
        language=tag,
        target=pattern(table, "target", f"content/{name}/{{path}}.md"),
        catalogue=pattern(table, "catalogue", f"po/{name}/{{path}}.po"),
        glossary=file_below(table, "glossary", f"glossary/{source_language}-{name}.csv", root),
        front_matter=read_rules(table.table("front_matter"), read_rules(general, default_rules(name, tag))),
    )
    table.close()
    return target


def _claim(table: Table, key: str, written: str, used: dict[str, str]) -> None:
    if owner := used.get(written):
        problem = f"{written!r} is `{owner}` too: one would write over the other."
        table.refuse(key, problem, "Give each its own pattern.")
    used[written] = ".".join((*table.keys, key))


def _claim_language(table: Table, target: Target, owners: dict[str, str]) -> None:
    owner = owners.setdefault(target.language.lower(), target.name)
    if owner != target.name:
        problem = (
            f"{target.language!r} is the language of `targets.{owner}` too: no report could tell them apart."
        )
        table.refuse("language", problem, "Name another one, or give this target a project of its own.")


def _inside(table: Table, key: str, written: str, default: str) -> None:
    path = PurePosixPath(written)
    if path.is_absolute() or ".." in path.parts or "\\" in written or not written.isprintable():
        problem = f"{written!r} has to be a path below the project's root, with / between folders."
        table.refuse(key, problem, f"Such as {default!r}." if default else "")
