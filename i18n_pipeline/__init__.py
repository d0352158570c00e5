"""Translate a site's Markdown articles, with gettext PO files between, so that people review."""

from importlib.metadata import version

__version__ = version("i18n-pipeline")
