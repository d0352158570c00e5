"""How often the local engine keeps inline codes and glossary terms.

    python benchmarks/probe_local.py [--quality best]

Sentences of this project's own, as they stand in careers articles: `**` around emphasis, `[…]`
around a link's text, `{…}` around code, a footnote mark or an image. A sentence's codes are kept
whole, kept in pieces (the sentence was translated around them), or lost (it gets no draft).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence

from i18n_pipeline.backends.local import LocalSettings
from i18n_pipeline.backends.local.backend import llama
from i18n_pipeline.backends.local.completion import Engine
from i18n_pipeline.backends.local.drafts import Draft, Source, draft
from i18n_pipeline.backends.local.prompts import BEST, FAST, Prompt
from i18n_pipeline.backends.local.sentence import Sentence, sentences
from i18n_pipeline.model.engine import Query
from i18n_pipeline.model.inline import Content, Kind, Placeholder, plain, target_markdown

CODES = (
    "Stuur je cv als {cv.pdf} naar de recruiter.",
    "Meld je aan via {https://example.org/open-dag} voor 1 maart.",
    "Het programma {Excel} moet je echt beheersen.",
    "De helft van de starters{[^1]} vindt binnen een jaar werk.",
    "Open het bestand {brief.docx} en vul je naam in bij {naam}.",
    "{![](stage.jpg)} Zo ziet een stage bij de gemeente eruit.",
    "Lees ook [ons artikel over netwerken] als je meer wilt weten.",
    "Op de [website van de opleiding] staat een lijst met bedrijven.",
    "Maak een [LinkedIn-profiel] aan en vraag om aanbevelingen.",
    "Bekijk [alle vacatures] in de regio Utrecht.",
    "In [dit interview] vertelt Sanne over haar eerste baan.",
    "Een motivatiebrief is **nooit** langer dan een pagina.",
    "Zorg dat je **op tijd** bent, want de eerste indruk telt.",
    "**Let op:** niet elke werkgever betaalt je reiskosten.",
    "Kies een studie die **bij je past** en niet bij je ouders.",
    "Vraag [je **docent** of een collega] om je brief na te lezen.",
)

TERMS = (
    (
        "Tijdens je sollicitatiegesprek mag je zelf ook vragen stellen.",
        "sollicitatiegesprek",
        "job interview",
    ),
    ("Een goede motivatiebrief is persoonlijk.", "motivatiebrief", "cover letter"),
    ("Veel starters verdienen minder dan ze hadden verwacht.", "starter", "recent graduate"),
    ("De arbeidsmarkt verandert elk jaar.", "arbeidsmarkt", "labour market"),
    ("Vraag je stagebegeleider om een aanbeveling.", "stagebegeleider", "internship supervisor"),
    ("Na je studie kun je een traineeship volgen.", "traineeship", "graduate programme"),
    ("Je arbeidsvoorwaarden staan in het contract.", "arbeidsvoorwaarde", "terms of employment"),
    ("Zoek een werkgever met een goede werksfeer.", "werksfeer", "working atmosphere"),
    ("De loopbaanadviseur helpt je met een plan.", "loopbaanadviseur", "careers adviser"),
    ("Een assessment duurt vaak een halve dag.", "assessment", "assessment centre"),
    ("Uitzendbureaus hebben veel tijdelijk werk.", "uitzendbureau", "temp agency"),
    ("Wat is je opzegtermijn?", "opzegtermijn", "notice period"),
    ("Bijscholing betaalt je werkgever soms.", "bijscholing", "continuing education"),
    ("Je leidinggevende beoordeelt je werk.", "leidinggevende", "line manager"),
    ("Met een bijbaan leer je samenwerken.", "bijbaan", "part-time job"),
)

_TOKEN = re.compile(r"\*\*|\[(?!\^)(?!\]\()|(?<!\^1)\](?!\()|\{[^}]*\}")


def content(text: str) -> Content:
    """Content from the notation of `CODES`."""
    parts: list[str | Placeholder] = []
    opened: dict[str, int] = {}
    at = 0
    for number, match in enumerate(_TOKEN.finditer(text), 1):
        parts += (text[at : match.start()], _placeholder(match[0], number, opened))
        at = match.end()
    return tuple(part for part in (*parts, text[at:]) if part != "")


def _placeholder(sign: str, number: int, opened: dict[str, int]) -> Placeholder:
    pair = "**" if sign == "**" else "[]"
    if sign[0] == "{":
        return Placeholder(number, Kind.STANDALONE, _source(sign[1:-1]))
    if pair in opened:
        return Placeholder(opened.pop(pair), Kind.CLOSE, sign if sign == "**" else "](u)")
    opened[pair] = number
    return Placeholder(number, Kind.OPEN, sign)


def _source(code: str) -> str:
    return code if code.startswith(("[", "!")) else f"`{code}`"


def outcome(sentence: Sentence, drafts: dict[Source, Draft], pieces: dict[Source, Draft]) -> tuple[str, str]:
    """What became of the codes, and the text."""
    if not drafts[sentence.whole].texts:
        return "no draft", drafts[sentence.whole].problem
    if found := sentence.solved(drafts):
        return "whole", target_markdown(found)
    if found := sentence.pieced(pieces):
        return "in pieces", target_markdown(found)
    return "lost", ""


def probe_codes(engine: Engine, prompts: Sequence[Prompt]) -> Counter[str]:
    """Print what became of `CODES`; how often each outcome was."""
    coded = [sentence for text in CODES for sentence in sentences(Query(content(text)))]
    drafts = draft((source for sentence in coded for source in sentence.sources()), engine, prompts)
    pieces = draft((source for sentence in coded for source in sentence.pieces()), engine, prompts)
    results = [outcome(sentence, drafts, pieces) for sentence in coded]
    for text, (kind, said) in zip(CODES, results, strict=True):
        print(f"{kind:10} {text}\n           {said}")
    return Counter(kind for kind, _ in results)


def probe_terms(engine: Engine, prompts: Sequence[Prompt]) -> int:
    """Print what became of `TERMS`; how many sentences have their term."""
    wanted = [sentences(Query(plain(text), {term: target}))[0].whole for text, term, target in TERMS]
    drafts = draft(wanted, engine, prompts)
    kept = 0
    for source in wanted:
        text = next(iter(drafts[source].texts), "")
        good = source.terms[0][1].casefold() in text.casefold()
        kept += good
        print(f"{'term' if good else 'no term':10} {source.text}\n           {text}")
    return kept


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each sentence with what became of it, then the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quality", choices=["best", "fast"], default="best")
    quality = parser.parse_args(arguments).quality
    engine = llama(LocalSettings(quality=quality))
    prompts = BEST if quality == "best" else FAST
    outcomes = probe_codes(engine, prompts)
    terms = probe_terms(engine, prompts)
    print(f"\ncodes: {dict(outcomes)}; terms: {terms} of {len(TERMS)}")
    engine.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
