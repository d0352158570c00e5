"""Translate a site's Markdown articles, with gettext PO files between, so that people review."""


def __getattr__(name: str) -> str:
    """`__version__`, looked up when it is asked for: that takes longer than a pass with nothing to do."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("i18n-pipeline")
    raise AttributeError(name)
