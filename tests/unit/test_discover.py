"""Which articles there are."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n_pipeline.errors import UsageError
from i18n_pipeline.storage.discover import articles
from i18n_pipeline.storage.pattern import Pattern

SOURCE = "content/nl/{path}.md"
TARGET = "content/en/{path}.md"
NOBODY = 65534


def made(root: Path, *paths: str) -> None:
    """Files at these paths below the root."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("Tekst.")


def told(root: Path, pattern: str = SOURCE, *targets: str) -> list[tuple[str, str]]:
    """Each article's `{path}` and what is wrong with it."""
    found = articles(root, pattern, targets=targets)
    return [(item.variable, item.problem.problem if item.problem else "") for item in found]


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, which reads everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_articles_come_sorted_by_their_path(tmp_path: Path) -> None:
    """Every file that the pattern gives, at any depth, and no other."""
    made(
        tmp_path,
        "content/nl/b.md",
        "content/nl/a.md",
        "content/nl/gidsen/c.md",
        "content/nl/foto.jpg",
        "x.md",
    )
    found = articles(tmp_path, SOURCE)
    assert [(item.variable, item.path) for item in found] == [
        ("a", "content/nl/a.md"),
        ("b", "content/nl/b.md"),
        ("gidsen/c", "content/nl/gidsen/c.md"),
    ]


def test_a_project_without_articles_has_none(tmp_path: Path) -> None:
    """A missing folder is an empty list."""
    assert articles(tmp_path, SOURCE) == []


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    """Editors' and tools' own files are no articles."""
    made(tmp_path, "content/nl/.a.md", "content/nl/.obsidian/b.md", "content/nl/.md", "content/nl/c.md")
    assert told(tmp_path) == [("c", "")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("content/{path}.nl.md", "content/{path}.en.md"),
        ("content/{path}.nl.md", "content/{path}.md"),
        ("content/{path}.md", "content/{path}.en.md"),
        ("content/{path}.md", "content/en/{path}.md"),
        ("{path}/nl.md", "{path}/en.md"),
        ("{path}.nl.md", "en/{path}.md"),
    ],
)
def test_translations_beside_the_articles_are_no_articles(tmp_path: Path, source: str, target: str) -> None:
    """Whatever the patterns, an article and its translation are one article."""
    made(
        tmp_path,
        *(Pattern(pattern).fill(path) for pattern in (source, target) for path in ("content/a", "b/c")),
    )
    made(tmp_path, *(Pattern(pattern).fill(path) for pattern in (source, target) for path in ("a", "b/d")))
    found = {item.path for item in articles(tmp_path, source, targets=[target])}
    translations = {Pattern(target).fill(Pattern(source).variable(path) or "") for path in found}
    assert found
    assert not found & translations


def test_a_pattern_may_overlap_itself() -> None:
    """A path shorter than the pattern's own text isn't given by it."""
    assert Pattern("aa{path}aa").variable("aaa") is None
    assert Pattern("aa{path}aa").variable("aabaa") == "b"


def test_what_cannot_be_used_stands_beside_what_can(tmp_path: Path) -> None:
    """A folder, links to nothing and out of the project, a pipe: each is told, the good article comes too."""
    made(tmp_path, "site/content/nl/goed.md", "buiten.md")
    folder = tmp_path / "site" / "content" / "nl"
    (folder / "map.md").mkdir()
    (folder / "buiten.md").symlink_to(tmp_path / "buiten.md")
    (folder / "niets.md").symlink_to(folder / "weg.md")
    os.mkfifo(folder / "pijp.md")
    assert told(tmp_path / "site") == [
        ("buiten", "It is a link out of the project."),
        ("goed", ""),
        ("map", "It is a folder with an article's name."),
        ("niets", "It is a link to nothing."),
        ("pijp", "It is no regular file."),
    ]


def test_a_problem_has_its_place_and_what_to_do(tmp_path: Path) -> None:
    """Each error reads as file, what is wrong, what to do."""
    (tmp_path / "content" / "nl" / "x.md").mkdir(parents=True)
    (item,) = articles(tmp_path, SOURCE)
    assert str(item.problem) == "content/nl/x.md: It is a folder with an article's name. Rename it."


def test_a_link_out_of_the_project_that_is_no_article_is_no_problem(tmp_path: Path) -> None:
    """A linked picture is nobody's business; a linked folder may hold articles and is told."""
    made(tmp_path, "site/content/nl/a.md", "elders/foto.jpg")
    (tmp_path / "site/content/nl/foto.jpg").symlink_to(tmp_path / "elders/foto.jpg")
    (tmp_path / "site/content/nl/map").symlink_to(tmp_path / "elders")
    found = articles(tmp_path / "site", SOURCE)
    assert [(item.path, bool(item.problem)) for item in found] == [
        ("content/nl/map", True),
        ("content/nl/a.md", False),
    ]


def test_links_inside_the_project_are_followed_once(tmp_path: Path) -> None:
    """A linked folder's articles are found; a link to a folder above it doesn't go round."""
    made(tmp_path, "archief/oud.md", "content/nl/a.md")
    (tmp_path / "content/nl/archief").symlink_to(tmp_path / "archief")
    (tmp_path / "content/nl/rond").symlink_to(tmp_path / "content")
    (tmp_path / "archief/terug").symlink_to(tmp_path / "content/nl")
    assert ("archief/oud", "") in told(tmp_path)
    assert ("a", "") in told(tmp_path)


def test_a_link_that_goes_round_is_told(tmp_path: Path) -> None:
    """A link to itself leads to nothing."""
    made(tmp_path, "content/nl/a.md")
    (tmp_path / "content/nl/rond.md").symlink_to("rond.md")
    assert told(tmp_path) == [("a", ""), ("rond", "It is a link to nothing.")]


def test_a_file_that_may_not_be_read_is_told(shared_folder: Path) -> None:
    """Permission denied is told before a run begins with the others."""
    made(shared_folder, "content/nl/a.md", "content/nl/geheim.md", "content/nl/kluis/b.md")
    (shared_folder / "content/nl/geheim.md").chmod(0)
    (shared_folder / "content/nl/kluis").chmod(0)
    with as_nobody():
        found = told(shared_folder)
    (shared_folder / "content/nl/kluis").chmod(0o755)
    assert found == [
        ("", "The folder can't be read: permission denied."),
        ("a", ""),
        ("geheim", "It can't be read: permission denied."),
    ]


def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    """Such a name can't stand in a PO file; the message shows it by its bytes."""
    made(tmp_path, "content/nl/a.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/content/nl/caf\xe9.md")).touch()
    found = articles(tmp_path, SOURCE)
    assert str(found[1].problem) == "content/nl/caf\\xe9.md: Its name isn't UTF-8. Rename it."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["content/nl/a.md"], ["a"]),
        (["./content/nl/../nl/a.md"], ["a"]),
        (["content/nl/gidsen"], ["gidsen/c", "gidsen/d"]),
        (["content/nl/gidsen/"], ["gidsen/c", "gidsen/d"]),
        (["content/nl/gidsen/c.md", "content/nl/a.md"], ["a", "gidsen/c"]),
        (["content"], ["a", "gidsen/c", "gidsen/d"]),
        (["."], ["a", "gidsen/c", "gidsen/d"]),
        (["content/nl/a.md", "content/nl"], ["a", "gidsen/c", "gidsen/d"]),
    ],
)
def test_paths_restrict_the_articles(tmp_path: Path, given: list[str], expected: list[str]) -> None:
    """Files and folders, in whatever form they are written."""
    made(tmp_path, "content/nl/a.md", "content/nl/gidsen/c.md", "content/nl/gidsen/d.md", "content/en/a.md")
    found = articles(
        tmp_path, SOURCE, [Path(path) for path in given], targets=[TARGET], working_folder=tmp_path
    )
    assert [item.variable for item in found] == expected


def test_paths_count_from_the_working_folder(tmp_path: Path) -> None:
    """Below the root, a path is relative to where the command was given; an absolute one works too."""
    made(tmp_path, "content/nl/a.md", "content/nl/gidsen/c.md")
    below = tmp_path / "content" / "nl" / "gidsen"
    for given, expected in ((Path("c.md"), "gidsen/c"), (Path("../a.md"), "a"), (below / "c.md", "gidsen/c")):
        (found,) = articles(tmp_path, SOURCE, [given], working_folder=below)
        assert found.variable == expected


def test_a_project_reached_through_a_link_has_two_names(tmp_path: Path) -> None:
    """Root and working folder may name the same folder differently."""
    made(tmp_path, "echt/content/nl/a.md")
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    for root, here in (("link", "echt"), ("echt", "link")):
        for given in ("content/nl/a.md", "."):
            (found,) = articles(tmp_path / root, SOURCE, [Path(given)], working_folder=tmp_path / here)
            assert found.variable == "a"


def test_problems_outside_the_given_paths_are_left_out(tmp_path: Path) -> None:
    """Who names one article hears of that one."""
    made(tmp_path, "content/nl/a.md")
    (tmp_path / "content/nl/b.md").mkdir()
    (found,) = articles(tmp_path, SOURCE, [Path("content/nl/a.md")], working_folder=tmp_path)
    assert found.problem is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("content/nl/weg.md", "There is no such file or folder. Paths count from the current folder."),
        ("content/en/a.md", "It is a translation. Name its source, content/nl/a.md."),
        (
            "README.md",
            (
                "No article is there: articles are content/nl/{path}.md, hidden files and folders left out."
                " Name an article or a folder of articles."
            ),
        ),
        (
            "leeg",
            (
                "No article is there: articles are content/nl/{path}.md, hidden files and folders left out."
                " Name an article or a folder of articles."
            ),
        ),
        (
            "content/nl/.a.md",
            (
                "No article is there: articles are content/nl/{path}.md, hidden files and folders left out."
                " Name an article or a folder of articles."
            ),
        ),
    ],
)
def test_a_path_without_articles_is_refused(tmp_path: Path, given: str, message: str) -> None:
    """A path that gives nothing is a usage error that says what would."""
    made(tmp_path, "content/nl/a.md", "content/en/a.md", "content/nl/.a.md", "README.md", "leeg/foto.jpg")
    with pytest.raises(UsageError) as caught:
        articles(tmp_path, SOURCE, [Path(given)], targets=[TARGET], working_folder=tmp_path)
    assert str(caught.value) == f"{given}: {message}"


def test_a_path_outside_the_project_is_refused(tmp_path: Path) -> None:
    """Another project's articles aren't this one's."""
    made(tmp_path, "site/content/nl/a.md", "ander/content/nl/a.md")
    with pytest.raises(UsageError, match="It isn't in the project"):
        articles(tmp_path / "site", SOURCE, [Path("ander/content/nl/a.md")], working_folder=tmp_path)
