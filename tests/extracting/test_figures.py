"""Is each number bound to what it counts, and left alone where the words do not say?"""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import least_seconds
from thucydides.extracting.figures import Assertion, Bearing, Figure, figures_in, unread_numbers
from thucydides.vocabulary import CONCEPTS, FATES, ActorMention, FormSort, Qualifier, plain
from thucydides.vocabulary.grammar.numbers import could_mean_count

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/figures.toml").read_text(encoding="utf-8"))["case"]


class Almanac:
    """A gazetteer of a few states."""

    NAMES = ("Soviets", "Soviet Union", "Soviet", "Japanese", "Japan", "Mongolian", "US", "CS", "Union", "Confederate",
             "French", "British", "Austrian", "Prussians", "Russian", "Russians", "Turkish")  # fmt: skip
    _NAMED = re.compile(rf"\b(?:{'|'.join(sorted(NAMES, key=len, reverse=True))})\b")

    def actors_in(self, words: str) -> tuple[ActorMention, ...]:
        return tuple(
            ActorMention(found.start(), found.end(), found.group(), found.group().lower(), FormSort.NAME)
            for found in self._NAMED.finditer(words)
        )

    def actor_named(self, words: str) -> str:
        return words.lower() if words in self.NAMES else ""

    def short_name(self, actor: str) -> str:
        return actor.title()


def read(words: str, under: str = "") -> tuple[Figure, ...]:
    return figures_in(words, Almanac(), under=under)


def said(words: str, figure: Figure) -> str:
    count = figure.count
    ends = (count.low,) if count.low == count.high else (count.low, count.high)
    wordless = count.low is count.high is None or count.qualifier is Qualifier.NONE
    bounds = "" if wordless else " ".join(plain(end) or "-" for end in ends)
    codes = [figure.attribute or "unsaid", figure.concept, figure.fate, figure.population]
    codes += [figure.assertion] if figure.assertion is not Assertion.ASSERTED else []
    codes += ["part"] if figure.part_of else []
    number = f"{count.qualifier} {bounds}".strip()
    return f"{words[figure.start : figure.end]} | {number} | {' '.join(filter(None, codes))}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_each_phrase_of_the_case_files_counts_what_a_historian_says_it_counts(case: dict[str, list[str]]) -> None:
    words = str(case["words"])
    assert [said(words, figure) for figure in read(words, str(case.get("under", "")))] == case["figures"]


def test_the_actors_of_a_figure_are_those_named_inside_its_phrase() -> None:
    first, second = read("20 Soviet and 30 Mongolian tanks were lost")
    assert [actor.words for actor in first.actors] == ["Soviet"]
    assert [actor.words for actor in second.actors] == ["Mongolian"]


def test_the_verb_tells_whether_its_subject_bears_the_loss() -> None:
    assert read("The Russians lost 300 men")[0].bearing is Bearing.SUFFERED
    assert read("The Russians sank three ships")[0].bearing is Bearing.INFLICTED
    assert read("Three ships were sunk")[0].bearing is Bearing.UNSAID


def test_a_part_says_where_its_whole_stands() -> None:
    whole, us, cs = read("95 total (US 30; CS 65)", under="loss")
    assert us.part_of == cs.part_of == (whole.start, whole.end)


def test_concept_words_are_the_words_as_written() -> None:
    assert read("6,000 Dead or Wounded")[0].concept_words == "Dead or Wounded"


def test_capitals_are_not_needed() -> None:
    assert read("300 KILLED, 20 Tanks LOST")[1].concept == read("300 killed, 20 tanks lost")[1].concept == "tanks"


def test_numbers_that_became_no_figure_are_handed_back() -> None:
    words = "They burned 30 bridges on 12 May and lost 925,7000 men"
    assert [words[phrase.start : phrase.end] for phrase in unread_numbers(words, read(words))] == ["30", "925,7000"]


PHRASES = (
    "killed", "and", ",", "300", "12", "tanks", "men", "were", "lost", "of", "its", "(", ")", ":", ";", "\n",
    "including", "another", "a", "Soviet", "Japan", "total", "casualties", "no", "unknown", "heavy", "5-6,000",
    ".", "not", "destroyed", "[1]", "per year", "incidents", "gunboats", "an army of", "or", "[", "or more",
    "captured", "the", "one", "adviser",
)  # fmt: skip
phrases = st.sampled_from(PHRASES)


@given(st.one_of(st.text(), st.lists(phrases, max_size=25).map(" ".join)), st.sampled_from(["", "loss", "strength"]))
def test_any_string_gives_figures_with_listed_codes_and_offsets_inside_it(words: str, under: str) -> None:
    for figure in read(words, under):
        assert 0 <= figure.start <= figure.count_start < figure.count_end <= figure.end <= len(words)
        assert figure.count.as_written == words[figure.count_start : figure.count_end]
        assert not figure.concept or all(part in CONCEPTS for part in figure.concept.split("+"))
        assert not figure.fate or figure.fate in FATES
        assert all(words[actor.start : actor.end] == actor.words for actor in figure.actors)
    assert unread_numbers(words, ()) is not None


@given(st.lists(phrases, max_size=25).map(" ".join), st.sampled_from(["", "loss", "strength"]))
def test_the_phrase_of_a_figure_proves_its_count(words: str, under: str) -> None:
    for figure in read(words, under):
        assert could_mean_count(words[figure.start : figure.end], figure.count)


@pytest.mark.parametrize(
    "unit",
    ["1 killed ", "killed 1 ", "killed, ", "5; ", "(US 1 ", "1 men of the ", "a tank ", "including 1 man ", "1 2nd "],
)
def test_a_long_line_takes_time_in_proportion(unit: str) -> None:
    shorter, longer = (least_seconds(lambda words=unit * times: read(words)) for times in (2_000, 8_000))
    assert longer < 12 * max(shorter, 0.004)
