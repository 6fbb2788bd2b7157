"""Where on the paper does a date or a figure stand?

All x are in per cent of the plot's width, so that a drawing keeps its type at any width without a script.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thucydides.vocabulary import Count, Day, Qualifier
from thucydides.web.dating import MONTHS

_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
_MONTH_STEPS = (1, 2, 3, 6)
_DAY_STEPS = (1, 2, 5, 10)
_MOST_TICKS = 8
_LETTER = 2.4  # per cent: a letter of a label on the narrowest plot of a wide page
_NARROWEST = 0.8  # per cent: what is shorter would not be seen


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the plot with its label; `minor` ones lose the label on narrow paper."""

    x: float
    label: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time. `sort`: `solid` days stated, `vague` somewhere within, `ghost` implied by a duration."""

    x: float
    width: float
    sort: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure: at `x`, or from `x` to `right`; open to one side, or not a number and so nowhere."""

    x: float | None
    right: float | None = None
    opens: str = ""


class TimeAxis:
    """Days from the first to the last that occur, with a little air on both sides."""

    def __init__(self, days: Iterable[Day]) -> None:
        numbers = [day.ordinal for day in days]
        first, last = min(numbers), max(numbers) + 1
        air = max((last - first) * 0.03, 2)
        self._start, self._span = first - air, (last - first) + 2 * air

    def x(self, day: Day, *, days_after: int = 0) -> float:
        """Where the morning of the day stands, or that of a later one."""
        return round(100 * (day.ordinal + days_after - self._start) / self._span, 2)

    def bar(self, first: Day, last: Day, sort: str = "solid") -> Bar:
        """From the morning of the first to the evening of the last day."""
        left = self.x(first)
        return Bar(left, round(max(self.x(last, days_after=1) - left, _NARROWEST), 2), sort)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Years, months or days, whichever are few enough to be read."""
        years = self._span / 365.25
        if years > 2.5:
            return self._drawn(self._years(_step(years, _YEAR_STEPS)))
        if years > 0.12:
            return self._drawn(self._months(_step(years * 12, _MONTH_STEPS)))
        return self._drawn(self._days(_step(self._span, _DAY_STEPS)))

    def _drawn(self, marks: Iterable[tuple[Day, str]]) -> tuple[Tick, ...]:
        placed = [(self.x(day), label) for day, label in marks]
        inside = [(x, label) for x, label in placed if 0 <= x <= 97]
        return _spaced(Tick(x, label, minor=place % 2 == 1) for place, (x, label) in enumerate(inside))

    def _years(self, step: int) -> Iterator[tuple[Day, str]]:
        first = Day.at(math.floor(self._start)).year // step * step
        for year in range(first, first + step * (_MOST_TICKS + 4), step):
            yield Day(year, 1, 1), str(year) if year > 0 else f"{1 - year} BC"

    def _months(self, step: int) -> Iterator[tuple[Day, str]]:
        begin = Day.at(math.floor(self._start))
        first = (begin.year * 12 + begin.month - 1) // step * step
        for place, month in enumerate(range(first, first + step * (_MOST_TICKS + 4), step)):
            year, index = divmod(month, 12)
            name = MONTHS[index][:3]
            yield Day(year, index + 1, 1), f"{name} {year}" if index < step or place < 2 else name

    def _days(self, step: int) -> Iterator[tuple[Day, str]]:
        first = math.floor(self._start)
        for number in range(first, first + step * (_MOST_TICKS + 4), step):
            day = Day.at(number)
            yield day, f"{day.day} {MONTHS[day.month - 1][:3]}"


class LogAxis:
    """Figures on a logarithmic scale from a little below the smallest to a little above the greatest."""

    def __init__(self, figures: Iterable[float]) -> None:
        logs = [math.log10(figure) for figure in figures if figure > 0] or [0, 2]
        low, high = min(logs), max(logs)
        air = max((high - low) * 0.08, 0.18)
        self._low, self._span = low - air, high - low + 2 * air

    def x(self, figure: float) -> float:
        """Where the figure stands; nought, which has no logarithm, at the left edge."""
        return 0.0 if figure <= 0 else round(100 * (math.log10(figure) - self._low) / self._span, 2)

    def dot(self, count: Count) -> Dot:
        """How a count is drawn: nothing that its words do not bound."""
        left = None if count.low is None else self.x(count.low)
        right = None if count.high is None else self.x(count.high)
        if left is not None and right is not None:
            return Dot(left, right if right > left else None)
        return Dot(left if left is not None else right, opens=_OPENS.get(count.qualifier, ""))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """1, 2, 5 of each power of ten; over wide spans the powers alone have labels, over wider ones alone lines."""
        leaders = (1, 2, 5) if self._span < 3.2 else (1,)
        powers = range(math.floor(self._low), math.ceil(self._low + self._span) + 1)
        figures = ((lead, lead * 10.0**power) for power in powers for lead in leaders)
        return _spaced(
            Tick(self.x(figure), f"{figure:,.0f}" if lead == 1 or self._span < 2.2 else "", minor=lead != 1)
            for lead, figure in figures
            if figure >= 1 and 0 <= self.x(figure) <= 100
        )


def _spaced(ticks: Iterable[Tick]) -> tuple[Tick, ...]:
    """The ticks, without the labels that would run into the one before."""
    spaced: list[Tick] = []
    free = 0.0
    for tick in ticks:
        spaced.append(tick if tick.x >= free else replace(tick, label=""))
        if tick.x >= free and tick.label:
            free = tick.x + _LETTER * (len(tick.label) + 1)
    return tuple(spaced)


_OPENS = {
    Qualifier.AT_LEAST: "up",
    Qualifier.OVER: "up",
    Qualifier.AT_MOST: "down",
    Qualifier.UNDER: "down",
}


def _step(units: float, steps: tuple[int, ...]) -> int:
    return next((step for step in steps if units / step <= _MOST_TICKS), steps[-1])
