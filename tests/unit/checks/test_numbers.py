"""The check of numbers, times and dates."""

import pytest

from i18n_pipeline.checks import Pair
from i18n_pipeline.checks.numbers import numbers
from i18n_pipeline.model.inline import Content, Kind, Placeholder, plain

GOOD = [
    ("Je verdient € 1.234,56 per maand.", "You earn €1,234.56 a month."),
    ("De training kost € 1.000,-.", "The training costs €1,000."),
    ("Dat is 2,5 keer zo veel.", "That is 2.5 times as much."),
    ("In 2024 waren er 12.500 vacatures.", "There were 12,500 vacancies in 2024."),
    ("Ruim 1 miljoen zzp'ers", "More than 1 million self-employed workers"),
    ("Er zijn 1,2 miljoen zzp'ers.", "There are 1,200,000 self-employed people."),
    ("Dat kost 2 miljard euro.", "That costs 2 billion euros."),
    ("Het gesprek begint om 9.30 uur.", "The interview starts at 9:30 am."),
    ("Het gesprek begint om 9.30 uur.", "The interview starts at 9.30."),
    ("We zijn open tot 17.00 uur.", "We are open until 5 pm."),
    ("We zijn open van 9 tot 17 uur.", "We are open from 9 am to 5 pm."),
    ("Je wordt om half tien verwacht.", "You are expected at half past nine."),
    ("Je wordt om half tien verwacht.", "You are expected at 9.30."),
    ("Kom om kwart voor negen.", "Come at a quarter to nine."),
    ("Kom om kwart over 2.", "Come at 2.15."),
    ("Reageer voor 3 jan. 2025.", "Reply before 3 January 2025."),
    ("Reageer voor 3 januari 2025.", "Reply before January 3rd, 2025."),
    ("Reageer voor 03-01-2025.", "Reply before 3 January 2025."),
    ("Reageer voor 3/1/2025.", "Reply before 03/01/2025."),
    ("Gepubliceerd op 2015-03-20", "Published on 20 March 2015"),
    ("Van 3 tot 5 mei 2025", "From May 3 to 5, 2025"),
    ("Je 1e werkdag", "Your 1st day at work"),
    ("Je 1e werkdag", "Your first day at work"),
    ("In de 19e eeuw", "In the 19th century"),
    ("Een negentiende-eeuws gebouw", "A 19th-century building"),
    ("Voor 2e-jaars studenten", "For second-year students"),
    ("Je hebt twee gesprekken.", "You have 2 interviews."),
    ("Noem 3 sterke punten.", "Name three strengths."),
    ("Noem er een of twee.", "Name one or two."),
    ("In de jaren '90 werkte ik daar.", "I worked there in the 1990s."),
    ("In de jaren tachtig", "In the 1980s"),
    ("Studiejaar 2024/25", "Academic year 2024-2025"),
    ("Zo'n 10 procent haakt af.", "Around 10% drop out."),
    ("Dat is 50% van de studenten.", "That is half of the students."),
    ("Je werkt 32-40 uur per week.", "You work 32 to 40 hours a week."),
    ("Bel 020 123 45 67 voor een afspraak.", "Call +31 20 123 4567 for an appointment."),
    ("Eén A4'tje is genoeg.", "One page is enough."),
    ("Werk je in de B2B?", "Do you work in B2B?"),
    ("Het duurt anderhalf uur.", "It takes 1.5 hours."),
    ("Na een halfjaar mag je gaan.", "You may leave after 6 months."),
    ("De bedenktijd is 14 dagen.", "You have two weeks to think it over."),
    ("Solliciteer 2x per week.", "Apply twice a week."),
    ("Vier je successen met één collega.", "Celebrate your successes with a colleague."),
    ("Een driejarig contract", "A 3-year contract"),
    ("De vierdaagse werkweek", "The 4-day week"),
    ("Zie https://example.org/2023/top-10 voor meer.", "See https://example.org/en/ for more."),
    ("Ik ben 1,80 m lang.", "I am 1.80 m tall."),
    ("Met Python 3.11 of 3.12.1", "With Python 3.11 or 3.12.1"),
    ("Je had 3 kansen en greep ze alle 3.", "You had three chances and took them all."),
    ("Wij zijn er 24/7.", "We are there 24/7."),
    ("&#39;Neem mij&#39;, zei hij.", "'Pick me', he said."),
    ("Tussen 2\u00a0500 en 3\u00a0000 euro", "Between 2,500 and 3,000 euros"),
    ("Voor twaalfhonderd euro", "For 1,200 euros"),
    ("Dat kost 1.000.000.", "It costs 1,000,000."),
]

DEFECTS = [
    ("Je verdient € 1.234,56 per maand.", "You earn €1,243.56 a month.", "number-changed"),
    ("Je verdient € 2.500 per maand.", "You earn €2.500 a month.", "number-notation"),
    ("Dat is 2,5 keer zo veel.", "That is 2,5 times as much.", "number-notation"),
    ("Het gesprek begint om 9.30 uur.", "The interview starts at 9:03.", "number-changed"),
    ("We zijn open tot 17.00 uur.", "We are open until 7 pm.", "number-changed"),
    ("Reageer voor 3 januari 2025.", "Reply before 3 January 2026.", "number-changed"),
    ("Reageer voor 3 januari 2025.", "Reply before 3 June 2025.", "number-missing"),
    ("In de 19e eeuw", "In the 18th century", "number-changed"),
    ("Noem 3 sterke punten.", "Name your strengths.", "number-missing"),
    ("Noem drie sterke punten.", "Name four strengths.", "number-changed"),
    ("Noem drie sterke punten.", "Name 4 strengths.", "number-changed"),
    ("Noem je sterke punten.", "Name your 5 strengths.", "number-added"),
    ("Zo'n 10 procent haakt af.", "Around 10 drop out.", "percent-missing"),
    ("Dat kost 2 miljard euro.", "That costs 2 million euros.", "number-changed"),
    ("In 2024 waren er 12.500 vacatures.", "There were 12,500 vacancies.", "number-missing"),
    ("Bel 020 123 45 67.", "Call +31 20 123 4576.", "number-changed"),
    ("Je werkt 32-40 uur per week.", "You work 32 to 36 hours a week.", "number-changed"),
    ("Vraag 1 van de 20", "Question 1 of 2", "number-changed"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_right_numbers_are_silent(source: str, target: str) -> None:
    """A number that is right in English notation, figures or words, is no finding."""
    assert list(numbers(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(("source", "target", "code"), DEFECTS)
def test_wrong_numbers_are_found(source: str, target: str, code: str) -> None:
    """A number that changed, went, came or kept its Dutch notation is one finding."""
    assert [finding.code for finding in numbers(Pair(plain(source), plain(target)))] == [code]


def test_messages_say_what_was_expected() -> None:
    """The message has the number as written on both sides, the fix the English way to write it."""
    (finding,) = numbers(Pair(plain("Je verdient € 2.500,75."), plain("You earn €2.500,75.")))
    assert "'2.500,75'" in finding.message
    assert finding.fix == "Write 2,500.75."


def test_codes_hold_no_numbers() -> None:
    """Figures in a link's address or in code are the business of another check."""
    link = Placeholder(1, Kind.STANDALONE, "`port 8080`")
    source: Content = ("Open ", link, " nu.")
    target: Content = ("Now open ", Placeholder(1, Kind.STANDALONE, "`port 80`"), ".")
    assert list(numbers(Pair(source, target))) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kom om 9.00 uur.", "Come at 9:00:00."),
        ("Om 9:00:00", "At 9 am"),
        ("Kom om 17u00.", "Come at 5 pm."),
        ("Kom om 9h30.", "Come at 9.30 am."),
        ("Om 19.00 uur", "At 7 00 pm"),
        ("Om 9.00 uur", "At 9 .00"),
        ("13.00-14.00 uur", "1-2 pm"),
        ("Van 13.00 tot 14.30 uur", "From 1 to 2.30 pm"),
    ],
)
def test_notations_of_a_time_are_one_time(source: str, target: str) -> None:
    """Seconds and minutes of `00` are no numbers of their own, and `1-2 pm` is in the afternoon."""
    assert list(numbers(Pair(plain(source), plain(target)))) == []


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("We beginnen om half tien.", "We start at half past ten.", "number-changed"),
        ("Er zijn 1,5 miljoen banen.", "There are 1,5 million jobs.", "number-notation"),
    ],
)
def test_times_in_words_and_scaled_numbers(source: str, target: str, code: str) -> None:
    """A time in words that is another one, and a decimal comma before `million`."""
    assert [finding.code for finding in numbers(Pair(plain(source), plain(target)))] == [code]
