"""Translate a site's Markdown articles, with gettext PO files between, so that people review."""

__version__ = "0.1.0"
