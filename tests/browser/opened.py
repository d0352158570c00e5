"""A page in the browser, with what it did meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, ViewportSize


@dataclass
class Opened:
    """A page, the addresses that it asked for, and what it said: console, errors, dialogs."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        """Note what a dialog says and close it, as it would stop everything."""
        self.said.append(dialog.message)
        dialog.dismiss()


@contextmanager
def opened(browser: Browser, file: Path, *, width: int = 1280, dark: bool = False) -> Iterator[Opened]:
    """The page at a file's address, by day or by night."""
    viewport = ViewportSize(width=width, height=800)
    with browser.new_context(viewport=viewport, color_scheme="dark" if dark else "light") as context:
        page = context.new_page()
        made = Opened(page)
        page.on("request", lambda request: made.asked.append(request.url))
        page.on("console", lambda message: made.said.append(message.text))
        page.on("pageerror", lambda error: made.said.append(str(error)))
        page.on("dialog", made.dismiss)
        page.goto(file.as_uri())
        yield made


def texts(page: Page, selector: str) -> list[str]:
    """The text of each element, shown or not."""
    return page.locator(selector).all_text_contents()
