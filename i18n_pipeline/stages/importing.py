"""A post that people wrote or edited into its article's catalogue, with the proof that nothing is lost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from i18n_pipeline.formats import front_matter, gettext
from i18n_pipeline.formats.encoding import decode, encode
from i18n_pipeline.model.alignment import Band
from i18n_pipeline.model.catalogue import Catalogue
from i18n_pipeline.model.finding import Finding
from i18n_pipeline.model.publish import Status
from i18n_pipeline.stages import three_way
from i18n_pipeline.stages.adopt import adopt
from i18n_pipeline.stages.align.changed import Compared
from i18n_pipeline.stages.align.edits import edits
from i18n_pipeline.stages.align.lexicon import Lexicon
from i18n_pipeline.stages.align.matches import matches
from i18n_pipeline.stages.align.titles import Titles, untitled
from i18n_pipeline.stages.article import Analysed, Language
from i18n_pipeline.stages.choose import texts
from i18n_pipeline.stages.differences import Told, other_form, with_line_ends
from i18n_pipeline.stages.digest import RENDERED, SOURCE, digest
from i18n_pipeline.stages.dispatch import Answers
from i18n_pipeline.stages.finish import make
from i18n_pipeline.stages.guard import guarded
from i18n_pipeline.stages.leverage import leverage
from i18n_pipeline.stages.render import render
from i18n_pipeline.stages.segment import Reading, segment
from i18n_pipeline.stages.three_way_told import outdated, refused


class Source(StrEnum):
    """Where a post's text comes from."""

    EDITED = "edited"
    """The pipeline wrote it, from this catalogue, and somebody changed it since."""
    PAIR = "pair"
    """Somebody wrote it; or the catalogue is another one than it was written from."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How posts are read: their sentences and front matter, and what tells that two texts belong together."""

    reading: Reading
    lexicon: Lexicon
    titles: Titles
    today: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a post gave; `catalogue` is the PO file's new bytes, `same` says that a build gives the post."""

    source: Source
    catalogue: bytes
    bands: Counter[Band] = field(default_factory=Counter)
    same: bool = False
    findings: tuple[Finding, ...] = ()


def import_post(article: Analysed, post: bytes, language: Language, reader: Reader) -> Imported:
    """Take over what of a post is sure.

    Raises PipelineError (its place without a path) for a post that can't be read.
    """
    return _Importer(article, post, language, reader).imported()


class _Importer:
    def __init__(self, article: Analysed, post: bytes, language: Language, reader: Reader) -> None:
        self._article, self._language, self._reader = article, language, reader
        self._path = article.job.post
        self._bytes = post
        decoded = decode(post)
        self._text = with_line_ends(decoded.text, article.decoded.text)
        self._form = list(other_form(article.decoded, decoded, self._path))
        self._told = Told(self._path, language.reading.rules)
        self._post = segment(self._text, reader.reading)

    def imported(self) -> Imported:
        made = make(self._article, Answers(), self._language, self._reader.today)
        written = self._as_written(made.catalogue, made.status)
        header = self._article.old.header
        if RENDERED in header and (written is None or header.get(SOURCE) != made.catalogue.header[SOURCE]):
            return self._edited_beside(made.catalogue, header[RENDERED])
        if written is not None:
            return self._edited(made.catalogue, written)
        return self._pair(made.catalogue)

    def _as_written(self, catalogue: Catalogue, status: Status) -> Status | None:
        """The status of the post that the pipeline last wrote, where that was from this catalogue."""
        last = self._article.old.header.get(RENDERED)
        order = sorted(Status, key=lambda each: each is not status)
        return next((each for each in order if digest(self._rendered(catalogue, each)) == last), None)

    def _rendered(self, catalogue: Catalogue, status: Status) -> bytes:
        rendered = render(
            self._article.document,
            texts(self._article.document, catalogue),
            rules=self._language.reading.rules,
            status=status,
            parameters=self._language.reading.parameters,
        )
        return encode(rendered.text, self._article.decoded)

    def _edited(self, catalogue: Catalogue, written: Status) -> Imported:
        document, parameters = self._article.document, self._language.reading.parameters
        written_texts = texts(document, catalogue)
        found = edits(document, written_texts, self._post, parameters)
        escaped = guarded(document, written_texts, parameters).texts
        new = [match for match in found.matches if not match.text or match.text != escaped.get(match.segment)]
        adopted = adopt(document, catalogue, new, post=self._path, overwrite=True)
        after, status = self._after(adopted.catalogue)
        expected = self._rendered(after, status)
        same = self._bytes in {expected, self._rendered(after, written)}
        findings = [*adopted.findings, *self._told.surplus(found.surplus), *self._form]
        if not same:
            findings += self._told.not_carried(decode(self._rendered(after, written)).text, self._text)
        elif self._bytes != expected:
            findings.append(self._told.new_status(written, status))
        # What a build gives now counts as written: the next import sees what is left to be carried.
        last = digest(self._bytes if same else expected)
        return self._outcome(Source.EDITED, after, last, Counter(adopted.bands.values()), findings, same=same)

    def _edited_beside(self, catalogue: Catalogue, last: str) -> Imported:
        """Edits of a post whose article or catalogue changed too since it was written."""
        old, like = self._article.old, self._article.decoded
        found = three_way.edits(
            old, self._post, self._text, self._reader.reading, lambda text: digest(encode(text, like)) == last
        )
        if (edited := found.edited) is None:
            return self._pair(catalogue, found.compared)
        after, status = self._after(three_way.taken(old, edited))
        bands = Counter({Band.REVIEWED: len(edited)})
        same = self._bytes == self._rendered(after, status)
        findings = list(outdated(edited, after, self._path))
        # All that was edited is in the catalogue, so a run may go on from this post.
        return self._outcome(Source.EDITED, after, digest(self._bytes), bands, findings, same=same)

    def _pair(self, catalogue: Catalogue, compared: Compared | None = None) -> Imported:
        """Texts for entries that have none; of an edited post only those that the old catalogue lacks."""
        document, reader = self._article.document, self._reader
        found = matches(document, self._post, reader.lexicon, self._language.reading.parameters)
        found, told = untitled(
            found, document, self._post, self._path, reader.titles, self._language.reading.rules
        )
        chosen = found.matches if compared is None else compared.new(found.matches)
        adopted = adopt(
            document, catalogue, chosen, post=self._path, overwrite=False, unsigned=self._unsigned()
        )
        after, status = self._after(adopted.catalogue)
        expected = self._rendered(after, status)
        same = self._bytes == expected
        findings = [*told, *adopted.findings, *self._told.surplus(found.surplus), *self._form]
        if not same:
            findings.append(self._told.summary(decode(expected).text, self._text))
            findings += refused(compared, self._path) if compared else ()
        last = digest(self._bytes) if same else self._article.old.header.get(RENDERED, "")
        return self._outcome(Source.PAIR, after, last, Counter(adopted.bands.values()), findings, same=same)

    def _unsigned(self) -> Status | None:
        """What the post says of itself where its catalogue is gone: by it alone nobody signed a text off."""
        path = tuple(self._language.reading.rules.status_key.split("."))
        said = next((each.text for each in front_matter.read(self._text).fields if each.path == path), None)
        return next((each for each in (Status.DRAFT, Status.MACHINE) if each == said), None)

    def _after(self, old: Catalogue) -> tuple[Catalogue, Status]:
        """The catalogue as a run leaves it, and what the post is called then."""
        article = replace(self._article, old=old, leverage=leverage(self._article.document, old))
        made = make(article, Answers(), self._language, self._reader.today)
        return made.catalogue, made.status

    def _outcome(
        self,
        source: Source,
        catalogue: Catalogue,
        last: str,
        bands: Counter[Band],
        findings: Sequence[Finding],
        *,
        same: bool,
    ) -> Imported:
        header = {name: value for name, value in catalogue.header.items() if name != RENDERED or last}
        data = gettext.write(replace(catalogue, header=header | ({RENDERED: last} if last else {})))
        return Imported(source, data, bands, same, tuple(findings))
