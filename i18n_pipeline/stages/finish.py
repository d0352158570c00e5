"""The end of an article's way: catalogue and post, written as whole files."""

from dataclasses import dataclass, replace

from i18n_pipeline.errors import PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.formats.encoding import encode
from i18n_pipeline.model.catalogue import Catalogue
from i18n_pipeline.model.finding import Finding, Severity
from i18n_pipeline.model.publish import Status, status_of
from i18n_pipeline.model.report import ArticleReport
from i18n_pipeline.model.translation import State
from i18n_pipeline.stages.annotate import Annotator
from i18n_pipeline.stages.article import Analysed, Language, Ports
from i18n_pipeline.stages.choose import texts
from i18n_pipeline.stages.digest import ARTICLE, RENDERED, SOURCE, digest
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.merge import merge
from i18n_pipeline.stages.propose import propose
from i18n_pipeline.stages.rename import posts_and_catalogues
from i18n_pipeline.stages.render import render


@dataclass(frozen=True, slots=True)
class Made:
    """What an article became, not yet on disk: its catalogue, its post (None: none is due), findings."""

    catalogue: Catalogue
    post: bytes | None
    status: Status
    findings: tuple[Finding, ...]


def make(article: Analysed, answers: Answers, language: Language, today: str) -> Made:
    """Catalogue and post of an article from what its catalogue and the engine hold; pure."""
    document, parameters = article.document, language.reading.parameters
    annotator = Annotator(language.checks)
    proposals = propose(document, answers, parameters)
    catalogue = merge(
        document,
        article.old,
        article.leverage,
        proposals.texts,
        article=article.job.article,
        header=_header(article, language, today),
        annotate=annotator,
        remarks=article.remarks,
    )
    status = status_of(catalogue.entries)
    rendered = render(
        document,
        texts(document, catalogue),
        rules=language.reading.rules,
        status=status,
        parameters=parameters,
    )
    findings = (
        *article.decoded.findings,
        *document.findings,
        *_unknown_terms(article),
        *proposals.findings,
        *rendered.findings,
        *annotator.findings,
    )
    due = _is_due(article, answers, catalogue, status, language)
    post = encode(rendered.text, article.decoded) if due else None
    return Made(catalogue, post, status, findings)


def _is_due(
    article: Analysed, answers: Answers, catalogue: Catalogue, status: Status, language: Language
) -> bool:
    """Whether a post may be written: no text still to be asked for, and some text, reviewed if need be."""
    if answers.problem and set(article.leverage.pending) - answers.outcomes.keys():
        return False
    if catalogue.entries and not any(entry.target for entry in catalogue.entries if not entry.obsolete):
        return False
    return language.publish == "machine" or status is Status.REVIEWED


def _unknown_terms(article: Analysed) -> list[Finding]:
    return [
        Finding(
            "taxonomy-term-missing",
            Severity.WARNING,
            f"The glossary has no translation for the {segment.context} term “{segment.source}”.",
            segment.line,
            segment.source,
            "Add it to the glossary with part of speech `tag`.",
        )
        for segment in article.document.segments
        if segment.taxonomy and not segment.given
    ]


def _header(article: Analysed, language: Language, today: str) -> dict[str, str]:
    """Fields that GNU gettext asks for (manual, "Filling in the Header Entry") and the pipeline's own."""
    return {
        "Project-Id-Version": article.job.article.rpartition("/")[2],
        "PO-Revision-Date": today,
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": language.target.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": "i18n-pipeline",
        ARTICLE: article.job.article,
        SOURCE: digest(encode(article.decoded.text, article.decoded)),
    }


def finish(article: Analysed, answers: Answers, language: Language, ports: Ports) -> ArticleReport:
    """Write an article's post, then its catalogue: the next run mends what a crash between them leaves."""
    made = make(article, answers, language, ports.today)
    report = _report(article, answers, language, made)
    try:
        moved = [new for old, new in posts_and_catalogues(article.job) if ports.files.move(old, new)]
        written, findings, rendered = _written_post(article, made, ports)
        header = {**made.catalogue.header} | ({RENDERED: rendered} if rendered else {})
        data = gettext.write(replace(made.catalogue, header=header))
        if data != article.old_bytes and ports.files.write(article.job.catalogue, data):
            written = (*written, article.job.catalogue)
    except PipelineError as error:
        return replace(report, problem=error)
    return replace(
        report,
        written=tuple(dict.fromkeys((*moved, *written))),
        status=made.status if rendered and not findings else "",
        findings=(*report.findings, *findings),
    )


def _written_post(
    article: Analysed, made: Made, ports: Ports
) -> tuple[tuple[str, ...], tuple[Finding, ...], str]:
    """Paths written, findings, and the hash of the post as the pipeline last wrote it."""
    last = article.old.header.get(RENDERED, "")
    if made.post is None:
        return (), (), last
    there = ports.files.read_if_there(article.job.post)
    if there is not None and there != made.post and digest(there) != last:
        return (), (_edited_by_hand(article.job.post),), last
    written = (article.job.post,) if ports.files.write(article.job.post, made.post) else ()
    return written, (), digest(made.post)


def _edited_by_hand(post: str) -> Finding:
    return Finding(
        "post-edited-by-hand",
        Severity.ERROR,
        f"{post} is not as the pipeline wrote it and was left alone.",
        fix="Run `translate import` to take the edits over, or keep the post as it is.",
    )


def _report(article: Analysed, answers: Answers, language: Language, made: Made) -> ArticleReport:
    entries = [entry for entry in made.catalogue.entries if not entry.obsolete]
    new = sum(outcome.content is not None for outcome in answers.outcomes.values())
    failed = sum(entry.state is State.UNTRANSLATED for entry in entries)
    return ArticleReport(
        article=article.job.article,
        target=language.target,
        segments=len(entries),
        reused=len(entries) - new - failed,
        new=new,
        failed=failed,
        reviewed=sum(entry.state is State.REVIEWED for entry in entries),
        machine=sum(entry.state is State.MACHINE for entry in entries),
        outdated=sum(entry.state is State.OUTDATED for entry in entries),
        words_left=sum(len(entry.source.split()) for entry in entries if entry.state is not State.REVIEWED),
        characters=sum(outcome.billed_characters for outcome in answers.outcomes.values()),
        tokens=sum(outcome.tokens for outcome in answers.outcomes.values()),
        findings=made.findings,
        problem=answers.problem,
    )
