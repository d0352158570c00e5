"""TMX files as other tools write them, shortened."""

OMEGAT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="6.0.1" segtype="sentence" srclang="nl"/>
  <body>
    <!-- Default translations -->
    <tu>
      <tuv lang="nl"><seg>Bel &lt;b&gt;eerst&lt;/b&gt;.</seg></tuv>
      <tuv lang="en-GB" changeid="els" changedate="20260102T030405Z" creationid="els"
        creationdate="20250102T030405Z"><seg>Call **first**.</seg></tuv>
    </tu>
    <!-- Alternative translations -->
    <tu>
      <prop type="file">a.po</prop>
      <prop type="prev">Kom je?</prop>
      <prop type="next">Mooi.</prop>
      <note>Check this</note>
      <tuv lang="nl"><seg>Ja.</seg></tuv>
      <tuv lang="en-GB"><seg>I am.</seg></tuv>
    </tu>
  </body>
</tmx>
"""

TRADOS = """\
<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4">
  <header creationtool="SDL Language Platform" creationtoolversion="8.0" o-tmf="SDL TM8 Format" datatype="xml"
    segtype="sentence" adminlang="nl-NL" srclang="nl-NL" creationdate="20260101T000000Z" creationid="X">
    <prop type="x-Recognizers">RecognizeAll</prop>
  </header>
  <body>
    <tu creationdate="20260101T000000Z" changedate="20260203T000000Z" usagecount="7">
      <prop type="x-ConfirmationLevel">ApprovedTranslation</prop>
      <tuv xml:lang="nl-NL"><seg><bpt i="1" type="bold" x="1" />Bel<ept i="1" /> eerst.</seg></tuv>
      <tuv xml:lang="en-GB"><seg>Call <bpt i="1" type="bold" x="1" />first<ept i="1" />.</seg></tuv>
    </tu>
    <tu>
      <prop type="x-ConfirmationLevel">Draft</prop>
      <tuv xml:lang="nl-NL"><seg>Schrijf <ph x="1" type="9">{\\lb}</ph>dan.</seg></tuv>
      <tuv xml:lang="en-GB"><seg>Then write.</seg></tuv>
    </tu>
  </body>
</tmx>
"""

MEMOQ = """\
<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4">
  <header creationtool="MemoQ" creationtoolversion="10.2" segtype="sentence" adminlang="en-us" srclang="nl"
    o-tmf="MemoQTM" datatype="unknown"/>
  <body>
    <tu changedate="20260301T101112Z" changeid="els">
      <prop type="client"></prop>
      <tuv xml:lang="nl">
        <prop type="x-context-pre">&lt;seg&gt;Kom je?&lt;/seg&gt;</prop>
        <prop type="x-context-post">&lt;seg&gt;Mooi.&lt;/seg&gt;</prop>
        <seg>Zie <hi type="bold">pagina</hi> <it pos="begin" x="1">[x]</it><ph>\\tab</ph>2.</seg>
      </tuv>
      <tuv xml:lang="en-gb"><seg>See page 2.</seg></tuv>
    </tu>
  </body>
</tmx>
"""

WEBLATE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx
  SYSTEM 'tmx14.dtd'>
<tmx version="1.4">
  <header creationtool="Translate Toolkit" creationtoolversion="3.20" segtype="sentence" o-tmf="UTF-8"
    adminlang="en" srclang="nl" datatype="PlainText"/>
  <body>
    <tu>
      <tuv xml:lang="nl"><seg>Een **vet** woord.</seg></tuv>
      <tuv xml:lang="de"><seg>Ein **fettes** Wort.</seg></tuv>
      <tuv xml:lang="en_GB"><seg>A **bold** word.</seg></tuv>
    </tu>
  </body>
</tmx>
"""
