"""Reviewed titles written into the articles on disk, before a run that finds nothing else to do."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from i18n_pipeline import config
from i18n_pipeline.cli.project import Project
from i18n_pipeline.cli.source_titles import SourceTitles
from i18n_pipeline.cli.work import Run, work
from i18n_pipeline.errors import ArticleError, PipelineError
from i18n_pipeline.formats import gettext
from i18n_pipeline.model.report import RunReport
from i18n_pipeline.stages.filled import FILLED, is_filled
from i18n_pipeline.storage.site import Site
from tests.functional.test_cli import translate

ARTICLE = (
    "---\r\ntitle: Netwerken\r\nenglish_title: ''   # leeg\r\nx: [a,b]\r\n---\r\n\r\n* \u00c3\u00a9cht.\r\n"
).encode()
NL, EN, PO = "content/nl/netwerken.md", "content/en/netwerken.md", "po/en/netwerken.po"


@dataclass(frozen=True)
class Desk:
    """A project with one article, and what its editor and its translator do there."""

    root: Path

    def run(self) -> tuple[RunReport, SourceTitles]:
        """A run with --write-source, without an engine."""
        project = Project(config.load(self.root))
        titles = SourceTitles.of(project)
        works = titles.fill(work(project, []))
        return titles.told(Run(project, works, quiet=True).build()), titles

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        return (self.root / path).read_bytes()

    def edit(self, path: str, old: bytes, new: bytes) -> None:
        """Save a file with a text that is another one."""
        assert old in self.read(path)
        (self.root / path).write_bytes(self.read(path).replace(old, new))

    def review(self, title: str, source: str = "Netwerken", path: str = PO) -> None:
        """Sign a title off."""
        catalogue = (self.root / path).read_text(encoding="utf-8")
        head, _, rest = catalogue.partition(f'msgid "{source}"\nmsgstr "')
        _, _, tail = rest.partition('"')
        head = head.replace("#, fuzzy\nmsgctxt", "msgctxt")
        (self.root / path).write_text(f'{head}msgid "{source}"\nmsgstr "{title}"{tail}', encoding="utf-8")

    def state(self) -> dict[str, tuple[bytes, int]]:
        """Every file's bytes and time."""
        found = (path for path in self.root.rglob("*.*") if path.is_file())
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project with one article and its catalogue."""
    (tmp_path / "content/nl").mkdir(parents=True)
    (tmp_path / "i18n.toml").write_text('[backend]\nname = "pseudo"\n', encoding="utf-8")
    (tmp_path / NL).write_bytes(ARTICLE)
    result = Desk(tmp_path)
    result.run()
    return result


def test_the_title_is_filled_in_and_then_nothing_changes(desk: Desk) -> None:
    """One value of the article is new, its mode is kept, and a second run writes no file."""
    (desk.root / NL).chmod(0o640)
    desk.review("Networking")
    report, titles = desk.run()
    assert desk.read(NL) == ARTICLE.replace(b"''", b"'Networking'")
    assert (desk.root / NL).stat().st_mode & 0o777 == 0o640
    assert report.articles[0].written == (NL, EN, PO)
    assert str(titles) == "Titles were written into 1 articles.\n"
    before = desk.state()
    again, _ = desk.run()
    assert (desk.state(), again.articles[0].written) == (before, ())


def test_a_title_that_waits(desk: Desk) -> None:
    """The article stays as it is, and the summary names it."""
    report, titles = desk.run()
    assert desk.read(NL) == ARTICLE
    assert "title-not-reviewed" in [finding.code for finding in report.articles[0].findings]
    assert str(titles) == f"Titles of 1 articles wait for a person to sign them off: {NL}.\n"


def test_a_correction_follows(desk: Desk) -> None:
    """A title that was corrected in the catalogue is corrected in the article, and an older one forgotten."""
    desk.review("Networks")
    desk.run()
    desk.review("Networking")
    desk.run()
    assert desk.read(NL) == ARTICLE.replace(b"''", b"'Networking'")
    header = gettext.read(desk.read(PO)).header
    assert is_filled("Networking", header)
    assert not is_filled("Networks", header)


def test_what_a_person_changed_in_the_article_stays(desk: Desk) -> None:
    """An editor's other title is neither overwritten nor taken over, but told."""
    desk.review("Networking")
    desk.run()
    desk.edit(NL, b"'Networking'", b"'Networks'")
    edited = desk.read(NL)
    for _ in range(2):
        report, _ = desk.run()
        assert desk.read(NL) == edited
        assert "title-differs" in [finding.code for finding in report.articles[0].findings]
    assert b'msgstr "Networking"' in desk.read(PO)
    assert FILLED not in gettext.read(desk.read(PO)).header


def test_an_edited_title_is_not_signed_off_by_what_was_filled_in(desk: Desk) -> None:
    """The English of a former title stays in the article, and waits until a person signed off the new one."""
    desk.review("Networking")
    desk.run()
    desk.edit(NL, b"Netwerken", b"Solliciteren")
    edited = desk.read(NL)
    report, _ = desk.run()
    assert (report.articles[0].reviewed, desk.read(NL)) == (0, edited)
    assert "title-not-reviewed" in [finding.code for finding in report.articles[0].findings]
    desk.review("Applying", "Solliciteren")
    desk.run()
    assert desk.read(NL) == edited.replace(b"Networking", b"Applying")


def test_an_emptied_title_is_filled_again(desk: Desk) -> None:
    """Who empties the key has it filled in from the catalogue."""
    desk.review("Networking")
    desk.run()
    filled = desk.read(NL)
    desk.edit(NL, b"'Networking'", b"''")
    desk.run()
    assert desk.read(NL) == filled


def test_the_post_is_the_same_before_and_after(desk: Desk) -> None:
    """What a run without writing makes of the catalogue is what it makes of the filled article."""
    desk.review('Networking: \\"now\\"')
    project = Project(config.load(desk.root))
    Run(project, work(project, []), quiet=True).build()
    post = desk.read(EN)
    desk.run()
    assert desk.read(EN) == post


class Killed(Site):
    """Files of a process that dies before it writes the article."""

    def write(self, path: str, data: bytes) -> bool:
        """All but the article."""
        if path == NL:
            raise KeyboardInterrupt
        return super().write(path, data)


def test_a_crash_between_the_two_files(desk: Desk) -> None:
    """The catalogue is written first, and the next run goes on from there."""
    desk.review("Networking")
    project = Project(config.load(desk.root))
    with pytest.raises(KeyboardInterrupt):
        SourceTitles(project, Killed(desk.root)).fill(work(project, []))
    assert desk.read(NL) == ARTICLE
    desk.run()
    assert desk.read(NL) == ARTICLE.replace(b"''", b"'Networking'")
    assert is_filled("Networking", gettext.read(desk.read(PO)).header)


@pytest.mark.parametrize("path", [NL, PO])
def test_a_file_that_somebody_saves_meanwhile_is_left_alone(desk: Desk, path: str) -> None:
    """Article and catalogue are written only as long as they are as they were read."""
    desk.review("Networking")
    project = Project(config.load(desk.root))
    titles, works = SourceTitles.of(project), work(project, [])
    with (desk.root / path).open("ab") as file:
        file.write(b"# Nog iets.\n")
    saved = desk.read(NL), desk.read(PO)
    titles.fill(works)
    assert (desk.read(NL), desk.read(PO)) == saved
    (report,) = titles.reports.values()
    assert "saved" in str(report.problem)


class ReadOnly(Site):
    """A disk that takes nothing."""

    def write(self, path: str, data: bytes) -> bool:
        """Refuses."""
        raise ArticleError(f"{path} ({len(data)} bytes) can't be written.")


def test_an_article_that_cant_be_written_is_told(desk: Desk) -> None:
    """The report has the problem, and the rest of the run goes on."""
    desk.review("Networking")
    project = Project(config.load(desk.root))
    titles = SourceTitles(project, ReadOnly(desk.root))
    report = titles.told(Run(project, titles.fill(work(project, [])), quiet=True).build())
    assert isinstance(report.articles[0].problem, PipelineError)
    assert report.articles[0].written == (EN, PO)


def test_a_link_is_no_article_to_write_to(desk: Desk) -> None:
    """Through a link nothing is written, even where the title of its own catalogue is reviewed."""
    link = desk.root / "content/nl/link.md"
    link.symlink_to("netwerken.md")
    desk.run()
    desk.review("Networking", path="po/en/link.po")
    desk.run()
    assert link.is_symlink()
    assert desk.read(NL) == ARTICLE


def test_each_target_fills_its_own_key(desk: Desk) -> None:
    """Several languages write into one article, one after the other."""
    settings = "[targets.en]\n\n[targets.de.front_matter]\nderive = {german_title = 'title'}\n"
    (desk.root / "i18n.toml").write_text(settings, encoding="utf-8")
    desk.edit(NL, b"x: ", b"german_title:\r\nx: ")
    desk.run()
    desk.review("Networking")
    desk.review("Netzwerken", path="po/de/netwerken.po")
    desk.run()
    german = ARTICLE.replace(b"x: ", b"german_title: Netzwerken\r\nx: ")
    assert desk.read(NL) == german.replace(b"''", b"'Networking'")
    before = desk.state()
    desk.run()
    assert desk.state() == before


def test_a_key_that_two_targets_derive(desk: Desk) -> None:
    """It is left alone and told, until the settings leave it to one of them."""
    settings = "[targets.en]\n\n[targets.us]\nlanguage = 'en-US'\n"
    (desk.root / "i18n.toml").write_text(settings, encoding="utf-8")
    desk.review("Networking")
    _, titles = desk.run()
    assert desk.read(NL) == ARTICLE
    assert str(titles) == "Several targets derive english_title: left as it is.\n"
    settings += "\n[targets.us.front_matter]\nderive = {}\n"
    (desk.root / "i18n.toml").write_text(settings, encoding="utf-8")
    desk.run()
    assert desk.read(NL) == ARTICLE.replace(b"''", b"'Networking'")


def test_a_renamed_article(desk: Desk) -> None:
    """Its catalogue is still where it was, and moves along with what was noted there."""
    desk.review("Networking")
    (desk.root / NL).rename(desk.root / "content/nl/contacten.md")
    desk.run()
    assert desk.read("content/nl/contacten.md") == ARTICLE.replace(b"''", b"'Networking'")
    assert is_filled("Networking", gettext.read(desk.read("po/en/contacten.po")).header)
    assert not (desk.root / PO).exists()


def test_a_pass_is_done_with_a_filled_article(desk: Desk) -> None:
    """`translate sync` goes through the article once more, and finds nothing to do after that."""
    assert translate(desk.root, "sync").returncode == 0
    desk.review("Networking")
    desk.run()
    before = desk.read(NL), desk.read(EN), desk.read(PO)
    for _ in range(2):
        last = translate(desk.root, "sync")
    assert (desk.read(NL), desk.read(EN), desk.read(PO)) == before
    assert "Nothing to do" in last.stdout
