"""What does a number without a noun of its own belong to: a whole, a name, a cell of a table?"""

from collections.abc import Sequence

from thucydides.extracting.figures.bound import Bound
from thucydides.extracting.figures.figure import Figure
from thucydides.extracting.figures.lexicon import Kind
from thucydides.extracting.figures.sequence import Item
from thucydides.vocabulary import Qualifier

_FAR = 12  # items or figures within which a part looks for its whole
_LINE_ENDS = ("\n", ".")
_CELL_ENDS = (Kind.BREAK, Kind.OPEN, Kind.CLOSE)
_ENDS = (*_CELL_ENDS, Kind.DASH, Kind.COMMA, Kind.STOP, Kind.JOIN, Kind.COLON)


def whole_of(items: list[Item], bound: Bound, earlier: Sequence[Figure]) -> Figure | None:
    """The figure that this one is a part of: before the parenthesis, before `including`, or with `of them` between."""
    if not earlier:
        return None
    last = earlier[-1]
    if any(item.is_a(Kind.PART) for item in items[bound.at + 1 : bound.last]):
        return last if last.concept == "casualties" else None
    between = _between(items, bound, last)
    if any(item.is_a(Kind.PART) or item.kind is Kind.OPEN for item in between):
        return last
    if last.part_of and not any(item.kind is Kind.CLOSE or item.word in _LINE_ENDS for item in between):
        return next((figure for figure in earlier[-_FAR:] if (figure.start, figure.end) == last.part_of), None)
    return None


def _between(items: list[Item], bound: Bound, earlier: Figure) -> list[Item]:
    """The items between two figures, back to the end of the line."""
    found: list[Item] = []
    for item in reversed(items[max(0, bound.first - _FAR) : bound.first]):
        if item.end <= earlier.end:
            break
        found.append(item)
        if item.word in _LINE_ENDS:
            break
    return found


def may_stand_alone(items: list[Item], bound: Bound, *, under: str, whole: Figure | None) -> bool:
    """May a number without a noun be a figure here: under a heading, as a part, or after a total or a name?"""
    last = after_names(items, bound) if under else bound.last
    following = items[last] if last < len(items) else None
    bare_no = bound.amount.qualifier is Qualifier.NONE and items[bound.at].word == "no"
    has_parts = bool(under) and following is not None and following.is_a(Kind.PART)
    if bare_no or not (following is None or has_parts or following.is_a(*_ENDS)):
        return False
    return bool(under) or whole is not None or _is_line(items, bound, following)


def _is_line(items: list[Item], bound: Bound, following: Item | None) -> bool:
    """`Japan: 20,000`, `88 total (...`: a name or a total, a number, and nothing else."""
    first = with_names(items, bound)
    starts = first == 0 or items[first - 1].is_a(Kind.BREAK, Kind.OPEN)
    return starts and (first < bound.at or bound.total) and (following is None or following.kind in _CELL_ENDS)


def with_names(items: list[Item], bound: Bound) -> int:
    """The place of the names or the `total` right before the number: `Japan: 20,000`, `US 23`, `Syria and Iraq: 5`."""
    place, colon = bound.first, False
    while place > 0 and (
        items[place - 1].is_a(Kind.ACTOR, Kind.TOTAL, Kind.COLON, Kind.DASH) or (colon and _lists(items, place - 1))
    ):
        place -= 1
        colon = colon or items[place].kind is Kind.COLON
    return place if any(item.is_a(Kind.ACTOR, Kind.TOTAL) for item in items[place : bound.first]) else bound.first


def _lists(items: list[Item], place: int) -> bool:
    """Is this a comma or an `and` between names?"""
    if not (items[place].kind in (Kind.COMMA, Kind.DETERMINER) or items[place].is_a(Kind.JOIN)):
        return False
    before = place
    while before > 0 and (items[before].kind in (Kind.COMMA, Kind.DETERMINER) or items[before].is_a(Kind.JOIN)):
        before -= 1
    return items[before].kind is Kind.ACTOR


def after_names(items: list[Item], bound: Bound) -> int:
    """The place after the names that stand right behind the number: `44,000 Russians`."""
    place = bound.last
    while place < len(items) and items[place].kind is Kind.ACTOR:
        place += 1
    return place


def is_headed(items: list[Item], bound: Bound) -> bool:
    """Does a name with a colon stand right before the phrase (`Japan: 300 dead`)?"""
    return bound.first > 1 and items[bound.first - 1].kind is Kind.COLON and items[bound.first - 2].is_a(Kind.ACTOR)
