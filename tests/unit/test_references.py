"""Character references in what engines read."""

import pytest

from i18n_pipeline.backends.references import readable
from i18n_pipeline.model.inline import Kind, Placeholder

CODE = Placeholder(1, Kind.STANDALONE, "`&euml;`")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("co&euml;rdinatie", "coërdinatie"),
        ("&#8217;s &#xEB; &eacute;&eacute;n", "’s ë één"),
        ("10&nbsp;km", "10\u00a0km"),
        ("R&amp;D &lt;b&gt; &#42; &quot;", "R&amp;D &lt;b&gt; &#42; &quot;"),
        ("&notit; &unknown; &euml &; O&O;", "&notit; &unknown; &euml &; O&O;"),
    ],
)
def test_characters_beyond_ascii_are_read_as_themselves(written: str, read: str) -> None:
    """What could be markup stays a reference, and what is no reference stays what it is."""
    assert readable((written,)) == (read,)


def test_codes_stay() -> None:
    """A placeholder keeps its source."""
    assert readable((CODE, "&euml;")) == (CODE, "ë")
