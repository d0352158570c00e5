"""Glossaries as TBX, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_pipeline.errors import GlossaryError
from i18n_pipeline.formats.tbx import read, write
from i18n_pipeline.formats.tbx.xml import DEEPEST, parse
from i18n_pipeline.model.glossary import TAG, CaseRule, Status, Term

STAGE = (
    Term("stage", "internship", "noun", note="For students & pupils"),
    Term("stage", "placement", "noun", Status.ADMITTED),
    Term("stage", "stage", "noun", Status.FORBIDDEN, "False friend"),
)

WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Glossary, nl to en-GB</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <langSec xml:lang="nl">
          <termSec>
            <term>UWV</term>
            <termNote type="partOfSpeech">other</termNote>
          </termSec>
        </langSec>
        <langSec xml:lang="en-GB">
          <termSec>
            <term>UWV</term>
            <termNote type="partOfSpeech">other</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <admin type="projectSubset">part_of_speech=name</admin>
            <admin type="projectSubset">status=untranslatable</admin>
            <admin type="projectSubset">case=exact</admin>
            <note>Jobs &lt;and&gt; benefits</note>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"""

DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <text><body>
    <conceptEntry id="c1">
      <min:subjectField>Careers</min:subjectField>
      <langSec xml:lang="en">
        <termSec><term>internship</term><min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          <note>For students &amp;
            pupils</note></termSec>
        <termSec><term>placement</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>stage</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
          <note>False friend</note></termSec>
      </langSec>
      <langSec xml:lang="nl-NL">
        <termSec><term> stage </term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
      </langSec>
      <langSec xml:lang="de"><termSec><term>Praktikum</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Lohn</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>
"""

MARTIF = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
  <termEntry id="1">
    <langSet xml:lang="nl">
      <tig><term>stage</term><termNote type="partOfSpeech">noun</termNote></tig>
    </langSet>
    <langSet xml:lang="en-US">
      <ntig><termGrp><term>internship</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp>
        <note>For students &#38; pupils</note></ntig>
      <tig><term>placement</term></tig>
      <tig><term>stage</term><termNote type="normativeAuthorization">deprecatedTerm</termNote>
        <note>False friend</note></tig>
    </langSet>
  </termEntry>
</body></text></martif>
"""


def test_what_is_written_is_tbx_basic() -> None:
    """What TBX-Basic has no word for stands in `projectSubset`; `<` and `&` are escaped."""
    term = Term("UWV", "UWV", "name", Status.UNTRANSLATABLE, "Jobs <and> benefits", CaseRule.EXACT)
    assert write([term], "nl", "en-GB") == WRITTEN


@pytest.mark.parametrize("text", [DCT, MARTIF], ids=["dct", "martif"])
def test_other_dialects_are_read(text: str) -> None:
    """Data categories as elements, the first edition's names, language variants, statuses left out."""
    assert read(text.encode("latin-1"), "nl", "en-GB") == STAGE


def test_several_source_terms_are_a_row_each() -> None:
    """Synonyms in a concept share its translations; the concept's note counts for both."""
    text = (
        '<tbx><text><body><conceptEntry><note>Money</note><langSec xml:lang="nl">'
        "<termSec><term>loon</term></termSec><termSec><term>salaris</term></termSec></langSec>"
        '<langSec xml:lang="en"><termSec><term>pay</term></termSec></langSec></conceptEntry>'
        "</body></text></tbx>"
    )
    assert read(text.encode(), "nl", "en") == (
        Term("loon", "pay", note="Money"),
        Term("salaris", "pay", note="Money"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx>\n<text>\n</tbx>", ":3: It is no well-formed XML: mismatched tag."),
        ("", ":1: It is no well-formed XML: no element found."),
        ("<html/>", ":1: It is no TBX: its root is <html>."),
        (
            '<?xml version="1.0" encoding="klingon"?><tbx/>',
            ":1: It can't be decoded: unknown encoding: klingon.",
        ),
        ('<!DOCTYPE tbx [<!ENTITY a "aaaa">]>\n<tbx>&a;</tbx>', ":1: It declares the entity “a”."),
        (
            '<!DOCTYPE tbx [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tbx/>',
            ":2: It declares the entity “a”.",
        ),
        ('<!DOCTYPE martif SYSTEM "x.dtd">\n<martif>&eacute;</martif>', ":2: It uses the entity “eacute”."),
        ("<tbx>" + "<a>" * DEEPEST + "</a>" * DEEPEST + "</tbx>", f"More than {DEEPEST} elements"),
        ("<tbx/>", "It has no terms in “nl”; its languages are: none."),
        (DCT.replace("nl-NL", "fr"), "It has no terms in “nl”; its languages are: de, en, fr."),
        (DCT.replace("internship", " "), ":7: A <termSec> has no term."),
    ],
)
def test_a_file_that_cant_be_used_is_refused_by_line(text: str, message: str) -> None:
    """The line, what is wrong and what to do; no entity is ever expanded."""
    with pytest.raises(GlossaryError) as refusal:
        read(text.encode(), "nl", "en")
    assert message in str(refusal.value)
    assert refusal.value.mending


def test_a_file_that_is_too_large_is_refused() -> None:
    """Before it is parsed."""
    with pytest.raises(GlossaryError, match="more than 10"):
        parse(b"<no end of it", largest=10)


def test_a_character_that_xml_has_not_is_refused() -> None:
    """A file that no reader takes is not written."""
    with pytest.raises(GlossaryError, match=r"U\+0007"):
        write([Term("baan", "job\a")], "nl", "en")


plain = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), min_size=1
)
phrases = plain.map(lambda text: " ".join(text.split())).filter(bool)
notes = st.lists(phrases, max_size=3).map("\n".join)
terms = st.builds(
    Term,
    phrases,
    phrases,
    st.sampled_from(["noun", "verb", "phrase", "name", "", TAG, "a=b"]),
    st.sampled_from(Status),
    notes,
    st.sampled_from(CaseRule),
)


@given(st.lists(terms, min_size=1))
def test_every_column_comes_back(written: list[Term]) -> None:
    """Order, status, part of speech, note and case rule survive, whatever the texts."""
    assert read(write(written, "nl", "en-GB").encode(), "nl", "en-GB") == tuple(written)
