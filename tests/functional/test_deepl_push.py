"""`translate glossary push`: the project's terms to DeepL, by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n_pipeline.storage.lock import run_lock
from tests.fakes.deepl_site import translate, write_site
from tests.servers.deepl import KEY, DeepLServer


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with DeepLServer() as running:
        yield running


@pytest.fixture
def environment(server: DeepLServer) -> dict[str, str]:
    return {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url}


def push(site: Path, environment: dict[str, str], *options: str) -> str:
    """What the command says."""
    done = translate(site, "glossary", "push", *options, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_says_what_was_done(tmp_path: Path, server: DeepLServer, environment: dict[str, str]) -> None:
    """Created, then reused, then replaced; a dry run says what would be."""
    site = write_site(tmp_path, "werk,work", "functie,post")
    assert push(site, environment, "--dry-run") == "en: dictionary nl-en: would be created, 2 terms.\n"
    assert server.glossaries.names == {}
    assert push(site, environment) == "en: dictionary nl-en: created, 2 terms.\n"
    assert push(site, environment) == "en: dictionary nl-en: reused, 2 terms.\n"
    (site / "glossary/nl-en.csv").write_text("source,target\nwerk,labour\n", encoding="utf-8")
    assert push(site, environment, "--dry-run") == "en: dictionary nl-en: would be replaced, 1 terms.\n"
    assert push(site, environment) == "en: dictionary nl-en: replaced, 1 terms.\n"
    (site / "glossary/nl-en.csv").write_text("source,target\n", encoding="utf-8")
    assert push(site, environment) == "en: dictionary nl-en: removed, 0 terms.\n"
    assert push(site, environment) == "en: dictionary nl-en: no terms.\n"


def test_a_run_finds_what_was_pushed(
    tmp_path: Path, server: DeepLServer, environment: dict[str, str]
) -> None:
    """The same terms, so nothing is sent again: the run lists, and takes what is there."""
    site = write_site(tmp_path, "werk,occupation", "nu,at once")
    push(site, environment)
    assert translate(site, "run", **environment).returncode == 0
    changing = [request for request in server.requests if "glossaries" in request.path and request.body]
    assert [request.method for request in changing] == ["POST"]
    assert "occupation" in (site / "content/en/netwerken.md").read_text("utf-8")


def test_tags_and_what_is_not_preferred_stay_here(
    tmp_path: Path, server: DeepLServer, environment: dict[str, str]
) -> None:
    """Rows for tags are no words of the text; admitted and forbidden terms are for the checks."""
    site = write_site(tmp_path)
    (site / "glossary/nl-en.csv").write_text(
        "source,target,part_of_speech,status\nwerk,work,,preferred\nwerk,labour,,forbidden\nbaan,jobs,tag,preferred\n"
        "LinkedIn,LinkedIn,,untranslatable\n",
        encoding="utf-8",
    )
    push(site, environment)
    (id_,) = server.glossaries.names
    assert server.glossaries.terms(id_, "nl", "en") == {"werk": "work", "LinkedIn": "LinkedIn"}


def test_terms_that_do_not_fit_are_named(tmp_path: Path, environment: dict[str, str]) -> None:
    """Each with its reason, in text and in JSON."""
    site = write_site(tmp_path, "werk,work", f"lang,{'x' * 1025}")
    assert push(site, environment) == (
        "en: dictionary nl-en: created, 1 terms.\nen: left out 'lang': a term is longer than 1024 bytes.\n"
    )
    told = json.loads(push(site, environment, "--format", "json"))
    assert told == {
        "schema": 1,
        "command": "glossary push",
        "dry_run": False,
        "targets": [
            {
                "target": "en",
                "pair": "nl-en",
                "change": "reused",
                "terms": 1,
                "left_out": [{"source": "lang", "why": "a term is longer than 1024 bytes"}],
            }
        ],
    }


def test_each_target_has_its_dictionary(
    tmp_path: Path, server: DeepLServer, environment: dict[str, str]
) -> None:
    """All targets or one, in one glossary; `--target` names one that there is."""
    targets = '\n[targets.en]\n\n[targets.de]\nglossary = "glossary/nl-de.csv"\n'
    site = write_site(tmp_path, "werk,work", settings=targets)
    (site / "glossary/nl-de.csv").write_text("source,target\nwerk,Arbeit\n", encoding="utf-8")
    assert push(site, environment, "--target", "de") == "de: dictionary nl-de: created, 1 terms.\n"
    assert push(site, environment) == (
        "en: dictionary nl-en: replaced, 1 terms.\nde: dictionary nl-de: reused, 1 terms.\n"
    )
    assert len(server.glossaries.names) == 1
    unknown = translate(site, "glossary", "push", "--target", "fr", **environment)
    assert unknown.returncode == 2


def test_what_stands_in_the_way_is_told(
    tmp_path: Path, server: DeepLServer, environment: dict[str, str]
) -> None:
    """No key, a full account, a run that is on: each with what to do."""
    site = write_site(tmp_path, "werk,work")
    without_key = translate(site, "glossary", "push", DEEPL_SERVER_URL=server.url)
    assert (without_key.returncode, "DeepL needs a key" in without_key.stderr) == (2, True)
    server.glossaries.most = 0
    full = translate(site, "glossary", "push", **environment)
    assert (full.returncode, 'glossary = "off"' in full.stderr) == (2, True)
    with run_lock(site):
        assert translate(site, "glossary", "push", **environment).returncode == 5
        assert translate(site, "glossary", "push", "--dry-run", **environment).returncode == 0
