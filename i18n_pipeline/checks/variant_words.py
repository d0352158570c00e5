"""Words that British and American English spell in two ways."""

import re
from collections.abc import Iterator
from functools import cache

# British, American, the endings that both may have (a pattern). Left out: words of which either spelling
# is at home in both or means something else there (program, practice, license, tire, judgment, meter).
_FAMILIES = r"""
aluminium aluminum
anaesthe anesthe \w+
armour armor \w*
behaviour behavior \w*
calibre caliber s?
cancelled canceled
cancelling canceling
catalogue catalog (?:s|d)?
centre center (?:s|d)?
channelled channeled
colour color (?!ado)\w*
cosy cozy
counsell counsel (?:or|ors|ing|ed)
defence defense (?:s|less)?
endeavour endeavor \w*
enrol enroll (?:s|ment|ments)?
favour favor \w*
fibre fiber s?
flavour flavor \w*
fuelled fueled
fulfil fulfill (?:s|ment)?
grey gray (?:s|er|ish)?
harbour harbor \w*
honour honor (?!ar|if)\w*
humour humor (?:s|ed|less)?
instalment installment s?
jewellery jewelry
kilometre kilometer s?
labelled labeled
labelling labeling
labour labor (?!at|ious)\w*
levelled leveled
litre liter s?
manoeuvre maneuver s?
marvellous marvelous \w*
millimetre millimeter s?
centimetre centimeter s?
modelled modeled
modelling modeling
moustache mustache s?
mum mom s?
neighbour neighbor \w*
offence offense s?
paediatric pediatric \w*
plough plow \w*
pyjamas pajamas
rumour rumor \w*
savour savor \w*
sceptic skeptic \w*
signalled signaled
skilful skillful \w*
theatre theater s?
totalled totaled
travell travel (?:ed|er|ers|ing)
tunnelling tunneling
wilful willful \w*
woollen woolen
"""

_ONLY_BRITISH = {
    "analyse": "analyze",
    "analysed": "analyzed",
    "analyser": "analyzer",
    "analysing": "analyzing",
    "cheque": "check",
    "cheques": "checks",
    "licence": "license",
    "licences": "licenses",
    "maths": "math",
    "paralysed": "paralyzed",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "programme": "program",
    "programmes": "programs",
}
_ONLY_AMERICAN = {
    "analyze": "analyse",
    "analyzed": "analysed",
    "analyzer": "analyser",
    "analyzes": "analyses",
    "analyzing": "analysing",
    "math": "maths",
    "paralyzed": "paralysed",
}

_ISE = """
apolog author capital categor central character civil commercial critic custom digital econom emphas energ
familiar final formal general global harmon hospital ideal immun individual industrial initial internal item
legal local maxim memor minim mobil modern moral motor national natural neutral normal optim organ penal
personal polar popular priorit privat public rational real recogn reorgan revolution scrutin social special
stabil standard subsid summar symbol sympath synchron terror util victim visual vocal
"""
_REST = "(?:e|es|ed|er|ers|ing|ation|ations|ational)"


def _families() -> Iterator[tuple[str, str, str]]:
    """Beginnings in British and American English, and the endings of both."""
    for line in _FAMILIES.strip().splitlines():
        british, american, *ending = line.split()
        yield british, american, ending[0] if ending else ""
    for stem in _ISE.split():
        yield f"{stem}is", f"{stem}iz", _REST


@cache
def _beginnings(ours: int) -> dict[str, tuple[str, str, str]]:
    """The families by how they begin in one variant."""
    return {family[ours]: family for family in _families()}


def british(word: str) -> str | None:
    """The British spelling of an American word in lower case, None where it is no such word."""
    return _ONLY_AMERICAN.get(word) or _other(word, 1, 0)


def american(word: str) -> str | None:
    """The American spelling of a British word in lower case."""
    return _ONLY_BRITISH.get(word) or _other(word, 0, 1)


def _other(word: str, ours: int, theirs: int) -> str | None:
    families = _beginnings(ours)
    for end in range(1, len(word) + 1):
        family = families.get(word[:end])
        if family and re.fullmatch(family[2], word[end:]):
            return family[theirs] + word[end:]
    return None
