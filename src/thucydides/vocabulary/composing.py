"""Do several cells, or a cell and a declared rule, together carry a value?

A table says what prose says in one phrase in several cells: a day, a month and a year; a figure and its margins; a
number that its code book explains. The value is put together again from the words of the cells and compared; what
comes out otherwise is refused. Rules are sentences that stand among the claim's inferences:

`7 means Asia`      the cell holds the code on the left, and the words on the right are read in its place
`margin of error`   the cells are a figure and its margins in per cent, above (positive) and below (negative)
`lower means at_least`  of a qualifier: a cell says how the figure in another bounds the number
`Jahr is year`      of a date: what the cell under that column header holds
"""

import re
from collections.abc import Callable, Iterator, Sequence

from thucydides.vocabulary.counts import Count, Qualifier

MEANS = " means "
IS = " is "
MARGIN = "margin of error"
YEAR, MONTH, DAY = "year", "month", "day"

_NUMBER = re.compile(r"-?\d+(?:\.0+)?")
_WORD_OF_PART = re.compile(r"(?P<year>year|yr)|(?P<month>mon|mo(?![a-z]))|(?P<day>day|dy(?![a-z]))", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:[eE]\+?\d\d?)?")


def meaning(rule: str, words: Sequence[str]) -> str:
    """The words that a rule puts in the place of a code, if one of the cells holds that code; else empty."""
    code, means, said = rule.partition(MEANS)
    return said if means and any(cell.strip() == code for cell in words) else ""


def part_of_date(header: str, rules: Sequence[str] = ()) -> str:
    """Whether a column holds a year, a month or a day, by a rule or by its header; empty if neither says."""
    for rule in rules:
        column, is_, part = rule.partition(IS)
        if is_ and column == header:
            return part
    found = _WORD_OF_PART.search(header)
    return found.lastgroup or "" if found else ""


def dates_composed(cells: Sequence[str], headers: Sequence[str], rules: Sequence[str] = ()) -> Iterator[str]:
    """The dates that cells with years, months and days give, in EDTF; then the first and the last as an interval.

    A month or day below 1 is one that was not known. A part that comes a second time begins a second date.
    """
    numbers = [int(float(cell)) for cell in cells if _NUMBER.fullmatch(cell.strip())]
    dates: list[dict[str, int]] = [{}]
    for number, header in zip(numbers, headers, strict=False):
        part = part_of_date(header, rules)
        if part in dates[-1]:
            dates.append({})
        dates[-1][part] = number
    said = [edtf_of(parts.get(YEAR, 0), parts.get(MONTH, 0), parts.get(DAY, 0)) for parts in dates]
    said = [date for date in said if date]
    yield from said
    if len(said) > 1:
        yield f"{said[0]}/{said[-1]}"


def edtf_of(year: int, month: int = 0, day: int = 0) -> str:
    """A year, month and day as EDTF, as far as they are known; empty without a year."""
    if year < 1:
        return ""
    if month < 1:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day >= 1 else "")


def with_margins(figure: str, margins: Sequence[str]) -> Count:
    """A figure with its margins in per cent as the range they leave, in whole numbers; exact where all are nought."""
    number = float(figure)
    percents = [float(margin) for margin in margins]
    above, below = max([0.0, *percents]), min([0.0, *percents])
    low, high = max(0, round(number * (1 + below / 100))), round(number * (1 + above / 100))
    if not above and not below:
        return Count.exactly(number, as_written=figure)
    return Count.between(low, high, as_written=f"{figure} ({above:+g} %, {below:+g} %)")


def could_compose_count(words: Sequence[str], count: Count, rules: Sequence[str], gives: Callable[..., bool]) -> bool:
    """Do the cells together give the count? `gives` says whether some words alone give one."""
    if MARGIN in rules:
        return _is_within_margins(words, count)
    if any(gives(said, count) for rule in rules if (said := meaning(rule, words))):
        return True
    if count.qualifier is not Qualifier.RANGE:
        return False
    ends = [Count.exactly(end, as_written="") for end in (count.low, count.high) if end is not None]
    return all(any(_is_figure(said, end) for said in words) for end in ends)


def could_bound(words: Sequence[str], count: Count) -> bool:
    """Does a cell give the figure that the count, by the rule of its qualifier, has as a bound?"""
    bound = count.low if count.low is not None else count.high
    return bound is not None and any(_is_figure(said, Count.exactly(bound, as_written="")) for said in words)


def _is_figure(said: str, count: Count) -> bool:
    bare = said.strip().replace(",", "")
    return bool(_FIGURE.fullmatch(bare)) and float(bare) == count.low


def _is_within_margins(words: Sequence[str], count: Count) -> bool:
    figures = [said for said in words if re.fullmatch(r"-?\d+(?:\.\d+)?", said.strip())]
    if not figures:
        return False
    whole = with_margins(figures[0], figures[1:])
    return (whole.low, whole.high, whole.qualifier) == (count.low, count.high, count.qualifier)


def interval_ends(edtf: str) -> tuple[str, str] | None:
    """Both ends of an interval whose ends are known; None for anything else."""
    begin, slash, finish = edtf.partition("/")
    return (begin, finish) if slash and begin.strip(".") and finish.strip(".") else None
