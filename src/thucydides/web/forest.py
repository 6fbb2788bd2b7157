"""How does an estimate look beside the claims it was made from?"""

from collections.abc import Iterable
from dataclasses import dataclass

from thucydides.desk import Explained, Pull
from thucydides.vocabulary import Count, Estimate, Support
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.drawing import Dot, LogAxis, Tick
from thucydides.web.figures import Mark, mark_of
from thucydides.web.wording import figure

_CLASSES = {Support.SUPPORTED: "", Support.WEAK: "weak", Support.INSUFFICIENT: "insuf"}
_LEAST_PULL = 0.05


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One claim. `pull`: by how much it moves the estimate, in words; `repeats`: whose words it only repeats."""

    mark: Mark
    voice: Voice
    dot: Dot
    shown: str
    pull: str
    repeats: str


@dataclass(frozen=True, slots=True)
class Interval:
    """The estimate on the axis: bounds of 95 and 80 %, and the median; `sort` is the class of its status."""

    outer: tuple[float, float]
    inner: tuple[float, float]
    middle: float
    sort: str


@dataclass(frozen=True, slots=True)
class Forest:
    """An estimate with its claims on one logarithmic axis, and the reasons in sentences."""

    target: str
    category: str
    median: str
    bounds: str
    status: str
    ticks: tuple[Tick, ...]
    rows: tuple[ForestRow, ...]
    interval: Interval
    because: tuple[str, ...]
    snapshot: str


def forests_of(explained: Iterable[Explained], accounts: Accounts) -> tuple[Forest, ...]:
    """A drawing for each estimate."""
    return tuple(_forest(one, accounts) for one in explained)


def _forest(one: Explained, accounts: Accounts) -> Forest:
    estimate = one.estimate
    pulls = [pull for pull in one.pulls if isinstance(pull.linked.claim.value, Count)]
    counts = [pull.linked.claim.value for pull in pulls]
    said = [bound for count in counts if isinstance(count, Count) for bound in (count.low, count.high) if bound]
    axis = LogAxis([*said, estimate.quantiles[0.025], estimate.quantiles[0.975]])
    return Forest(
        target=one.target,
        category=estimate.category.replace("_", " "),
        median=f"{estimate.median:,.0f}",
        bounds=f"{estimate.low:,.0f} to {estimate.high:,.0f}",
        status=estimate.status,
        ticks=axis.ticks,
        rows=tuple(_row(pull, axis, accounts) for pull in pulls),
        interval=_interval(estimate, axis),
        because=one.sentences,
        snapshot=estimate.snapshot,
    )


def _row(pull: Pull, axis: LogAxis, accounts: Accounts) -> ForestRow:
    count = pull.linked.claim.value
    assert isinstance(count, Count)
    return ForestRow(
        mark=mark_of(pull.linked),
        voice=accounts.voice(pull.linked),
        dot=axis.dot(count),
        shown=figure(count),
        pull=_part(pull),
        repeats=pull.repeats,
    )


def _part(pull: Pull) -> str:
    if pull.alone:
        return "all rests on it"
    return "" if pull.repeats or abs(pull.percent) < _LEAST_PULL else f"{pull.percent:+.1f} %"


def _interval(estimate: Estimate, axis: LogAxis) -> Interval:
    places = {level: axis.x(value) for level, value in estimate.quantiles.items()}
    return Interval(
        outer=(places[0.025], places[0.975]),
        inner=(places[0.1], round(max(places[0.9] - places[0.1], 0.5), 2)),
        middle=places[0.5],
        sort=_CLASSES[estimate.status],
    )
