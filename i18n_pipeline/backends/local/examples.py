"""Dutch sentences with their English, which show the model what to do.

Written for this project. They have what the articles have: a heading, a question, a quotation, a
long sentence, a number, a name, a negation. Changing one changes every draft: raise
`prompts.VERSION`.
"""

Pair = tuple[str, str]
"""A Dutch text and its English translation."""

CAREERS: tuple[Pair, ...] = (
    ("Vijf tips voor je eerste werkdag", "Five tips for your first day at work"),
    (
        "Waarom zou een werkgever juist jou willen aannemen?",
        "Why would an employer want to hire you in particular?",
    ),
    (
        "'Ik had geen idee wat ik moest zeggen', vertelt Sanne, die vorig jaar afstudeerde.",
        "'I had no idea what to say,' says Sanne, who graduated last year.",
    ),
    (
        (
            "Wie na zijn studie niet meteen een vaste baan vindt, kan via een stage of een tijdelijke"
            " opdracht alsnog ervaring opdoen en ontdekken welk werk bij hem past."
        ),
        (
            "Those who do not find a permanent job right after their studies can still gain "
            "experience through an internship or a temporary assignment and discover which work suits"
            " them."
        ),
    ),
    (
        "In 2022 kregen 1.250 starters een contract, 15 procent meer dan een jaar eerder.",
        "In 2022, 1,250 starters got a contract, 15 percent more than a year earlier.",
    ),
    (
        "Stuur nooit een brief waarin je niet uitlegt waarom je deze functie wilt.",
        "Never send a letter in which you do not explain why you want this position.",
    ),
    (
        "Bel gerust even op als je niet zeker weet of de vacature nog openstaat.",
        "Feel free to call if you are not sure whether the vacancy is still open.",
    ),
    ("Saai? Helemaal niet!", "Boring? Not at all!"),
)

GENERAL: tuple[Pair, ...] = (
    (
        "De trein naar Groningen vertrekt vandaag tien minuten later.",
        "The train to Groningen is leaving ten minutes late today.",
    ),
    ("Heb je al iets gehoord van je zus?", "Have you heard anything from your sister yet?"),
    (
        "De gemeente wil in 2026 ruim 3.400 nieuwe woningen bouwen.",
        "The city council wants to build more than 3,400 new homes in 2026.",
    ),
    (
        "Het museum, dat vorig jaar werd verbouwd, is op maandag niet geopend.",
        "The museum, which was renovated last year, is not open on Mondays.",
    ),
    (
        "'We hebben geen minuut getwijfeld', zegt Peter de Boer over de verhuizing.",
        "'We did not hesitate for a minute,' says Peter de Boer about the move.",
    ),
)

MIXED: tuple[Pair, ...] = (
    ("Solliciteren zonder stress", "Applying for jobs without stress"),
    ("Wat doe je als niemand op je bericht reageert?", "What do you do if nobody replies to your message?"),
    (
        "Volgens onderzoeker Anna Visser zijn de prijzen in 2023 met 4,5 procent gestegen.",
        "According to researcher Anna Visser, prices rose by 4.5 percent in 2023.",
    ),
    ("'Ik zou het zo weer doen', zegt ze lachend.", "'I would do it all over again,' she says, laughing."),
    (
        "Je moet jezelf niet kleiner maken dan je bent, want dan ziet niemand wat je kunt.",
        "You should not make yourself smaller than you are, because then nobody sees what you can do.",
    ),
    (
        (
            "Hoewel de minister eerder had beloofd dat er geen banen zouden verdwijnen, moeten bij "
            "het bedrijf in Eindhoven toch 120 medewerkers vertrekken."
        ),
        (
            "Although the minister had promised earlier that no jobs would be lost, 120 employees at "
            "the company in Eindhoven will have to leave after all."
        ),
    ),
    ("Kortom: begin op tijd en vraag om hulp.", "In short: start in time and ask for help."),
)

GLOSSARY_TERM: Pair = ("proeftijd", "probationary period")
GLOSSARY: Pair = (
    "Tijdens je proeftijd mag je elke dag opzeggen.",
    "During your probationary period you can resign on any day.",
)
"""The example that shows a glossary line, and the term in it."""
