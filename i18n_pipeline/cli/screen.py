"""Where texts for people go."""

from typing import Any

from rich.console import Console
from rich.text import Text

from i18n_pipeline.model.visible import visible


class Screen(Console):
    """A console that shows a text as it is, its control characters too, and obeys none of it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(emoji=False, highlight=False, **options)

    def render_str(self, text: str, **options: Any) -> Text:
        """The text as rich takes it; line feeds stay."""
        return super().render_str(visible(text, breaks=True), **options)


def errors() -> Screen:
    """Standard error."""
    return Screen(stderr=True, soft_wrap=True)
