"""TOML front matter: fields, styles, tables."""

import pytest

from i18n_pipeline.formats.front_matter import Field, Notation, Path, read, write

ARTICLE = """\
+++
title = "Netwerken" # kop
date = 2015-03-20 09:00:00
draft = true
tags = [ 'a', # een
  "b]" ]
tekst = \"\"\"
een
twee\"\"\"

[seo]
description = 'x'
meta.robots = "all"

[[links]]
naam = "een"
[[links]]
naam = { nl = "twee", en = '' }
+++
+++
"""


def test_fields_have_path_text_and_line() -> None:
    """Every value is a field, in tables, lists of tables and inline tables too."""
    front = read(ARTICLE)
    assert (front.notation, front.body) == (Notation.TOML, "+++\n")
    assert front.fields == (
        Field(("title",), "Netwerken", True, 2),
        Field(("date",), "2015-03-20 09:00:00", False, 3),
        Field(("draft",), "true", False, 4),
        Field(("tags", 0), "a", True, 5),
        Field(("tags", 1), "b]", True, 6),
        Field(("tekst",), "een\ntwee", True, 7),
        Field(("seo", "description"), "x", True, 12),
        Field(("seo", "meta", "robots"), "all", True, 13),
        Field(("links", 0, "naam"), "een", True, 16),
        Field(("links", 1, "naam", "nl"), "twee", True, 18),
        Field(("links", 1, "naam", "en"), "", True, 18),
    )
    assert ("seo", "meta") in front.keys


CASES: dict[str, tuple[str, Path, str | None, str]] = {
    "basic": ('k = "een" # x\n', ("k",), 'a "b" \\', 'k = "a \\"b\\" \\\\" # x\n'),
    "basic with break": ('k = "een"\n', ("k",), "a\nb\x1f", 'k = "a\\nb\\u001F"\n'),
    "literal": ("k = 'een'\n", ("k",), 'a "b" \\', "k = 'a \"b\" \\'\n"),
    "literal with apostrophe": ("k = 'een'\n", ("k",), "it's", 'k = "it\'s"\n'),
    "lines": ('k = """\neen"""\n', ("k",), 'a\n"b"', 'k = """\na\n"b\\""""\n'),
    "lines on the first": ('k = """een"""\n', ("k",), "\na", 'k = """\n\na"""\n'),
    "literal lines": ("k = '''een'''\n", ("k",), "a\n\\b", "k = '''a\n\\b'''\n"),
    "literal lines with quotes": ("k = '''een'''\n", ("k",), "a'''b", "k = \"a'''b\"\n"),
    "date": ("k = 2015-03-20\n", ("k",), "soon", 'k = "soon"\n'),
    "list item": ("k = ['a', 1]\n", ("k", 1), "b", "k = ['a', \"b\"]\n"),
    "list": ("k = ['a',\n 1] # x\n", ("k",), "b", 'k = "b" # x\n'),
    "inline table": ("k = { a = 'b' }\n", ("k", "a"), "c", "k = { a = 'c' }\n"),
    "new key": ("k = 1\n\n# x\n", ("n",), "v", 'k = 1\n\n# x\nn = "v"\n'),
    "new key before tables": ("k = 1\n\n[t]\na = 1\n", ("n",), "v", 'k = 1\nn = "v"\n\n[t]\na = 1\n'),
    "new key, tables alone": ("[t]\na = 1\n", ("n",), "v", 'n = "v"\n[t]\na = 1\n'),
    "new key that needs quotes": ("", ("a b",), "v", '"a b" = "v"\n'),
    "new key in a table": ("[t]\na = 1\n\n[u]\n", ("t", "n"), "v", '[t]\na = 1\nn = "v"\n\n[u]\n'),
    "new key in an empty table": ("[t] # x\n[u]\n", ("t", "n"), "v", '[t] # x\nn = "v"\n[u]\n'),
    "new key in an inline table": ("t = { a = 1 }\n", ("t", "n"), "v", 't = { a = 1, n = "v" }\n'),
    "new key beside dotted ones": ("t . a = 1\nb = 2\n", ("t", "n"), "v", 't . a = 1\nt . n = "v"\nb = 2\n'),
    "new key in a table without header": (
        "[t.u]\na = 1\n",
        ("t", "n"),
        "v",
        '[t]\nn = "v"\n\n[t.u]\na = 1\n',
    ),
    "drop": ("a = 1 # x\nb = [\n1]\nc = 2\n", ("b",), None, "a = 1 # x\nc = 2\n"),
    "drop a table": ("a = 1\n[t]\nb = 2\n[t.u]\nc = 3\n[v]\n", ("t",), None, "a = 1\n[v]\n"),
    "drop in a table": ("[t]\na = 1\nb = 2\n", ("t", "a"), None, "[t]\nb = 2\n"),
    "drop in an inline table": ("t = { a = 1, b = 2 }\n", ("t", "b"), None, "t = { a = 1 }\n"),
    "drop dotted keys": ("t.a = 1\nt.b = 2\nc = 3\n", ("t",), None, "c = 3\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "path", "text", "after"), CASES.values(), ids=CASES)
def test_an_edit_changes_its_value_alone(
    before: str, path: Path, text: str | None, after: str, newline: str
) -> None:
    """Values keep their kind of quotes where they can, keys go to their table, the rest stays."""
    head = f"+++\n{before}+++\n".replace("\n", newline)
    assert write(head, {path: text}) == f"+++\n{after}+++\n".replace("\n", newline)


def test_a_table_is_no_place_for_a_text() -> None:
    """A text can't take the place of a table with a header, nor go into what isn't there."""
    for path in (("seo",), ("weg", "a"), ("seo", "description", "a"), ("links", 3)):
        with pytest.raises(ValueError, match=r"table|key"):
            write(read(ARTICLE).head, {path: "x"})
