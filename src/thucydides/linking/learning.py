"""What do the ledger's own pairs teach about the weights?

Expectation and maximisation (Dempster, Laird and Rubin 1977; Winkler 1988 for record linkage) over the compared pairs.
How a level is spread among pairs of one event and among others starts from `weights.toml` and is held to it by as many
pretended pairs as stand in `_PRETENDED`; a ledger with few pairs keeps the listed weights. The order does not matter.
Names are not learned: pairs are chosen by them. They are the anchor by which the rest is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import exp, log

from thucydides.linking.weights import CHANCES, DEFAULTS, NEVER, SAME, UNSURE, Weight, Weights

_FEWEST = 500  # compared pairs; fewer teach nothing
_PRETENDED = 200.0
_ROUNDS = 25
_SEEN = 10.0  # pairs at a level before anything is made of it
_FURTHEST = 2.0  # no weight moves further from the listed one, whatever a one-sided ledger suggests
_PRIOR = -(SAME + UNSURE) / 2  # log-odds of one event before anything is seen, as the thresholds take them

Pattern = tuple[str, ...]
Spread = dict[str, float]


def learned(compared: Iterable[tuple[Weight, ...]]) -> Weights:
    """The weights of the levels after looking at the compared pairs; the listed ones where there are few pairs."""
    patterns = Counter(_pattern(levels) for levels in compared if not _by_rule(levels))
    if patterns.total() < _FEWEST:
        return DEFAULTS
    one_event, others = _listed_spreads()
    same, different, odds = dict(one_event), dict(others), _PRIOR
    for _ in range(_ROUNDS):
        moved = {level: log(same[level] / different[level]) for level in same}
        counted_same, counted_different, odds = _expected(patterns, {**DEFAULTS, **moved}, odds)
        same, different = _spread(counted_same, one_event), _spread(counted_different, others)
    seen = {level for level in same if counted_same[level] + counted_different[level] >= _SEEN}
    return {**DEFAULTS, **{level: _moved(level, (same, different), (one_event, others)) for level in seen}}


def _moved(level: str, now: tuple[Spread, Spread], listed: tuple[Spread, Spread]) -> float:
    """The listed weight, moved as far as the spreads have moved from those of the table."""
    further = log(now[0][level] / now[1][level]) - log(listed[0][level] / listed[1][level])
    return DEFAULTS[level] + max(-_FURTHEST, min(_FURTHEST, further))


def _pattern(levels: Iterable[Weight]) -> Pattern:
    return tuple(sorted(weight.level for weight in levels))


def _by_rule(levels: Iterable[Weight]) -> bool:
    return any(weight.weight <= NEVER or weight.level == "identifier:same" for weight in levels)


def _listed_spreads() -> tuple[Spread, Spread]:
    """How the levels of each feature are spread among pairs of one event, and among others, by the table."""
    others = dict(CHANCES)
    same = {level: chance * exp(DEFAULTS[level]) for level, chance in others.items()}
    return _to_one(same), _to_one(others)


def _to_one(spread: Mapping[str, float]) -> Spread:
    sums: dict[str, float] = defaultdict(float)
    for level, share in spread.items():
        sums[_feature(level)] += share
    return {level: share / sums[_feature(level)] for level, share in spread.items()}


def _expected(patterns: Counter[Pattern], weights: Weights, odds: float) -> tuple[Spread, Spread, float]:
    """How many pairs of one event, and of others, show each level, by the present weights; and the odds that follow.

    The names' weights stay: where many events share names, it is the odds that fall.
    """
    same: Spread = defaultdict(float)
    different: Spread = defaultdict(float)
    found, foreseen = _PRETENDED * _share(_PRIOR), _PRETENDED * _share(odds)
    for pattern, times in sorted(patterns.items()):
        named = odds + sum(weights[level] for level in pattern if level not in CHANCES)
        share = _share(named + sum(weights[level] for level in pattern if level in CHANCES))
        found, foreseen = found + times * share, foreseen + times * _share(named)
        for level in pattern:
            same[level] += times * share
            different[level] += times * (1 - share)
    among = patterns.total() + _PRETENDED
    return same, different, odds + _log_odds(found / among) - _log_odds(foreseen / among)


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _spread(counted: Mapping[str, float], listed: Spread) -> Spread:
    sums: dict[str, float] = defaultdict(float)
    for level, times in counted.items():
        sums[_feature(level)] += times
    return {
        level: (counted.get(level, 0.0) + _PRETENDED * share) / (sums[_feature(level)] + _PRETENDED)
        for level, share in listed.items()
    }


def _feature(level: str) -> str:
    return level.partition(":")[0]
