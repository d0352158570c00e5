"""A title that is filled into an article: it is read back, and every other byte is as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from i18n_pipeline.formats import front_matter
from i18n_pipeline.formats.encoding import decode
from i18n_pipeline.model.site import Job
from i18n_pipeline.stages.article import Analysed, analyse
from i18n_pipeline.stages.source_titles import filled
from tests.fakes.ports import MemoryFiles
from tests.functional.site import language
from tests.properties.front_matter_articles import TEXTS, TOML_ROOT_CHUNKS, YAML_CHUNKS

YAML_LINES = st.sampled_from(
    (
        ("english_title:", "", "\n"),
        ("english_title:", "", "   # vul in \n"),
        ("english_title:  ", "''", "  # 'leeg'\n"),
        ("english_title: ", '""', "\n"),
        ("english_title: ", "~", " # niets\n"),
        ("seo:\n   lang: nl\n   english_title: ", "null", "\n   x: 1\n"),
    )
)
TOML_LINES = st.sampled_from(
    (
        ("english_title = ", '""', "  # leeg\n"),
        ("english_title=", "''", "\n"),
        ("seo.english_title = ", '""', "\n"),
    )
)
BODIES = st.sampled_from(("", "\n* \u00c3\u00a9cht \u00a0 \n\n\n", "\nenglish_title:\n---\nTekst\t"))


@st.composite
def articles(draw: DrawFn) -> tuple[bytes, bytes, bytes]:
    """An article with an empty title: what stands before its value, the value, what stands behind it."""
    fence, chunks, lines = draw(
        st.sampled_from((("---\n", YAML_CHUNKS, YAML_LINES), ("+++\n", TOML_ROOT_CHUNKS, TOML_LINES)))
    )
    others = [chunk.replace("KEY", f"k{n}") for n, chunk in enumerate(draw(st.permutations(chunks))[:4])]
    cut = draw(st.integers(0, len(others)))
    before, value, behind = draw(lines)
    start = draw(st.sampled_from(("", "\ufeff"))) + fence + "".join(others[:cut]) + before
    end = behind + "".join(others[cut:]) + fence + draw(BODIES)
    newline = draw(st.sampled_from(("\n", "\r\n")))
    first, middle, last = (part.replace("\n", newline).encode() for part in (start, value, end))
    return first, middle, last


@settings(deadline=None)
@given(articles(), TEXTS.filter(str.strip))
def test_every_other_byte_stays(article: tuple[bytes, bytes, bytes], title: str) -> None:
    """Only the value's own bytes change, and its new ones say the title."""
    start, _, end = article
    files = MemoryFiles({"nl/a.md": b"".join(article)})
    found = analyse(Job("nl/a.md", "en/a.md", "po/a.po"), language(), files)
    assert isinstance(found, Analysed)
    (field,) = (
        each
        for each in front_matter.read(found.document.head).fields
        if each.path[-1] == "english_title" and not (each.text or "").strip()
    )
    data = filled(found, {field.path: title})
    assert data.startswith(start)
    assert data.endswith(end)
    fields = front_matter.read(decode(data).text).fields
    assert [each.text for each in fields if each.path == field.path] == [title]
