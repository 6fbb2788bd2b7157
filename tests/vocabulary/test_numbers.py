"""Is each number read as it is written, with its bounds and its use, and is nothing read that is not there?"""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import least_seconds
from thucydides.vocabulary import Count, NumberPhrase, NumberSort, Qualifier, plain, read_numbers
from thucydides.vocabulary.grammar.numbers import NumberHabit, could_mean_count

ROOT = Path(__file__).parents[2]
CASES = tomllib.loads((ROOT / "tests/cases/numbers.toml").read_text(encoding="utf-8"))["case"]
GOLD = ROOT.parent / "shared/gold/quantity-phrases.csv"


def said(words: str, phrase: NumberPhrase) -> str:
    sort = "" if phrase.sort is NumberSort.COUNT else phrase.sort
    return " ".join(filter(None, (f"{words[phrase.start : phrase.end]} =", sort, bounds(phrase.count))))


def bounds(count: Count | None) -> str:
    if count is None:
        return ""
    if count.low is count.high is None or count.qualifier is Qualifier.NONE:
        return count.qualifier
    ends = (count.low,) if count.low == count.high else (count.low, count.high)
    return " ".join([count.qualifier, *(plain(end) or "-" for end in ends)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_each_number_of_the_case_files_reads_as_a_historian_wrote_it(case: dict[str, list[str]]) -> None:
    words = str(case["words"])
    assert [said(words, phrase) for phrase in read_numbers(words)] == case["reads"]


def test_97_forms_in_a_hundred_are_right_and_none_is_silently_wrong() -> None:
    """What is misread would have to be reported as malformed or left alone, and never be another count."""
    heard = {
        str(case["words"]): [said(str(case["words"]), it) for it in read_numbers(str(case["words"]))] for case in CASES
    }
    wrong = [case for case in CASES if heard[str(case["words"])] != case["reads"]]
    assert len(CASES) >= 150 and len(CASES) - len(wrong) >= 0.97 * len(CASES)
    assert [case for case in wrong if any("malformed" not in item for item in heard[str(case["words"])])] == []


def gold_rows() -> Iterator[dict[str, str]]:
    if GOLD.exists():
        with GOLD.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold phrases lie beside the repository and are absent here")
def test_every_gold_phrase_gives_its_bounds_and_nothing_else() -> None:
    for row in gold_rows():
        counted = [
            phrase.count
            for phrase in read_numbers(row["phrase"])
            if phrase.sort in (NumberSort.COUNT, NumberSort.RATIO) and phrase.count
        ]
        lows = row["low"].replace(" and ", ",").split(",") if row["low"] else []
        if row["qualifier"] not in set(Qualifier):
            assert not counted, row["phrase"]
            continue
        assert [count.qualifier for count in counted] == [row["qualifier"]] * len(counted) and counted, row["phrase"]
        assert [plain(count.low) for count in counted if count.low is not None] == [low.strip() for low in lows]
        if row["high"]:
            assert plain(counted[0].high) == row["high"], row["phrase"]


def test_a_malformed_number_is_reported_and_has_no_count() -> None:
    (phrase,) = read_numbers("925,7000")
    assert (phrase.sort, phrase.count) == (NumberSort.MALFORMED, None)


def test_the_habit_of_a_document_decides_what_a_full_stop_means() -> None:
    assert NumberHabit.of("1.250.000 men and 12.000 horse").thousands == "."
    assert NumberHabit.of("12,000 men") == NumberHabit(",")
    assert NumberHabit.of("12,000 men or 12.000.000") == NumberHabit()
    assert read_numbers("12.500", NumberHabit(","))[0].sort is NumberSort.MALFORMED
    assert bounds(read_numbers("12 500 men", NumberHabit(" "))[0].count) == "exact 12500"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("20,302 dead", Count.exactly(20_302, as_written="20,302")),
        ("300+ dead", Count.at_least(300, as_written="300+")),
        ("including a military adviser", Count.exactly(1, as_written="a")),
        ("damaged another", Count.exactly(1, as_written="another")),
        ("slight casualties", Count.vague(as_written="slight")),
        ("losses on the day were very heavy", Count.vague(as_written="very heavy")),
        ("none", Count.none(as_written="none")),
        ("0", Count.exactly(0, as_written="0")),
        ("-9", Count.unknown(as_written="-9")),
        ("12 500 men", Count.exactly(12_500, as_written="12 500")),
        ("by two to one", Count.exactly(2, as_written="two to one")),
    ],
)
def test_words_that_give_a_count_prove_it(words: str, count: Count) -> None:
    assert could_mean_count(words, count)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("20,302 dead", Count.exactly(20_303, as_written="20,303")),
        ("300+ dead", Count.exactly(300, as_written="300")),
        ("300 dead", Count.at_least(300, as_written="300+")),
        ("a force of 300 men", Count.exactly(1, as_written="a")),
        ("4,8640 dead", Count.exactly(48_640, as_written="48,640")),
        ("in 1939", Count.exactly(1939, as_written="1939")),
        ("20 km", Count.exactly(20, as_written="20")),
        ("heavy losses", Count.vague(as_written="slight")),
        ("between 1932 and 1934", Count.between(1932, 1934, as_written="1932 and 1934")),
    ],
)
def test_words_that_give_another_count_prove_nothing(words: str, count: Count) -> None:
    assert not could_mean_count(words, count)


@given(st.integers(1, 10**9), st.integers(0, 8))
def test_a_wrong_digit_is_never_proved(number: int, place: int) -> None:
    digits = f"{number:,}"
    at = place % len(digits)
    wrong = digits[:at] + (str((int(digits[at]) + 1) % 10) if digits[at].isdigit() else digits[at]) + digits[at + 1 :]
    value = int(wrong.replace(",", ""))
    assert could_mean_count(f"{digits} dead", Count.exactly(number, as_written=digits))
    assert value == number or not could_mean_count(f"{digits} dead", Count.exactly(value, as_written=wrong))


@given(st.integers(1, 10**12))
def test_a_number_reads_the_same_with_and_without_separators(number: int) -> None:
    for written in (f"{number:,}", f"{number} men", f"{number:,}".replace(",", "'")):
        assert read_numbers(written)[0].count == Count.exactly(number, as_written=written.removesuffix(" men"))


pieces = st.sampled_from(
    ["1", "20,000", "one", "hundred", "and", "to", "-", "–", "between", "about", "at least", "(", "[", "]", ":", "/",
     "mm", "May", "th", "half a", "million", "%", "£", "½", "IV", "Corps",
     "\n", "\u00a0", ".", ",", "+", "?", "no", "İ", "１"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(pieces).map(" ".join), st.lists(pieces).map("".join)))
def test_any_string_is_read_without_a_crash_into_ordered_phrases_of_its_own_words(words: str) -> None:
    end = 0
    for phrase in read_numbers(words):
        assert end <= phrase.start < phrase.end <= len(words)
        assert phrase.count is None or phrase.count.as_written == words[phrase.start : phrase.end]
        end = phrase.end


@given(st.lists(pieces, max_size=8).map(" ".join))
def test_every_count_that_is_read_is_proved_by_its_own_words(words: str) -> None:
    for phrase in read_numbers(words):
        if phrase.count:
            assert could_mean_count(words, phrase.count)


@pytest.mark.parametrize(
    "unit", ["1 ", "1,", "1-", "1:", "1", "one ", "hundred and ", "between 1 and ", "½", "(", "1 000"]
)
def test_a_long_line_takes_time_in_proportion(unit: str) -> None:
    shorter, longer = (least_seconds(lambda words=unit * times: read_numbers(words)) for times in (4_000, 16_000))
    assert longer < 12 * max(shorter, 0.004)
