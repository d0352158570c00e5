"""Dutch abbreviations that were left in the English."""

import re
from collections.abc import Iterator, Mapping

from i18n_pipeline.checks.pair import Pair
from i18n_pipeline.model.finding import Finding, Severity

# `etc.`, `ca.`, `vs.`, `p.m.`, `max.` are English too.
_ENGLISH: Mapping[str, str] = {
    "a.d.h.v.": "on the basis of",
    "a.h.v.": "on the basis of",
    "a.u.b.": "please",
    "aub": "please",
    "bijv.": "for example",
    "blz.": "p.",
    "bv.": "for example",
    "b.v.": "for example",
    "c.q.": "or",
    "dhr.": "Mr",
    "d.m.v.": "by means of",
    "d.w.z.": "that is",
    "e.a.": "and others",
    "e.d.": "and the like",
    "e.e.a.": "all this",
    "enz.": "etc.",
    "evt.": "possibly",
    "i.c.m.": "in combination with",
    "i.h.a.": "in general",
    "i.h.b.": "in particular",
    "i.i.g.": "in any case",
    "i.o.m.": "in consultation with",
    "i.p.v.": "instead of",
    "i.v.m.": "in connection with",
    "jl.": "last",
    "m.a.w.": "in other words",
    "m.b.t.": "regarding",
    "m.b.v.": "by means of",
    "m.i.v.": "from",
    "m.n.": "especially",
    "m.u.v.": "with the exception of",
    "mevr.": "Ms",
    "mw.": "Ms",
    "n.a.v.": "following",
    "nl.": "namely",
    "n.v.t.": "not applicable",
    "o.a.": "among others",
    "o.b.v.": "on the basis of",
    "o.i.d.": "or something like it",
    "o.l.v.": "led by",
    "resp.": "respectively",
    "s.v.p.": "please",
    "t.a.v.": "for the attention of",
    "t.b.v.": "for",
    "t.g.v.": "as a result of",
    "t/m": "up to and including",
    "t.n.v.": "in the name of",
    "t.o.v.": "compared with",
    "v.w.b.": "as for",
    "zgn.": "so-called",
    "z.o.z.": "see overleaf",
    "z.s.m.": "as soon as possible",
}


def _pattern(written: str) -> str:
    """`m.b.v.` as `mbv` and `m. b. v.` too; a single word only with its full stop."""
    letters = written.removesuffix(".").split(".")
    return r"\.? ?".join(letters) + r"\.?" if len(letters) > 1 else re.escape(written)


_LEFT = {
    written: re.compile(rf"(?<![\w./]){_pattern(written)}(?![\w/])", re.IGNORECASE) for written in _ENGLISH
}


def abbreviations(pair: Pair) -> Iterator[Finding]:
    """An abbreviation that stands in the Dutch and still stands in the English."""
    source, target = pair.source_text, pair.target_text
    for written, pattern in _LEFT.items():
        if pattern.search(source) and (found := pattern.search(target)):
            message = f"The Dutch abbreviation {found[0]!r} stands in the translation."
            fix = f"Write {_ENGLISH[written]!r}."
            yield Finding(
                "dutch-abbreviation", Severity.WARNING, message, fix=fix, span=pair.span(*found.span())
            )
