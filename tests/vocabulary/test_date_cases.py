"""Are dates read as the cases say, and is nothing read that is no date?"""

import tomllib
from pathlib import Path

import pytest

from thucydides.vocabulary.grammar.dates import DateForm, DatePhrase, read_dates

CASES = Path(__file__).parents[1] / "cases" / "dates.toml"


def cases() -> list[tuple[str, str]]:
    groups = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return [(words, says) for group in groups.values() for words, says in group.items()]


def as_written(phrase: DatePhrase) -> str:
    if phrase.form is DateForm.RELATIVE:
        return f"relative {'+' if phrase.after else '-'}{phrase.duration}"
    return f"{phrase.form} {phrase.date or phrase.duration}"


@pytest.mark.parametrize(("words", "says"), cases())
def test_words_say_what_the_case_says(words: str, says: str) -> None:
    assert " ; ".join(map(as_written, read_dates(words))) == ("" if says == "nothing" else says)


def test_there_are_more_than_150_forms_of_dates() -> None:
    assert sum(says != "nothing" for _, says in cases()) >= 150
