"""Where texts for people go."""

from typing import Any

from rich.console import Console
from rich.text import Text

from i18n_pipeline.model.visible import visible


class Screen(Console):
    """A console that shows the control characters of a text, a file's name above all, and obeys none."""

    def render_str(self, text: str, **options: Any) -> Text:
        """The text as rich takes it; line feeds stay."""
        return super().render_str(visible(text, breaks=True), **options)


def errors() -> Screen:
    """Standard error."""
    return Screen(stderr=True, soft_wrap=True, highlight=False)
