"""Articles with front matter of every style, and texts to put there."""

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

YAML_CHUNKS = (
    "KEY: Netwerken voor beginners\n",
    "KEY:   Groep praat\u00a0met elkaar 😀  # toelichting \n",
    "KEY: een zin\n  over drie\n    regels\n",
    "KEY:\n  op de volgende\n\n  regel # en dan dit\n",
    "KEY: 'het is ''zo'''\n",
    "KEY: 'over\n\n  drie regels'\n",
    'KEY: "#89: A & B \\u00e9"   \n',
    'KEY: "over \\\n  twee\n  regels" # x\n',
    "KEY: |\n  regel een\n\n    regel twee  \n\n\n",
    "KEY: |- # letterlijk\n    regel een\n",
    "KEY: |+\n  regel een\n\n\n",
    "KEY: |2-\n    ingesprongen\n  minder\n",
    "KEY: >\n  gevouwen\n  tekst\n\n",
    "KEY: >-\n   gevouwen\n\n   tekst\n",
    "KEY: >1+\n gevouwen\n",
    "KEY:\n",
    "KEY: \n",
    "KEY:   # vul in\n",
    "KEY: ~\n",
    "KEY: null # niets\n",
    "KEY: ''\n",
    "KEY: 2015-03-20 # jjjj-mm-dd\n",
    "KEY: 2018-08-07 09:24:55 +2h\n",
    "KEY: true\n",
    "KEY: 1.0\n",
    "KEY: [solliciteren, 'carrière', \"a, b\" , ]\n",
    "KEY: []\n",
    "KEY: {van: ma, tot: , 'x': \"y\", leeg}\n",
    "KEY: {\n   a: 'b',\n   c: d\n  }\n",
    "KEY: {{ page.title }}\n",
    "KEY:\n- een\n- 'twee'\n-\n- \n- # leeg\n",
    "KEY:\n  - een\n  - - twee\n    - |\n      drie\n",
    "KEY:\n  # uitleg\n  sub: tekst\n\n  ander:\n    diep: >-\n      gevouwen\n",
    "KEY:\n  - naam: Jan\n    rol: 'redacteur'\n  - naam:\n    rol: |2\n       x\n",
    "KEY: &KEY anker\nKEYb: *KEY\n",
    "KEY: !!str 12\n",
    "KEY: &KEYc\n  - een\nKEYd: *KEYc\n",
    "'KEY': http://example.org/a---b?c=d#e\n",
    "KEY: eerste\nKEY: tweede\n",
    "# een opmerking \n",
    "\n",
    "  \n",
)
TOML_ROOT_CHUNKS = (
    'KEY = "Netwerken \\u00e9 😀"  # toelichting\n',
    "KEY = 'letterlijk \\d'\n",
    'KEY = """\nregel een\nregel "twee" \\\n   drie"""\n',
    "KEY = '''regel 'een'\n\n[geen] # kop'''\n",
    "KEY = 1979-05-27 07:32:00\n",
    "KEY = 12 # getal\n",
    'KEY = ["a", \'b\', # uitleg\n  "c]", ]\n',
    'KEY = { van = "ma", tot.x = \'di\', "leeg ]" = [] }\n',
    'KEY.een."twee.drie" = "x"\n',
    '"KEY" = ""\n',
    "# een opmerking \n",
    "\n",
)
TOML_TABLE_CHUNKS = (
    '[KEY]\ntitel = "x"\n\n',
    "[KEY . sub]  # tabel\ntitel = 'x'\na.b = 'c'\n",
    '[[KEY]]\nnaam = "een"\n[[KEY]]\nnaam = "twee"\n[KEY.sub]\nnaam = "drie"\n',
    "[KEY]\n",
)
NEWLINES = st.sampled_from(("\n", "\r\n"))
TRICKY = st.sampled_from(
    (
        *("yes", "no", "null", "~", "1.0", "1e5", "0o7", "y", "on", "2018-08-07", "1:30", "", " ", "=", "<<"),
        *(
            "a: b",
            "a #b",
            "a:",
            "@x",
            "`x`",
            "%x",
            "!x",
            "&x",
            "*x",
            "- x",
            "-x",
            "? x",
            "[x]",
            "{x}",
            "|",
            ">",
        ),
        *("'x'", '"x"', "it's", 'say "hi"', "a, b", "a]b", " lead", "trail ", "\ttab", "a\tb", "---", "..."),
        *("a\nb", "a\n\n\nb\n", "\na", "a\n", "a\n\n", "a\n b\n", " a\nb", "a \nb", "\n", "a\r\nb", "a\x85b"),
        *(
            "a\u2028b",
            "\ufeffa",
            "a\ufeffb",
            "a\x00b",
            "a\x1bb",
            "a\x7fb",
            "\x9dx",
            "\uffff",
            "😀",
            "a\u00a0",
            "\\",
            "''",
        ),
        *(
            '"""',
            "'''",
            'a"""b',
            "a'''b",
            'x"',
            "x'",
            "{{ page.title }}",
            "#",
            "a\n# b",
            "a\n\tb",
            "key = 'v'",
            "+++",
        ),
    )
)
TEXTS = st.one_of(
    TRICKY,
    st.lists(TRICKY, max_size=4).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("ab :#-'\"\n\t,[]{}|>\\&*!?%@`~=", max_size=12),
)
NEW_KEYS = st.sampled_from(("english_title", "Übersicht", "no", "a: b", "", "2015"))


def _named(chunks: Iterable[str]) -> str:
    return "".join(chunk.replace("KEY", f"k{number}") for number, chunk in enumerate(chunks))


@st.composite
def yaml_articles(draw: DrawFn) -> str:
    """Front matter of a few chunks in any order, with any delimiters and a body."""
    newline = draw(st.sampled_from(("\n", "\r\n", "\r")))
    content = _named(draw(st.lists(st.sampled_from(YAML_CHUNKS), max_size=6)))
    start = draw(st.sampled_from(("", "\ufeff", "\n", "\ufeff \n")))
    fence, end = (
        draw(st.sampled_from(("---", "--- ", "-----"))),
        draw(st.sampled_from(("---\n", "--- \n", "---"))),
    )
    body = draw(st.sampled_from(("", "\n# Kop\n\n---\nTekst\n", "Tekst: zo"))) if end.endswith("\n") else ""
    return f"{start}{fence}\n{content}{end}{body}".replace("\n", newline)


@st.composite
def toml_articles(draw: DrawFn) -> str:
    """The same for TOML, where all tables come last."""
    chunks = draw(st.lists(st.sampled_from(TOML_ROOT_CHUNKS), max_size=4))
    tables = draw(st.lists(st.sampled_from(TOML_TABLE_CHUNKS), max_size=3))
    text = f"+++\n{_named((*chunks, *tables))}+++\n\nTekst\n+++\n"
    return text.replace("\n", draw(NEWLINES))


ARTICLES: SearchStrategy[str] = st.one_of(yaml_articles(), toml_articles())
