"""The project's glossary files, as the commands of the glossary read them."""

from dataclasses import dataclass

from i18n_pipeline.cli.project import Project
from i18n_pipeline.config import Target
from i18n_pipeline.errors import GlossaryError, Place, UsageError
from i18n_pipeline.formats import glossary_csv
from i18n_pipeline.formats.glossary_csv import Table
from i18n_pipeline.storage import files


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A target's glossary: its text as it is on disk, byte order mark and line ends included."""

    target: Target
    path: str
    text: str

    def table(self) -> Table:
        """Its rows; raises GlossaryError where it is no table."""
        try:
            return glossary_csv.scan(self.text)
        except GlossaryError as error:
            raise error.at(self.path) from error


def glossaries(project: Project, name: str) -> list[GlossaryFile]:
    """The glossaries of all targets, or of the one of that name.

    Raises UsageError where none has a glossary.
    """
    found = [_read(project, target) for target in project.targets(name) if target.glossary]
    if not found:
        raise UsageError(
            "there is no glossary.", mending="Name a file in `[targets.en] glossary` of i18n.toml."
        )
    return found


def glossary(project: Project, name: str) -> GlossaryFile:
    """The one glossary; raises UsageError where several targets have their own."""
    found = glossaries(project, name)
    if len(found) > 1:
        names = ", ".join(each.target.name for each in found)
        raise UsageError("there are several glossaries.", mending=f"Choose one with --target: {names}.")
    return found[0]


def _read(project: Project, target: Target) -> GlossaryFile:
    text = decoded(files.read(project.settings.root / target.glossary), target.glossary)
    return GlossaryFile(target, target.glossary, text)


def decoded(data: bytes, path: str) -> str:
    """UTF-8 text; raises GlossaryError with the line of what isn't."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            "it isn't UTF-8.", place=Place(path, line), mending="Save it as UTF-8."
        ) from error
