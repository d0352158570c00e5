"""`translate glossary import`: terms of another file, taken into the project's own."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from i18n_pipeline.cli.glossary.files import GlossaryFile, decoded, glossary
from i18n_pipeline.cli.options import TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.errors import GlossaryError, PipelineError
from i18n_pipeline.formats import glossary_csv, glossary_list, tbx
from i18n_pipeline.formats.glossary_patch import patched
from i18n_pipeline.model.glossary import Term
from i18n_pipeline.stages.glossary_merge import Clash, Merge, merge
from i18n_pipeline.storage import files

File = Annotated[
    Path, typer.Argument(help="A TBX file, a table with the glossary's columns, or a list of two columns.")
]
Write = Annotated[bool, typer.Option("--write", help="Write it; without, only show what would change.")]
Replace = Annotated[bool, typer.Option("--replace", help="Let the file win over rows that say otherwise.")]

_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")
_ZIP = b"PK\x03\x04"


def command(file: File, target: TargetName = "", write: Write = False, replace: Replace = False) -> None:
    """Compare a file of terms; take it in with --write."""
    project = Project.here()
    own = glossary(project, target)
    merged = merge(own.table().rows, _terms(file, project.settings.source_language, own.target.language))
    replaced = merged.replaced if replace else {}
    text = _patched(own, merged, replaced)
    sys.stdout.writelines(_lines(merged, own.path, replace=replace))
    written = write and files.write(project.settings.root / own.path, text.encode())
    sys.stdout.write(_summary(merged, len(replaced), own.path, written=written, asked=write))
    raise typer.Exit(1 if len(merged.clashes) > len(replaced) else 0)


def _terms(file: Path, source: str, target: str) -> tuple[Term, ...]:
    data = files.read(file)
    try:
        if data.startswith(_ZIP):
            raise GlossaryError("it is a spreadsheet.", mending="Save it as CSV.")
        if data.lstrip().startswith(_XML):
            return tbx.read(data, source, target)
        return glossary_list.read(decoded(data, str(file)))
    except PipelineError as error:
        raise error.at(str(file)) from error


def _patched(own: GlossaryFile, merged: Merge, replaced: dict[int, Term]) -> str:
    """The new text, proven to be a glossary that a run takes."""
    try:
        text = patched(own.text, merged.added, replaced)
        glossary_csv.read(text)
    except GlossaryError as error:
        raise error.at(own.path) from error
    return text


def _lines(merged: Merge, path: str, *, replace: bool) -> Iterator[str]:
    for term in merged.added:
        yield f"+ {_shown(term)}\n"
    for clash in merged.clashes:
        yield f"{'~' if replace and clash.row.line else '!'} {_told(clash, path)}\n"


def _told(clash: Clash, path: str) -> str:
    place = f"{path}:{clash.row.line}" if clash.row.line else "the same file"
    return f"{_shown(clash.term)}, but {place} has: {_shown(clash.row.term)}"


def _shown(term: Term) -> str:
    facts = (term.part_of_speech, str(term.status), "exact case" if term.case == "exact" else "", term.note)
    return f"{term.source} → {term.target} ({', '.join(filter(None, facts))})"


def _summary(merged: Merge, replaced: int, path: str, *, written: bool, asked: bool) -> str:
    numbers = (
        f"{len(merged.added)} new",
        f"{replaced} replaced",
        f"{len(merged.clashes) - replaced} clash",
        f"{merged.same} there already",
    )
    done = "It was written." if written else "It stays as it is."
    if not asked and (merged.added or replaced):
        done = "Nothing was written; --write does."
    return f"{path}: {', '.join(numbers)}. {done}\n"
