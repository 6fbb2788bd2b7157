"""What do the ledger's own pairs teach about the weights?"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import pytest

from tests.linking.strangers import NOBODY
from thucydides.linking.candidates import pairs
from thucydides.linking.features import weigh
from thucydides.linking.learning import learned
from thucydides.linking.names import key_of
from thucydides.linking.profiles import Profile
from thucydides.linking.times import Extent
from thucydides.linking.weights import DEFAULTS, Weight, seen
from thucydides.vocabulary import Day, EventKind, Mention

POWERS = [f"gw:{number}" for number in range(1, 7)]


@dataclass(frozen=True)
class Row:
    """An event as one list has it: the name it is found by, a day of 1800, two parties, battle or incident."""

    document: str
    name: str
    day: int
    parties: tuple[str, str]
    kind: EventKind

    @property
    def mention(self) -> Mention:
        return Mention(self.document, self.name)

    @property
    def profile(self) -> Profile:
        when = Day.at(Day(1800, 1, 1).ordinal + self.day)
        both = frozenset(self.parties)
        return Profile(
            self.mention, self.kind, names=(self.name,), keys=(key_of(self.name, NOBODY),), extent=Extent(when, when),
            parties=both, actors=both,
        )  # fmt: skip


def generated(events: int, seed: int) -> tuple[list[Row], set[frozenset[Mention]]]:
    """Two lists of the same events with slips, many of one name, and the pairs that are one event."""
    chance = random.Random(seed)
    rows, truth = [], set()
    for number in range(events):
        name = f"Field {chr(97 + number % 26)}{'bdgklmnprst'[number // 26 % 11]}at"
        day, kind = chance.randint(0, 58), EventKind.BATTLE
        parties = chance.sample(POWERS, 2)
        one = Row("a", f"{name} [{number}]", day, (parties[0], parties[1]), kind)
        slip = chance.choice([0, 0, 0, 0, 1, 2, 9])
        ally = [parties[0], chance.choice(POWERS)] if chance.random() < 0.15 else parties
        scale = EventKind.INCIDENT if chance.random() < 0.1 else EventKind.BATTLE
        other = Row("b", f"{name} [{number}]", min(58, day + slip), (ally[0], ally[1]), scale)
        rows += [one, other]
        truth.add(frozenset((one.mention, other.mention)))
    return rows, truth


def compared(rows: Sequence[Row]) -> list[tuple[Profile, Profile, tuple[Weight, ...]]]:
    met = pairs([row.profile for row in rows])
    return [(one, other, weigh(one, other)[1]) for one, other in met if one.mention.document != other.mention.document]


def test_a_small_ledger_keeps_the_listed_weights() -> None:
    rows, _ = generated(50, 1)
    assert learned(levels for _, _, levels in compared(rows)) == DEFAULTS


def test_the_order_of_the_pairs_does_not_matter() -> None:
    levels = [levels for _, _, levels in compared(generated(600, 2)[0])]
    assert learned(levels) == learned(random.Random(0).sample(levels, len(levels)))


def test_what_never_varies_loses_its_weight_and_what_tells_gains() -> None:
    told = [(seen("name:same", ""), seen("kind:same", ""), seen("date:same", ""))] * 300
    others = [(seen("name:other", ""), seen("kind:same", ""), seen("date:months", ""))] * 3000
    weights = learned([*told, *others])
    assert weights["kind:same"] < DEFAULTS["kind:same"]
    assert weights["date:same"] > DEFAULTS["date:same"]
    assert weights["name:same"] == DEFAULTS["name:same"]


def test_no_weight_moves_far_from_the_listed_one_and_rules_stay() -> None:
    weights = learned(levels for _, _, levels in compared(generated(1500, 3)[0]))
    assert weights.keys() == DEFAULTS.keys()
    assert all(abs(weights[level] - DEFAULTS[level]) <= 2.0 for level in weights)
    assert weights["date:apart"] == DEFAULTS["date:apart"]


def test_learned_weights_agree_with_those_of_splink() -> None:
    """Both learn from the same pairs, chosen by name, how dates, parties and kinds agree; neither learns the name.

    Measured on 600 events in two lists (5,450 pairs): every weight lies within 1.0 of Splink's, the order of the pairs
    has a rank correlation of 0.92, and where as many pairs are joined as are one event, both join the very same ones,
    of which 512 are right; the listed weights join 492 right ones.
    """
    splink = pytest.importorskip("splink")
    rows, truth = generated(600, 4)
    ours = compared(rows)
    weights = learned(levels for _, _, levels in ours)
    theirs = _splink_weights(splink, rows)
    assert all(abs(weights[level] - theirs[level]) <= 1.2 for level in theirs)
    score = {frozenset((one.mention, other.mention)): _score(levels, weights) for one, other, levels in ours}
    oracle = {frozenset((one.mention, other.mention)): _score(levels, theirs) for one, other, levels in ours}
    assert _rank_correlation([score[pair] for pair in score], [oracle[pair] for pair in score]) >= 0.9
    same, same_there = _joined(score, truth), _joined(oracle, truth)
    assert len(same ^ same_there) <= 0.005 * len(score)
    by_table = {frozenset((one.mention, other.mention)): _score(levels, DEFAULTS) for one, other, levels in ours}
    assert len(same & truth) > len(_joined(by_table, truth) & truth)


def _joined(held: dict[frozenset[Mention], float], truth: set[frozenset[Mention]]) -> set[frozenset[Mention]]:
    """The best pairs, as many as there are pairs of one event."""
    least = sorted(held.values(), reverse=True)[len(truth) - 1]
    return {pair for pair, each in held.items() if each >= least}


def _score(levels: tuple[Weight, ...], weights: Any) -> float:
    return sum(weights.get(each.level, 0.0) for each in levels if not each.level.startswith("name"))


def _rank_correlation(one: list[float], other: list[float]) -> float:
    def ranks(values: list[float]) -> list[float]:
        order = sorted(values)
        first = {value: order.index(value) for value in set(values)}
        return [first[value] + (values.count(value) - 1) / 2 for value in values]

    left, right = ranks(one[:1500]), ranks(other[:1500])
    middle = (len(left) - 1) / 2
    both = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    return both / (sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right)) ** 0.5


def _splink_weights(splink: Any, rows: list[Row]) -> dict[str, float]:
    from splink.comparison_library import CustomComparison
    from splink.internals.duckdb.database_api import DuckDBAPI

    def comparison(name: str, *levels: str) -> Any:
        cases = [{"sql_condition": sql, "label_for_charts": sql} for sql in (*levels, "ELSE")]
        missing = {"sql_condition": f"{name}_l IS NULL", "label_for_charts": "null", "is_null_level": True}
        return CustomComparison([missing, *cases], output_column_name=name)

    apart = "abs(date_l - date_r)"
    settings = splink.SettingsCreator(
        link_type="link_only",
        comparisons=[
            comparison("date", f"{apart} = 0", f"{apart} <= 7"),
            comparison(
                "parties",
                "len(list_intersect(parties_l, parties_r)) > 1",
                "len(list_intersect(parties_l, parties_r)) = 1",
            ),
            comparison("kind", "kind_l = kind_r"),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on("name")],
    )
    database = DuckDBAPI()
    tables = [
        database.register(
            [
                {
                    "unique_id": row.name,
                    "name": row.name.partition(" [")[0],
                    "date": row.day,
                    "parties": list(row.parties),
                    "kind": str(row.kind),
                }
                for row in rows
                if row.document == document
            ],
        )
        for document in "ab"
    ]
    linker = splink.Linker(tables, settings, log_level=50)
    session = linker.training.estimate_parameters_using_expectation_maximisation(
        splink.block_on("name"), fix_u_probabilities=False, record_sample_proportion=1.0
    )
    learned_there = session.core_model_settings.comparisons
    names = {"date": ("same", "week", "months"), "parties": ("two", "one", "none"), "kind": ("same", "one-step")}
    found = {}
    for each in learned_there:
        levels = [level for level in each.comparison_levels if not level.is_null_level]
        for name, level in zip(names[each.output_column_name], levels, strict=True):
            found[f"{each.output_column_name}:{name}"] = log(level.m_probability / level.u_probability)
    return found
