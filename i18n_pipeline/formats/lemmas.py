"""Dictionary forms of words, from simplemma's word lists and a few corrections."""

from collections.abc import Mapping
from functools import cache, lru_cache

from i18n_pipeline.model.glossary import Lemmatise
from i18n_pipeline.model.language import base

_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende dertiende laatste "
_OWN_FORM = (
    "leidinggevende lopen netwerken promovendus sparren stagelopen uitje werkgever werknemer werkzoekende"
    " werven wijzen"
)

# What simplemma 2.0 gets wrong among careers words; the end of a compound is looked up here too.
# Ordinals are no numbers, an outing (uitje) is no onion (ui), networking no plural of networks.
_CORRECTIONS: Mapping[str, Mapping[str, str]] = {
    "nl": {word: word for word in (_ORDINALS + _OWN_FORM).split()}
    | {
        "afgestudeerd": "afstuderen",
        "gecontroleerd": "controleren",
        "geworven": "werven",
        "loonstrookje": "loonstrook",
        "promovenda": "promovendus",
        "stagegelopen": "stagelopen",
        "uitjes": "uitje",
        "werkgeefster": "werkgever",
        "werkneemster": "werknemer",
        "wezen": "wijzen",
        "wijst": "wijzen",
        "zelfstandigen": "zelfstandige",
    },
    "en": {"cvs": "cv"},
}

_COMPOUNDING = frozenset({"de", "en", "nl"})
_SHORTEST_HEAD, _SHORTEST_TAIL = 2, 4


@cache
def lemmatiser(language: str) -> Lemmatise:
    """A lemmatiser for a language tag (`nl`, `en-GB`); lower case alone where simplemma lacks the language.

    The word list is loaded with the first word. The dictionary form of a dictionary form is itself.
    """
    code = base(language)

    def lemma(word: str) -> str:
        from i18n_pipeline.formats import word_lists  # noqa: PLC0415 - see there

        if code not in word_lists.SUPPORTED_LANGUAGES:
            return word.lower()
        return _settled(word.lower().replace("’", "'"), code)

    return lru_cache(maxsize=65536)(lemma)


def _settled(word: str, code: str) -> str:
    """The end of the chain that simplemma breaks off: stagiaires → stagiaire → stagiair.

    6% of its Dutch list leads on, some of it in a circle (agent → agente → agent): there
    the shortest word is taken.
    """
    chain = [word]
    while (form := _form(chain[-1], code)) not in chain:
        chain.append(form)
    return min(chain[chain.index(form) :], key=lambda found: (len(found), found))


def _form(word: str, code: str) -> str:
    if correction := _CORRECTIONS.get(code, {}).get(word):
        return correction
    from i18n_pipeline.formats.word_lists import is_known, lemmatize  # noqa: PLC0415 - see there

    # simplemma marks the seam of a separable verb: aangenomen → aan_nemen
    form = lemmatize(word, code).replace("_", "").lower()
    if form != word or code not in _COMPOUNDING or is_known(word, code):
        return form
    return _unlisted(word, code)


def _unlisted(word: str, code: str) -> str:
    """A word that the list lacks: an ending that the listed word has not, or a compound.

    A compound is inflected at its end: motivatiebrieven → motivatie + brief.
    """
    from i18n_pipeline.formats.word_lists import is_known  # noqa: PLC0415 - see there

    if word[1:].endswith(("e", "s")) and is_known(word[:-1], code):
        return word[:-1]
    if word.endswith("enden"):
        return word[:-1]
    for seam in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        if is_known(tail := word[seam:], code):
            form = _settled(tail, code)
            # four letters are too often no word of their own: assess + ment is no form of mennen
            if len(tail) > _SHORTEST_TAIL or tail.startswith(form):
                return word[:seam] + form
    return word.removesuffix("s") if len(word) > _SHORTEST_TAIL else word
