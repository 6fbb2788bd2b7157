"""Are dates read as the cases say, and is nothing read that is no date?"""

import tomllib
from pathlib import Path

import pytest

from thucydides.vocabulary.grammar.dates import DateForm, DatePhrase, read_dates

CASES = Path(__file__).parents[1] / "cases" / "dates.toml"


def cases() -> list[tuple[str, str]]:
    groups = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return [(words, says) for name, group in groups.items() if name != "misread" for words, says in group.items()]


def misread() -> dict[str, str]:
    """Forms that are known not to be read as they should be."""
    return dict(tomllib.loads(CASES.read_text(encoding="utf-8"))["misread"])


def as_written(phrase: DatePhrase) -> str:
    if phrase.form is DateForm.RELATIVE:
        return _relative(phrase)
    return f"{phrase.form} {phrase.date or phrase.duration}"


def _relative(phrase: DatePhrase) -> str:
    if phrase.day:
        months = f" {phrase.months:+d}" if phrase.months else ""
        return f"relative day {phrase.day}{' of the month of writing' * phrase.of_writing}{months}"
    return f"relative {'+' if phrase.after else '-'}{phrase.duration}{' of writing' * phrase.of_writing}"


@pytest.mark.parametrize(("words", "says"), cases())
def test_words_say_what_the_case_says(words: str, says: str) -> None:
    assert " ; ".join(map(as_written, read_dates(words))) == ("" if says == "nothing" else says)


def test_there_are_more_than_150_forms_of_dates() -> None:
    assert sum(says != "nothing" for _, says in cases()) >= 150


def test_97_forms_in_a_hundred_are_right_and_none_is_silently_wrong() -> None:
    """What is misread is no date at all, or lacks the doubt; it is never another date."""
    forms = [case for case in cases() if case[1] != "nothing"] + list(misread().items())
    heard = {words: " ; ".join(map(as_written, read_dates(words))) for words, _ in forms}
    wrong = {words: says for words, says in forms if heard[words] != says}
    assert len(forms) >= 150 and len(forms) - len(wrong) >= 0.97 * len(forms)
    assert wrong == misread()
    assert {words: heard[words] for words, says in wrong.items() if heard[words] not in ("", says.rstrip("?~"))} == {}
