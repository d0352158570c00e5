"""Dictionary forms, above all of careers words."""

import pytest

from i18n_pipeline.formats.lemmas import lemmatiser

DUTCH, ENGLISH = lemmatiser("nl"), lemmatiser("en-GB")

# dictionary form: forms that an article may have
FORMS = """
solliciteren: solliciteer solliciteert solliciteerde solliciteerden gesolliciteerd Solliciteren
sollicitatie: sollicitaties Sollicitatie
sollicitant: sollicitanten
sollicitatiebrief: sollicitatiebrieven
sollicitatiegesprek: sollicitatiegesprekken
motivatiebrief: motivatiebrieven
brief: brieven
vacature: vacatures
functie-eis: functie-eisen
baan: banen baantje
bijbaan: bijbanen bijbaantjes
werkgever: werkgevers werkgeefster
werknemer: werknemers werkneemster
medewerker: medewerkers
collega: collega's collega’s
leidinggevende: leidinggevenden
recruiter: recruiters
starter: starters
werkzoekende: werkzoekenden
afgestudeerde: afgestudeerden
stage: stages
stagiair: stagiairs stagiaire stagiaires
stagebegeleider: stagebegeleiders
stageplek: stageplekken
stagelopen: stagegelopen
traineeship: traineeships
assessment: assessments
arbeidsovereenkomst: arbeidsovereenkomsten
vaststellingsovereenkomst: vaststellingsovereenkomsten
transitievergoeding: transitievergoedingen
jaarcontract: jaarcontracten
proeftijd: proeftijden
ontslaan: ontslaat ontsloeg ontslagen
aannemen: aanneemt aannam aangenomen
afwijzen: afwijst afgewezen
opzeggen: opzegt opgezegd
uitnodigen: uitnodigt uitgenodigd
afstuderen: afstudeert afstudeerde afgestudeerd
omscholen: omgeschoold
onderhandelen: onderhandelt onderhandelde onderhandeld
controleren: controleert gecontroleerd
werven: werft wierf geworven
thuiswerken: thuiswerkt thuiswerkte thuisgewerkt
netwerken: netwerkt netwerkte genetwerkt
salaris: salarissen
loonstrook: loonstroken loonstrookje
uitkering: uitkeringen
ww-uitkering: WW-uitkeringen
toeslag: toeslagen
pensioen: pensioenen
vakantiedag: vakantiedagen
cao: cao's
cv: cv's CV
zzp'er: zzp'ers zzp’ers
bhv'er: bhv'ers
eenmanszaak: eenmanszaken
factuur: facturen
opdrachtgever: opdrachtgevers
scriptie: scripties
opleiding: opleidingen
hogeschool: hogescholen
vaardigheid: vaardigheden
competentie: competenties
personeelsuitje: personeelsuitjes
promovendus: promovendi promovenda
actueel: actuele
werkloos: werkloze
marktconform: marktconforme
"""
PAIRS = [
    (form, lemma)
    for lemma, forms in (line.split(": ") for line in FORMS.strip().splitlines())
    for form in [lemma, *forms.split()]
]


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_a_dutch_form_leads_to_its_dictionary_form(form: str, lemma: str) -> None:
    """Plurals, tenses, participles, feminines, diminutives and compounds of careers words."""
    assert DUTCH(form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("applications", "application"),
        ("applied", "apply"),
        ("CVs", "cv"),
        ("Internships", "internship"),
        ("networking", "network"),
        ("carer’s", "carer"),
        ("jobseekers", "jobseeker"),
        ("traineeships", "traineeship"),
        ("paid", "pay"),
        ("actually", "actually"),
    ],
)
def test_an_english_form_leads_to_its_dictionary_form(form: str, lemma: str) -> None:
    """English is what translations are looked up in."""
    assert ENGLISH(form) == lemma


@pytest.mark.parametrize(
    "word", ["groet", "borrel", "rooster", "verzuim", "werkstress", "beding", "rotsende"]
)
def test_a_dictionary_form_is_its_own(word: str) -> None:
    """However long the list's chain from word to word is, it is followed to its end."""
    assert DUTCH(DUTCH(word)) == DUTCH(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("agente", "agenten"), ("rooster", "roosters"), ("groet", "groeten"), ("borrel", "borrels")],
)
def test_forms_meet_even_where_the_list_disagrees_with_itself(one: str, other: str) -> None:
    """Matching needs one form for both, whichever it is."""
    assert DUTCH(one) == DUTCH(other)


@pytest.mark.parametrize("word", ["s", "e", "e's", "enden", "9", "é"])
def test_the_shortest_words_have_a_form(word: str) -> None:
    """One letter is a word, too."""
    assert DUTCH(word)


def test_ordinals_are_not_numbers() -> None:
    """A first job is not one job."""
    assert DUTCH("eerste") != DUTCH("één")


def test_a_language_without_a_word_list_has_lower_case_alone() -> None:
    """Matching then works by the letter."""
    assert lemmatiser("zh-CN")("Ab") == "ab"


def test_region_and_case_of_a_language_tag_dont_count() -> None:
    """`en_GB`, `EN-us` and `en` share a word list."""
    assert lemmatiser("en_GB")("jobs") == lemmatiser("EN-us")("jobs") == lemmatiser("en")("jobs") == "job"
