"""Do two long lists of battles, with little but names and years, meet in the right pairs at a bounded cost?"""

import csv
import random
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest

from tests.linking.tables import located_battles, rows, wikidata_battles
from thucydides.linking.candidates import pairs
from thucydides.linking.clusters import clustering
from thucydides.linking.profiles import Profile
from thucydides.linking.profiling import Profiling
from thucydides.linking.times import Extent
from thucydides.vocabulary import Day, EventKind, Mention, Registry

LISTS = Path(__file__).parents[3] / "shared" / "data" / "battles-lists"
JUDGED = Path(__file__).parent / "judged_battles.csv"


def judged() -> dict[tuple[str, str], str]:
    """150 links drawn at random (seed 2026) from 3,060, each looked at by a person: number, page, judgement."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["wikidata"], row["page"]): row["judgement"] for row in csv.DictReader(file)}


def test_149_of_150_links_that_a_person_looked_at_are_right() -> None:
    answers = list(judged().values())
    assert len(answers) == 150
    assert answers.count("same") / len(answers) >= 0.97


@pytest.mark.slow
@pytest.mark.skipif(not LISTS.exists(), reason="the lists of battles are not beside the project")
def test_the_links_that_were_found_right_are_still_made(registry: Registry) -> None:
    profiling = Profiling(registry)
    pages = LISTS / "wikipedia_battles_coords.csv"
    both = [*wikidata_battles(LISTS / "wikidata_battles.csv", profiling), *located_battles(pages, profiling)]
    found = profiling.together({each.mention: each for each in both})
    page_of = {f"row:{place}": row["link"].rpartition("/")[2] for place, row in enumerate(rows(pages), start=2)}
    made = set()
    for cluster in clustering(found).clusters:
        numbers = sorted(number for mention in cluster.members for number in found[mention].identifiers)
        if len(numbers) > 1:
            row, wikidata = numbers[0], numbers[-1]
            made.add((wikidata.partition(":")[2], page_of.get(row, "")))
    right = {pair for pair, judgement in judged().items() if judgement == "same"}
    assert len(made) >= 2900
    assert len(right & made) >= 0.97 * len(right)


def generated(size: int, profiling: Profiling) -> list[Profile]:
    """Battles of two lists, each twice: new names for new battles, but one name in five has a very common word.

    Years repeat, and one battle in five has no date.
    """
    chance = random.Random(7)
    return [profile for number in range(size // 2) for profile in _battle(number, chance, profiling)]


def _battle(number: int, chance: random.Random, profiling: Profiling) -> Iterator[Profile]:
    word = "".join(chance.choice("klmnprst") + chance.choice("aeiou") for _ in range(8)).capitalize()
    name = f"Battle of {('River ', 'Fort ', '', '', '', '', '', '', '', '')[number % 10]}{word}"
    day = Day(1500 + number * 31 % 450, 1 + number % 12, 1 + number % 28)
    when = None if number % 5 == 0 else Extent(day, day)
    for document in ("list", "other"):
        mention = Mention(document, f"{name} [{number}]")
        yield profiling.completed(Profile(mention, EventKind.BATTLE, names=(name,), extent=when, claims=1))


def test_pairs_grow_no_faster_than_the_list_times_its_logarithm(registry: Registry) -> None:
    """Measured, in pairs over n log n: 0.08, 0.10, 0.23 and 0.05 at 1,000, 4,000, 16,000 and 64,000 battles.

    The blocks of common words fill until they are told apart by a second word.
    """
    whole = generated(16_000, Profiling(registry))
    for size in (1_000, 4_000, 16_000):
        assert len(pairs(whole[:size])) <= 0.3 * size * log(size)
