"""`translate glossary suggest`: terms that occur often and that the glossary lacks."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from i18n_pipeline.cli import output
from i18n_pipeline.cli.glossary.articles import articles, passages
from i18n_pipeline.cli.glossary.files import GlossaryFile, glossary
from i18n_pipeline.cli.options import Paths, TargetName
from i18n_pipeline.cli.project import Project
from i18n_pipeline.formats import glossary_csv
from i18n_pipeline.formats.commonness import commonness
from i18n_pipeline.formats.lemmas import lemmatiser
from i18n_pipeline.formats.words import vocabulary
from i18n_pipeline.model.glossary import Glossary, Term
from i18n_pipeline.stages.suggest import Dictionaries, Suggester, Suggestion


class SuggestFormat(StrEnum):
    """How suggestions are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


MinArticles = Annotated[
    int, typer.Option("--min-articles", min=1, help="In how many articles a term has to stand.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many terms at most.")]
AsFormat = Annotated[
    SuggestFormat, typer.Option("--format", help="How they are printed; csv: rows to fill in and append.")
]


def command(
    paths: Paths = None,
    target: TargetName = "",
    min_articles: MinArticles = 2,
    limit: Limit = 50,
    output_format: AsFormat = SuggestFormat.TEXT,
) -> None:
    """Propose terms that are used often and missing."""
    project = Project.here()
    file = glossary(project, target)
    known = _dictionaries(project, file)
    terms = Glossary((row.term for row in file.table().rows), known.lemmatise)
    read = articles(project, file.target, paths or [])
    suggester = Suggester(passages(project, read), terms, known)
    found = suggester.suggest(min_articles=min_articles)[:limit]
    sys.stdout.writelines(_WRITERS[output_format](found, file))
    sys.stderr.writelines(f"not read: {problem}\n" for problem in read.problems)
    raise typer.Exit(3 if read.problems else 0)


def _dictionaries(project: Project, file: GlossaryFile) -> Dictionaries:
    source, target = project.settings.source_language, file.target.language
    return Dictionaries(
        source,
        lemmatiser(source),
        vocabulary(source),
        commonness(source),
        lemmatiser(target),
        commonness(target),
    )


def _text(found: Sequence[Suggestion], file: GlossaryFile) -> Iterator[str]:
    for each in found:
        facts = [f"{each.count} times in {len(each.articles)} articles"]
        if each.translations:
            facts.append(f"translated with: {', '.join(each.translations)}")
        if each.contains:
            facts.append(f"has in it: {', '.join(each.contains)}")
        yield f"{each.term}: {'; '.join(facts)}\n"
        yield f"    {each.example.article}:{each.example.line}: {each.example.text}\n"
    yield f"{len(found)} terms that {file.path} lacks.\n"


def _json(found: Sequence[Suggestion], file: GlossaryFile) -> Iterator[str]:
    terms = [asdict(each) | {"example": _example(each)} for each in found]
    content = {
        "schema": output.SCHEMA,
        "command": "glossary suggest",
        "glossary": file.path,
        "suggestions": terms,
    }
    yield json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _example(suggestion: Suggestion) -> Mapping[str, object]:
    example = suggestion.example
    return {"article": example.article, "line": example.line, "text": example.text}


def _csv(found: Sequence[Suggestion], file: GlossaryFile) -> Iterator[str]:
    """Rows as the glossary has them, their translations left to fill in."""
    table = file.table()
    has_part_of_speech = "part_of_speech" in table.columns
    for each in found:
        term = Term(each.term, "", "noun" if has_part_of_speech else "")
        yield glossary_csv.line(term, table.columns, table.separator)


_WRITERS: Mapping[SuggestFormat, Callable[[Sequence[Suggestion], GlossaryFile], Iterator[str]]] = {
    SuggestFormat.TEXT: _text,
    SuggestFormat.JSON: _json,
    SuggestFormat.CSV: _csv,
}
