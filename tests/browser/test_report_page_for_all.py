"""A report's page for everybody: by day and by night, on a phone, by keyboard, by ear, on paper."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import opened
from tests.browser.pages import Run

# One browser for all of them.
pytestmark = pytest.mark.xdist_group("browser")

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
_CONTROLS = """all => all.filter(each => each.checkVisibility())
  .map((each, number) => each.id ||= `control-${number}`)"""


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_contrast(browser: Browser, run: Run, *, dark: bool) -> None:
    """Text has 4.5 to 1, the chart's colours 3 to 1 to what lies behind, with everything unfolded."""
    with opened(browser, run.page, dark=dark) as made:
        made.page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
        measured = made.page.evaluate(_CONTRAST)
        background = made.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(255, 255, 255)") is not dark
    assert len(measured["texts"]) > 60
    assert len(measured["colours"]) == 4
    assert [each for each in measured["texts"] if each[1] < 4.5] == []
    assert [each for each in measured["colours"] if each[1] < 3] == []


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)], ids=["day", "night"])
def test_accessibility_rules(browser: Browser, run: Run, width: int, *, dark: bool) -> None:
    """Deque's axe finds nothing to mend."""
    with opened(browser, run.page, width=width, dark=dark) as made:
        made.page.evaluate(_AXE)
        found = made.page.evaluate("axe.run({resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    told = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]
    assert told == []


def test_it_never_scrolls_sideways(browser: Browser, run: Run, large: Path) -> None:
    """From the smallest phone to a wide screen; tables scroll for themselves."""
    for file, widths in ((run.page, (320, 360, 768, 1279, 1600)), (large, (320, 1280))):
        with opened(browser, file) as made:
            for width in widths:
                made.page.set_viewport_size({"width": width, "height": 800})
                assert made.page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_reached_by_keyboard(browser: Browser, run: Run) -> None:
    """Tab meets every link, table and fold, visibly; Enter follows and unfolds."""
    with opened(browser, run.page) as made:
        page = made.page
        controls = page.locator("a, summary, [tabindex='0']").evaluate_all(_CONTROLS)
        met = []
        for _ in controls:
            page.keyboard.press("Tab")
            met.append(page.evaluate("document.activeElement.id"))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert met == controls
        fold = page.locator("summary", has_text="in numbers")
        fold.focus()
        page.keyboard.press("Enter")
        assert page.locator("details[open] tbody th", has_text="2026-02-01 02:00").is_visible()
        page.locator("a", has_text="Mend 1 article").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target').textContent") == "Not done"


def test_paper_is_white(browser: Browser, run: Run) -> None:
    """At night, too, it is printed as by day."""
    with opened(browser, run.page, dark=True) as made:
        made.page.emulate_media(media="print")
        assert made.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert made.page.pdf(format="A4").startswith(b"%PDF")
