"""Can words that are no document stop the extractors, or slow them down out of proportion?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extracting.fakes import COUNTRIES
from tests.timing import least_seconds
from thucydides.extracting import Extraction, extract
from thucydides.vocabulary import Passage, PassageKind, Text

SHORT, TIMES, SLACK = 4_000, 8, 3
NOISE = 0.02  # seconds below which a time says more about the machine than about the words

UNITS = {
    "letters without a space": "abcd",
    "capitals": "A",
    "runs of capitals": "Battle of the ",
    "names and": "Ruritania and ",
    "digits": "9",
    "digits and commas": "1,",
    "groups of digits": "123,456,",
    "figures with nouns": "20,000 dead ",
    "figures and": "5 killed and ",
    "bounds without a figure": "between 3 and about ",
    "number words": "two hundred and ",
    "dashes": "–",
    "years and dashes": "1939–",
    "slashes": "1/2/",
    "months": "May ",
    "months and days": "March 3 ",
    "brackets opened": "([{",
    "brackets closed": ")]}",
    "brackets in brackets": "(a ",
    "quotation marks": "\"“'",
    "the the the": "the ",
    "of the of the": "of the ",
    "stops": "... ",
    "abbreviations": "U.S. ",
    "lines": "a\n",
    "empty lines": "\n \n",
    "blanks": "\u00a0 \t",
    "speakers": "According to ",
    "headings of estimates": "Ruritanian estimate:\n",
    "aliases": "also known as ",
    "marks of notes": "[1] dead ",
    "notes": "1. ^ Smith, A History, 1939\n",
    "pictures": "23x15px ",
    "two directions": "\u202e\u2066a\u2069",
    "NUL": "\x00 ",
    "lone surrogates": "\ud800 a",
    "marks upon letters": "e\u0301\u0301",
    "Chinese dates": "一九三九年",
}
KINDS = list(PassageKind)


def heard(words: str, kind: PassageKind = PassageKind.PARAGRAPH, label: str = "") -> tuple[Extraction, Text]:
    text = Text("0" * 64, words, (Passage(kind, 0, len(words), label=label, mark="1"),))
    return extract(text, document_name="any.txt", gazetteer=COUNTRIES), text


def seconds(words: str, kind: PassageKind = PassageKind.PARAGRAPH, label: str = "") -> float:
    stand_in(*heard(words, kind, label))
    return least_seconds(lambda: heard(words, kind, label))


def stand_in(found: Extraction, text: Text) -> None:
    for claim in found.claims:
        claim.verify(text)
    assert not [finding.message for finding in found.findings if " stopped: " in finding.message]


def grows_with_its_length(unit: str, kind: PassageKind = PassageKind.PARAGRAPH, label: str = "") -> bool:
    """Does eight times the words take at most three times eight times as long?"""
    words = unit * (SHORT // len(unit) + 1)
    shorter = seconds(words, kind, label)
    return seconds(words * TIMES, kind, label) <= SLACK * TIMES * max(shorter, NOISE)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_the_time_for_a_paragraph_of_one_thing_grows_with_its_length(unit: str) -> None:
    assert grows_with_its_length(unit)


EVERYTHING = " ".join(unit * 3 for unit in UNITS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_the_time_for_a_passage_of_everything(kind: PassageKind) -> None:
    assert grows_with_its_length(EVERYTHING, kind)


@pytest.mark.parametrize("label", ["casualties", "strength", "combatants", "commanders", "result", "date"])
def test_so_does_the_time_for_a_row_of_everything(label: str) -> None:
    assert grows_with_its_length(EVERYTHING, PassageKind.BOX_LINE, label)


def test_brackets_a_hundred_thousand_deep_stop_nothing() -> None:
    deep = 100_000
    stand_in(*heard("The Battle of Klow " + "(" * deep + " 300 dead " + ")" * deep))


@settings(deadline=None, max_examples=150)
@given(st.text(st.characters(exclude_categories=()), max_size=200), st.sampled_from(KINDS))
def test_any_characters_at_all_give_claims_that_stand_in_them(words: str, kind: PassageKind) -> None:
    stand_in(*heard(words + "a", kind))


PIECES = st.sampled_from([*UNITS.values(), "Ruritania lost ", "on 3 May 1911", "was fought between ", ", ", ". "])


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join), st.sampled_from(KINDS))
def test_any_mixture_of_them_gives_claims_that_stand_in_it(words: str, kind: PassageKind) -> None:
    stand_in(*heard(words, kind))
