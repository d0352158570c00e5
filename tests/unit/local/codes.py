"""Codes that the tests of this folder share."""

from i18n_pipeline.model.inline import Kind, Placeholder

BOLD, BOLD_END = Placeholder(1, Kind.OPEN, "**"), Placeholder(1, Kind.CLOSE, "**")
LINK, LINK_END = Placeholder(2, Kind.OPEN, "["), Placeholder(2, Kind.CLOSE, "](https://example.org)")
CODE = Placeholder(3, Kind.STANDALONE, "`cv.pdf`")
NOTE = Placeholder(4, Kind.STANDALONE, "[^1]")
IMAGE = Placeholder(5, Kind.STANDALONE, "![](foto.jpg)")
BREAK = Placeholder(6, Kind.STANDALONE, "  \n")
ADDRESS = Placeholder(7, Kind.STANDALONE, "<https://example.org>")
TAG = Placeholder(8, Kind.STANDALONE, "<wbr>")
