"""A new text in the style of the value before it."""

import pytest

from i18n_pipeline.formats.front_matter import Path, read, write

# id: lines before, the path, its new text, lines after
STYLES: dict[str, tuple[str, Path, str, str]] = {
    "plain": ("k: Netwerken\n", ("k",), "Networking", "k: Networking\n"),
    "plain keeps spaces and comment": ("k:  Een  # uitleg \n", ("k",), "One", "k:  One  # uitleg \n"),
    "plain with colon": ("k: a\n", ("k",), "Head: tail", 'k: "Head: tail"\n'),
    "plain with colon at the end": ("k: a\n", ("k",), "Note:", 'k: "Note:"\n'),
    "plain with URL": ("k: a\n", ("k",), "see http://x.org/a#b", "k: see http://x.org/a#b\n"),
    "plain with hash": ("k: a\n", ("k",), "C #1", 'k: "C #1"\n'),
    "plain with hash inside a word": ("k: a\n", ("k",), "C#1", "k: C#1\n"),
    "plain with quotes inside": ("k: a\n", ("k",), 'It\'s "so"', 'k: It\'s "so"\n'),
    "plain with commas and brackets": ("k: a\n", ("k",), "a, b [c] {d}", "k: a, b [c] {d}\n"),
    "plain with leading space": ("k: a\n", ("k",), " x", 'k: " x"\n'),
    "plain with trailing space": ("k: a\n", ("k",), "x ", 'k: "x "\n'),
    "plain with tab": ("k: a\n", ("k",), "x\ty", 'k: "x\\ty"\n'),
    "plain with line break": ("k: a\n", ("k",), "x\ny", 'k: "x\\ny"\n'),
    "plain with Unicode line break": ("k: a\n", ("k",), "x\u2028y", 'k: "x\\Ly"\n'),
    "plain with control character": ("k: a\n", ("k",), "x\x08y", 'k: "x\\by"\n'),
    "plain with emoji and NBSP": ("k: a\n", ("k",), "😀\u00a0é", "k: 😀\u00a0é\n"),
    "plain, empty": ("k: a # b\n", ("k",), "", 'k: "" # b\n'),
    "plain over lines": ("k: een\n  twee\n  drie # x\nl: m\n", ("k",), "one two", "k: one two # x\nl: m\n"),
    "plain over lines, with break": ("k: een\n   twee\n", ("k",), "one\ntwo", "k: one\n\n   two\n"),
    "plain below its key": ("k:\n  een\n", ("k",), "one", "k:\n  one\n"),
    "single": ("k: 'een' # x\n", ("k",), "one", "k: 'one' # x\n"),
    "single with apostrophe": ("k: 'een'\n", ("k",), "it's", "k: 'it''s'\n"),
    "single with colon": ("k: 'een'\n", ("k",), "a: b #c", "k: 'a: b #c'\n"),
    "single with line break": ("k: 'een'\n", ("k",), "a\nb", 'k: "a\\nb"\n'),
    "single over lines, with break": ("k: 'een\n\n  twee'\n", ("k",), "a\nb", "k: 'a\n\n  b'\n"),
    "single, empty": ("k: 'een'\n", ("k",), "", "k: ''\n"),
    "double": ('k: "een"\n', ("k",), "one", 'k: "one"\n'),
    "double with quotes": ('k: "een"\n', ("k",), 'say "hi" \\o/', 'k: "say \\"hi\\" \\\\o/"\n'),
    "double with line break": ('k: "een"\n', ("k",), "a\nb", 'k: "a\\nb"\n'),
    "literal": ("k: |\n  een\n\n  twee\n\nl: m\n", ("k",), "one\n two\n", "k: |\n  one\n   two\n\nl: m\n"),
    "literal with comment": ("k: | # x\n    een\n", ("k",), "one\n", "k: | # x\n    one\n"),
    "literal that loses its last break": ("k: |\n  een\n", ("k",), "one", "k: |-\n  one\n"),
    "literal, stripped": ("k: |-\n  een\n\n", ("k",), "one\n\ntwo", "k: |-\n  one\n\n  two\n\n"),
    "literal, kept": ("k: |+\n  een\n\n\nl: m\n", ("k",), "one\n\n\n", "k: |+\n  one\n\n\nl: m\n"),
    "literal, kept, fewer breaks": ("k: |+\n  een\n\nl: m\n", ("k",), "one\n", "k: |\n  one\n\nl: m\n"),
    "literal with leading space": ("k: |\n  een\n", ("k",), " one\n", "k: |2\n   one\n"),
    "literal with indicator": ("k: |1-\n  een\n", ("k",), "one\ntwo", "k: |1-\n one\n two\n"),
    "literal with indicator last": ("k: |-3\n   een\n", ("k",), "one", "k: |-3\n   one\n"),
    "literal with control character": ("k: |\n  een\n", ("k",), "a\x1fb\n", 'k: "a\\u001fb\\n"\n'),
    "literal, empty": ("k: |\n  een\n", ("k",), "", 'k: ""\n'),
    "folded": ("k: >\n  een\n  twee\n", ("k",), "one two\n", "k: >\n  one two\n"),
    "folded with break": ("k: >-\n  een\n  twee\n", ("k",), "one\n\ntwo", "k: >-\n  one\n\n\n  two\n"),
    "folded with indented line": ("k: >-\n  een\n", ("k",), "one\n two", 'k: "one\\n two"\n'),
    "null": ("k:\nl: m\n", ("k",), "Networking", "k: Networking\nl: m\n"),
    "null with space": ("k: \nl: m\n", ("k",), "Networking", "k: Networking\nl: m\n"),
    "null with spaces": ("k:  \n", ("k",), "Networking", "k: Networking \n"),
    "null with comment": ("k: # vul in\n", ("k",), "Networking", "k: Networking # vul in\n"),
    "null as tilde": ("k: ~ # x\n", ("k",), "Networking: now", 'k: "Networking: now" # x\n'),
    "null with anchor": ("k: &a\nl: *a\n", ("k",), "x", "k: &a x\nl: *a\n"),
    "date": ("k: 2015-03-20 # x\n", ("k",), "soon", "k: soon # x\n"),
    "tagged text": ("k: !!str 12\n", ("k",), "13", 'k: !!str "13"\n'),
    "tagged number": ("k: !!int '12'\n", ("k",), "twelve", "k: twelve\n"),
    "anchored text": ("k: &a een\nl: *a\n", ("k",), "one", "k: &a one\nl: *a\n"),
    "alias": ("k: &a een\nl: *a # x\n", ("l",), "one", "k: &a een\nl: one # x\n"),
    "flow list": ("k: [a, 'b' , c ]\n", ("k", 1), "x, y", "k: [a, 'x, y' , c ]\n"),
    "flow list, plain": ("k: [a, b]\n", ("k", 0), "x, y", 'k: ["x, y", b]\n'),
    "flow table": ("k: {a: b, c: d}\n", ("k", "a"), "x}", 'k: {a: "x}", c: d}\n'),
    "flow table, null": ("k: {a: , c}\n", ("k", "a"), "x", "k: {a: x, c}\n"),
    "flow table, key alone": ("k: {a, c}\n", ("k", "c"), "x", "k: {a, c: x}\n"),
    "flow table over lines": (
        "k: {\n  a: 'b',\n  c: d\n }\n",
        ("k", "c"),
        "x",
        "k: {\n  a: 'b',\n  c: x\n }\n",
    ),
    "block list": ("k:\n- a # x\n- b\n", ("k", 0), "- c", 'k:\n- "- c" # x\n- b\n'),
    "block list, null": ("k:\n  - \n  - b\n", ("k", 0), "c", "k:\n  - c\n  - b\n"),
    "literal in a list": ("k:\n- - |\n   een\n", ("k", 0, 0), " a\nb\n", "k:\n- - |1\n    a\n   b\n"),
    "table in a list": (
        "k:\n  - a: b\n    c: >\n      d\n",
        ("k", 0, "c"),
        "e\n",
        "k:\n  - a: b\n    c: >\n      e\n",
    ),
    "text for a flow list": ("k: [a, b] # x\n", ("k",), "c", "k: c # x\n"),
    "text for a block list": ("k: # x\n  - a\n  - b # y\nl: m\n", ("k",), "c", "k: c # x # y\nl: m\n"),
    "text for Liquid": ("k: {{ page.title }}\n", ("k",), "c", "k: c\n"),
    "duplicate key": ("k: a\nk: 'b'\n", ("k",), "it's", "k: it's\nk: 'it''s'\n"),
    "odd date": ("d: 2018-08-07 09:24:55 +2h\nk: a\n", ("k",), "b", "d: 2018-08-07 09:24:55 +2h\nk: b\n"),
    "NEL between keys": ("k: a\x85l: m\n", ("k",), "b", "k: b\x85l: m\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("before", "path", "text", "after"), STYLES.values(), ids=STYLES)
def test_the_style_is_kept_where_it_can_be(
    before: str, path: Path, text: str, after: str, newline: str
) -> None:
    """The value is written in its old style, or in double quotes, and the rest of the head stays."""
    head = f"---\n{before}---\n".replace("\n", newline)
    changed = write(head, {path: text})
    assert changed == f"---\n{after}---\n".replace("\n", newline)
    assert {field.text for field in read(changed).fields if field.path == path} == {text}


TYPED = (
    *(
        "yes",
        "No",
        "true",
        "on",
        "OFF",
        "y",
        "N",
        "null",
        "~",
        "1.0",
        "12",
        "-3",
        "+.5",
        "1e5",
        "0x1F",
        "0o17",
    ),
    *(
        "1_000",
        "1,000",
        "1:30",
        "2018-08-07",
        "2018-8-7",
        "2018-08-07 09:24:55",
        ".inf",
        ".nan",
        "=",
        "<<",
        "",
    ),
)
SIGNS = (
    "@x",
    "`x`",
    "%x",
    "!x",
    "&x",
    "*x",
    "-x",
    "- x",
    "?x",
    "[x",
    "{x",
    "|x",
    ">x",
    "'x",
    '"x',
    "#x",
    ",x",
)


@pytest.mark.parametrize("text", [*TYPED, *SIGNS, "]x", "}x", ":x", "---", "..."])
def test_what_reads_otherwise_is_quoted(text: str) -> None:
    """What YAML 1.1, YAML 1.2 or Ruby reads as something else than that text stands in quotes."""
    escaped = text.replace('"', r"\"")
    assert write("---\nk: a\n---\n", {("k",): text}) == f'---\nk: "{escaped}"\n---\n'


@pytest.mark.parametrize("text", ["10 dagen", "Ja", "v1.0", "9.30 uur", "1 + 1 = 2", "ns", "e.g.", "=x"])
def test_ordinary_text_is_not_quoted(text: str) -> None:
    """A text that merely begins like a number or boolean stays plain."""
    assert write("---\nk: a\n---\n", {("k",): text}) == f"---\nk: {text}\n---\n"
