"""What denies in Dutch and in English, as patterns; one alternative a line."""

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


DENIED = _any(r"\b(?:niet|geen|nooit|niemand|niets|niks|nergens)\b")
"""Dutch words that English has to answer."""

IDIOMS = _any(
    r"\bniet (?:alleen|enkel|te vergeten|voor niets|zelden|meer dan|eerder dan|later dan|mis|toevallig)\b",
    r"\bniet (?:verkeerd|slecht|onbelangrijk|ongebruikelijk|onbekend|misselijk|tot nauwelijks)\b",
    r"\b(?:vergeet|aarzel|schroom|twijfel) (?:(?:dan|dus|ook|zeker|vooral) )*niet\b",
    r"\b(?:niets anders dan|niets? te verliezen|niet (?:meer )?weg te denken)\b",
    r"\b(?:al dan|zo|waarom|of) niet\b",
    r"\bnog (?:niet|nooit|geen)\b",
    r",? niet(?: waar)?\?",
)
"""Dutch phrases that are negative in form, not in meaning, or that English says with `yet` or `only`."""

TURNED = (
    (
        _any(r"\b(?:vergeet|aarzel|schroom|twijfel) (?:(?:dan|dus|ook|zeker|vooral) )*niet\b"),
        _any(r"\b(?:forget|hesitate|doubt)\b"),
    ),
    (_any(r"\bniet (?:alleen|enkel)\b"), _any(r"\b(?:only|just)\b")),
)
"""Idioms with the English words that have to be denied: “remember” denies nothing, “forget” has to."""

PLAIN_DENYING = _any(r"n['’]t\b", r"\b(?:not|never|no|without|cannot|more than|both)\b")

DENYING = _any(
    r"n['’]t\b",
    r"\b(?:not|no|never|nobody|no[ -]one|none|nothing|nowhere|neither|nor|without|cannot|zero)\b",
    r"\b(?:hardly|barely|scarcely|rarely|seldom|unless|unable|except|instead|absent|absence|reluctan\w+)\b",
    r"\b(?:rather than|anything but|far from|away from|free of|free from|out of|leave out|too \w+ to)\b",
    r"\b(?:fail|avoid|lack|refus|stop|prevent|refrain|prohibit|forbid|skip|ignor|exclud|ceas|miss(?!ion|ile|us))\w*",
    r"\b(?:forget|forgot|banned|deny|denie[sd]|wrong)\w*",
    r"\b(?:impossible|inadequate|insufficient|incomplete|incorrect|inappropriate|invisible|irrelevant)\w*",
    r"\b(?:illegal|illegible|independent|informal|inexperienced)\w*",
    r"\bdis(?:like|agree|honest|advantage|courage|appoint|satisf|regard)\w*",
    r"\b\w{3,}less(?:ly)?\b",
    r"\bnon-?\w+",
    r"\bun(?!i[tvqofc]|der|til|cles?\b)\w{3,}",
)
"""English words, beginnings and phrases that deny something."""

ADDED = _any(r"\b(?:not|never|nobody|nothing|cannot)\b", r"n['’]t\b")
"""English words that have to have a ground in the Dutch."""

NOT_ADDED = _any(
    r"\b(?:not only|why not|not least|not to mention|whether or not|if not|not so much)\b",
    r"\b(?:do not|don['’]t) (?:forget|hesitate|worry|miss)\b",
    r"\b(?:can['’]t|cannot) (?:wait|help)\b",
    r"n['’]t (?:you|they|we|it|he|she|i)\b[^.]*\?",
)
"""English phrases that are negative in form only."""

GROUNDS = _any(
    r"\b(?:nie\w+|nooit|geen\w*|niks|nergens|noch|zonder|tenzij|behalve|nauwelijks|amper|weinig\w*|zelden)\b",
    r"\b(?:hoeft?|hoeven|in plaats van|te \w+ (?:om|voor)|los van|laat staan|nee|neen|anders|toch|slechts)\b",
    r"\b(?:pas|alleen|kwijt|weg|uit|twijfel\w*|minder\w*|verloren|stop)\b",
    r"\b(?:verbied|verbod|verbood|weiger|voorkom|voorkwam|vermijd|verme[ed]|verlies|stopp|mis)\w*",
    r"\b(?:gebrek|ontbreek|ontbrak|ontbrek|afwijz|afgewez|afwez|afzie|afraden|afgeraden)\w*",
    r"\bon\w{4,}",
    r"\w+(?:loos|loze)\b",
)
"""Dutch words that may be behind an English `not`."""
