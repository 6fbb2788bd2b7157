"""How do the words around a number bound it?"""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from thucydides.vocabulary.counts import Count, Qualifier
from thucydides.vocabulary.grammar.numbers.digits import Form, NumberHabit
from thucydides.vocabulary.grammar.numbers.lexicon import (
    AFTER,
    BEFORE,
    DEGREES,
    EXACT,
    NO_ZERO_BEFORE,
    NONE,
    SCALES,
    SUFFERED,
    UNKNOWN,
    USE,
)
from thucydides.vocabulary.grammar.numbers.pieces import Kind, Pieces, glued, longest_at
from thucydides.vocabulary.grammar.numbers.spelled import Atom, atom_at, figure_at, vague_at


class Shape(Enum):
    """What a run of pieces looks like before it is asked what it is used for."""

    NUMBER = "number"
    RANGE = "range"
    RATIO = "ratio"
    CHAIN = "chain"  # 1939-05-11, 0-19-820171-0, 11/5/1939
    BROKEN = "broken"


class Amount(NamedTuple):
    """A number as bounded, over the pieces `first` to `last`; `figure` is where its own digits or words begin."""

    first: int
    last: int
    figure: int
    shape: Shape
    form: Form
    qualifier: Qualifier
    low: float
    high: float

    def as_count(self, as_written: str) -> Count:
        """The bounds as a Count: an open side has none."""
        if self.qualifier is Qualifier.EXACT and self.low == 0:
            return Count.none(as_written=as_written)
        open_low = self.qualifier in (Qualifier.AT_MOST, Qualifier.UNDER, Qualifier.VAGUE, Qualifier.UNKNOWN)
        open_high = self.qualifier in (Qualifier.AT_LEAST, Qualifier.OVER, Qualifier.VAGUE, Qualifier.UNKNOWN)
        return Count(self.qualifier, None if open_low else self.low, None if open_high else self.high, as_written)


_GREATEST = 1e15
_ROUND = frozenset((SCALES["dozen"], SCALES["score"]))  # a dozen aircraft: seldom counted one by one
_SLACK = 5  # the ends of a range with a shared thousand lie no further apart than this
_UNREADABLE = (Form.MALFORMED, Form.CODE, Form.DATED)
_COPULAS = ("was", "were", "are", "is", "as", "very", "been", "remained", "proved")
_CELL_STOPS = ("", ",", ";", ":", "(")
_WHOLE_CELL_ENDS = ("", "(", ")", ",", ";", ".", "-", "/", "and", "to", "or", "but", "[", "]", ":")


def amount_at(pieces: Pieces, at: int, habit: NumberHabit) -> Amount | None:
    """The amount that begins at a piece; None if none does."""
    if pieces.kinds[at] is Kind.FIGURE:
        return _bounded(pieces, at, Qualifier.EXACT, _joined(pieces, figure_at(pieces, at, len(pieces), habit), habit))
    if pieces.said[at] == "between" and (between := _between(pieces, at, habit)):
        return between
    figure, qualifier = _qualifiers(pieces, at)
    if figure >= len(pieces):
        return None
    if pieces.kinds[figure] is not Kind.FIGURE and (wordless := _wordless(pieces, at, figure)) is not None:
        return wordless
    atom = atom_at(pieces, figure, len(pieces), habit)
    if atom is None:
        return None
    return _bounded(pieces, at, qualifier, _joined(pieces, atom, habit))


def _qualifiers(pieces: Pieces, at: int) -> tuple[int, Qualifier]:
    """The bounds said before a number; `perhaps as many as` bounds, it does not only approximate."""
    qualifier = Qualifier.EXACT
    for _ in range(3):
        found = longest_at(pieces, at, BEFORE) or longest_at(pieces, at, EXACT)
        if found is None:
            break
        at = found[0]
        if found[1] is not Qualifier.EXACT and (found[1] is not Qualifier.ABOUT or qualifier is Qualifier.EXACT):
            qualifier = found[1]
    return at, qualifier


def _wordless(pieces: Pieces, first: int, figure: int) -> Amount | None:
    """Scores, several hundred, none, unknown, heavy losses: said, without a number."""
    for qualifier, end_of in _WORDLESS:
        if (last := end_of(pieces, figure)) > figure:
            return Amount(first, last, figure, Shape.NUMBER, Form.WORDLESS, qualifier, 0, 0)
    return None


def _none(pieces: Pieces, at: int) -> int:
    if found := longest_at(pieces, at, NONE):
        return found[0]
    following = pieces.said[at + 1]
    plain_no = pieces.said[at] == "no" and following not in NO_ZERO_BEFORE
    return at + 1 if plain_no and following.isalpha() else at


def _unknown(pieces: Pieces, at: int) -> int:
    """Where the words for an unknown number end; a question mark only where it stands for the number."""
    if found := longest_at(pieces, at, UNKNOWN):
        return found[0]
    return at + 1 if pieces.said[at] == "?" and pieces.said[at - 1] in ("", ":", "(") else at


def _degree(pieces: Pieces, at: int) -> int:
    """Heavy, slight: beside a word for losses (`losses were heavy`), or alone in a cell of a table."""
    found = longest_at(pieces, at, DEGREES)
    if not found:
        return at
    last = found[0]
    if pieces.said[last] in ("-", "to", "or", "/") and (further := longest_at(pieces, last + 1, DEGREES)):
        last = further[0]
    ends = pieces.said[last] in _WHOLE_CELL_ENDS
    said_after = any(pieces.said[place] in SUFFERED for place in range(last, last + 4))
    begins = pieces.said[at - 1] in (*_WHOLE_CELL_ENDS, *_COPULAS)
    said_before = any(pieces.said[place] in SUFFERED for place in range(at - 7, at))
    in_cell = (at == 0 and pieces.said[last] in _CELL_STOPS) or (
        pieces.said[at - 1] in _WHOLE_CELL_ENDS and len(pieces) < 8
    )
    return last if said_after or (begins and ends and (said_before or in_cell)) else at


_WORDLESS: tuple[tuple[Qualifier, Callable[[Pieces, int], int]], ...] = (
    (Qualifier.VAGUE, vague_at),
    (Qualifier.NONE, _none),
    (Qualifier.UNKNOWN, _unknown),
    (Qualifier.VAGUE, _degree),
)


def _between(pieces: Pieces, at: int, habit: NumberHabit) -> Amount | None:
    """`between 8,000 and 10,000`, `between one hundred and two hundred`."""
    stops = [place for place in range(at + 2, min(at + 10, len(pieces))) if pieces.said[place] == "and"]
    for stop in stops:
        low = atom_at(pieces, _qualifiers(pieces, at + 1)[0], stop, habit)
        high = atom_at(pieces, _qualifiers(pieces, stop + 1)[0], len(pieces), habit)
        if low and high and low.last == stop:
            amount = _range(low, high)
            return Amount(at, high.last, at + 1, amount.shape, amount.form, amount.qualifier, amount.low, amount.high)
    return None


def _joined(pieces: Pieces, atom: Atom, habit: NumberHabit) -> Amount:
    """The atom with what it is joined to: a range, a ratio, a chain of figures, or alone."""
    if chain := _chain(pieces, atom):
        return chain
    link = _link(pieces, atom.last)
    other = atom_at(pieces, link[0], len(pieces), habit) if link else None
    if link is None or other is None or _grows(pieces, atom.first):
        return _alone(atom)
    if link[1] in ("to", "or") and other.value <= atom.value and not _is_ratio(pieces, atom, other, link[1]):
        return _alone(atom)
    if link[1] == ":" or _is_ratio(pieces, atom, other, link[1]):
        value = atom.value / other.value if other.value else 0
        return Amount(atom.first, other.last, atom.first, Shape.RATIO, other.form, Qualifier.EXACT, value, value)
    return _range(atom, other)


def _alone(atom: Atom) -> Amount:
    qualifier = Qualifier.ABOUT if atom.rounded or atom.scale in _ROUND else Qualifier.EXACT
    shape = Shape.BROKEN if atom.form is Form.MALFORMED or atom.value > _GREATEST else Shape.NUMBER
    return Amount(atom.first, atom.last, atom.first, shape, atom.form, qualifier, atom.value, atom.value)


def _chain(pieces: Pieces, atom: Atom) -> Amount | None:
    """Three or more figures without spaces between them, or two with a slash: a date or a code."""
    last, links = atom.last, ""
    while (
        pieces.said[last] in ("-", "/", ":") and glued(pieces, last) and glued(pieces, last + 1)
        and last + 1 < len(pieces) and pieces.kinds[last + 1] is Kind.FIGURE
    ):  # fmt: skip
        links += pieces.said[last]
        last += 2
    if len(links) > 1 or links == "/":
        return Amount(atom.first, last, atom.first, Shape.CHAIN, atom.form, Qualifier.EXACT, atom.value, atom.value)
    return None


def _link(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """Where the other end of a range or ratio would begin, and the link itself."""
    word = pieces.said[at]
    if word == "-" and glued(pieces, at) and pieces.said[at + 1] in ("to", "or") and pieces.said[at + 2] == "-":
        return at + 3, pieces.said[at + 1]
    if word == "-" and pieces.said[at + 1] == "-":
        return at + 2, "-"
    if word in ("-", "to", "or") or (word == ":" and glued(pieces, at) and glued(pieces, at + 1)):
        return at + 1, word
    return None


def _grows(pieces: Pieces, first: int) -> bool:
    """`increased from 200 to 500`: two figures, not a range."""
    return pieces.said[first - 1] == "from" and bool(
        USE["growth"] & {pieces.said[place] for place in range(first - 6, first - 1)}
    )


def _is_ratio(pieces: Pieces, atom: Atom, other: Atom, link: str) -> bool:
    if link != "to" or atom.value > 1000:
        return False
    before = {pieces.said[place] for place in range(atom.first - 5, atom.first)}
    return (other.value == 1 and other.form is not Form.GROUPED) or bool(USE["ratio_leads"] & before)


def _thousand_left_out(low: Atom, high: Atom) -> bool:
    """`5-6000`: from five thousand, or from five? Nobody can say, where no comma shows the thousand."""
    plain = low.form is high.form is Form.PLAIN and high.value % 1000 == 0
    return plain and 0 < low.value < 100 and high.value <= low.value * 1000 * _SLACK


def _range(low: Atom, high: Atom) -> Amount:
    """From two ends to one range: a thousand said once is shared, an end cut short is filled up, else it is broken."""
    bottom, top = low.value, high.value
    scale = high.scale if high.scale > 1 else 1000 if high.form is Form.GROUPED and top % 1000 == 0 else 1
    shared = low.scale == 1 and low.form in (Form.PLAIN, Form.SPELLED, Form.DECIMAL)
    broken = low.form in _UNREADABLE or high.form in _UNREADABLE or max(bottom, top) > _GREATEST
    if shared and scale > 1 and bottom < scale and bottom * scale < top:
        broken = broken or top > bottom * scale * _SLACK
        bottom *= scale
    elif shared and high.form is Form.GROUPED and bottom < 100 and bottom * 1000 < top:
        broken = True
    elif low.form is high.form is Form.PLAIN and bottom > top:
        tens = 10 ** len(str(int(top)))
        top += bottom // tens * tens
    broken = broken or bottom >= top
    broken = broken or (scale == 1 and _thousand_left_out(low, high))
    shape, qualifier = (Shape.BROKEN if broken else Shape.RANGE), Qualifier.RANGE
    return Amount(low.first, high.last, low.first, shape, low.form, qualifier, bottom, top)


def _bounded(pieces: Pieces, first: int, before: Qualifier, amount: Amount) -> Amount:
    """The amount with the bounds said before and after it; two bounds that disagree are broken."""
    found = longest_at(pieces, amount.last, AFTER)
    if found is None and before is Qualifier.EXACT:
        return amount if amount.first == first else amount._replace(first=first)
    if found and (
        (not glued(pieces, amount.last) and pieces.said[amount.last] in ("?", "+", "~"))
        or (found[0] < len(pieces) and pieces[found[0]].kind is Kind.FIGURE)
        or pieces.said[found[0]] == "than"
    ):
        found = None
    last, after = found or (amount.last, Qualifier.EXACT)
    bounds = {bound for bound in (before, after) if bound not in (Qualifier.EXACT, Qualifier.ABOUT)}
    qualifier, shape = amount.qualifier, amount.shape
    if bounds == {Qualifier.AT_LEAST} and shape is Shape.RANGE and before is Qualifier.EXACT:
        qualifier, shape = Qualifier.AT_LEAST, Shape.NUMBER  # 800-1,500+: its upper end is open
    elif len(bounds) > 1 or (bounds and shape is Shape.RANGE):
        shape = Shape.BROKEN
    elif shape in (Shape.NUMBER, Shape.RATIO) and (bounds or Qualifier.ABOUT in (before, after)):
        qualifier = bounds.pop() if bounds else Qualifier.ABOUT
    return Amount(first, last, amount.figure, shape, amount.form, qualifier, amount.low, amount.high)
