"""Dutch article and reviewed catalogue to the English post, one pair per notation."""

from pathlib import Path

import pytest

from i18n_pipeline.model.catalogue import Catalogue
from i18n_pipeline.model.translation import State
from tests.functional.site import Site

_PAIRS = Path(__file__).with_name("pairs")
_NAMES = sorted(path.name.removesuffix(".po") for path in _PAIRS.glob("*.po"))


def _site(name: str) -> Site:
    site = Site({})
    site.files.files["nl/a.md"] = (_PAIRS / f"{name}.nl.md").read_bytes()
    site.files.files["po/a.po"] = (_PAIRS / f"{name}.po").read_bytes()
    return site


def _texts(catalogue: Catalogue) -> list[tuple[str | None, str, str, State]]:
    return [(entry.context, entry.source, entry.target, entry.state) for entry in catalogue.entries]


@pytest.mark.parametrize("name", _NAMES)
def test_pair(name: str) -> None:
    """A reviewed catalogue makes exactly this post, and no engine is asked."""
    site = _site(name)
    (report,) = site.run()
    assert report.problem is None
    assert site.backend.asked == []
    assert site.post() == (_PAIRS / f"{name}.en.md").read_bytes().decode()


@pytest.mark.parametrize("name", _NAMES)
def test_catalogue(name: str) -> None:
    """A run leaves every text and its order as the reviewer left them, and a second one writes nothing."""
    site = _site(name)
    before = _texts(site.catalogue())
    site.run()
    assert _texts(site.catalogue()) == before
    assert {state for *_, state in before} == {State.REVIEWED}
    site.run()
    assert site.files.writes == []
