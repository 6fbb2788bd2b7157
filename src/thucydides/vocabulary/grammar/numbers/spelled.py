"""Which number begins at this piece, in digits, in words or in both?"""

from typing import NamedTuple

from thucydides.vocabulary.grammar.numbers.digits import Form, NumberHabit, read_digits
from thucydides.vocabulary.grammar.numbers.lexicon import (
    FRACTIONS,
    ONES,
    SCALES,
    SHARES,
    TENS,
    VAGUE_LEADS,
    VAGUE_SCALES,
)
from thucydides.vocabulary.grammar.numbers.pieces import Kind, Pieces, glued, longest_at


class Atom(NamedTuple):
    """One number over the pieces `first` to `last`; `scale` is what its last word multiplied it by."""

    first: int
    last: int
    form: Form
    value: float
    scale: float = 1
    rounded: bool = False  # half a million


SMALL = ONES | TENS
_HUNDRED = 100


def atom_at(pieces: Pieces, at: int, stop: int, habit: NumberHabit) -> Atom | None:
    """The number that begins at a piece and ends before `stop`; None if none does."""
    if at >= stop:
        return None
    kind = pieces.kinds[at]
    if kind is Kind.FIGURE:
        return figure_at(pieces, at, stop, habit)
    if kind is Kind.WORD:
        return _share(pieces, at) or _article(pieces, at, stop) or _spelled(pieces, at, stop)
    return None


def figure_at(pieces: Pieces, at: int, stop: int, habit: NumberHabit) -> Atom:
    """The number that begins with the digits of this piece."""
    return _with_scale(pieces, Atom(at, at + 1, *read_digits(pieces.said[at], habit)), stop)


def vague_at(pieces: Pieces, at: int) -> int:
    """Where the vague number that begins here ends (`several hundred`, `tens of thousands`); `at` if none does."""
    lead = longest_at(pieces, at, VAGUE_LEADS)
    last = lead[0] if lead else at
    while (word := pieces.said[last]) in VAGUE_SCALES or (lead and word in SCALES):
        last += 1
        if pieces.said[last] == "of" and pieces.said[last + 1] in VAGUE_SCALES:
            last += 1
    return last


def _share(pieces: Pieces, at: int) -> Atom | None:
    share = longest_at(pieces, at, SHARES)
    if not share or pieces.said[share[0]] not in SCALES:
        return None
    scale = SCALES[pieces.said[share[0]]]
    return Atom(at, share[0] + 1, Form.SPELLED, share[1] * scale, scale, rounded=True)


def _article(pieces: Pieces, at: int, stop: int) -> Atom | None:
    """`a hundred and five`, `a million and a half`; never a bare article."""
    if pieces.said[at] not in ("a", "an") or pieces.said[at + 1] not in SCALES or at + 1 >= stop:
        return None
    if pieces.said[at + 1] in ("k", "mn"):
        return None
    atom = _accumulated(pieces, at, at + 1, stop, group=1)
    if atom and (half := longest_at(pieces, atom.last, FRACTIONS)):
        return atom._replace(last=half[0], value=atom.value + half[1] * atom.scale, rounded=True)
    return atom


def _spelled(pieces: Pieces, at: int, stop: int) -> Atom | None:
    if pieces.said[at] not in SMALL:
        return None
    atom = _accumulated(pieces, at, at, stop, group=0)
    return _with_scale(pieces, atom, stop) if atom else None


def _accumulated(pieces: Pieces, first: int, at: int, stop: int, *, group: int) -> Atom | None:
    """Add up number words: a group below a thousand, closed by each greater scale."""
    total, scale, least, last = 0.0, 1.0, float("inf"), at
    while at < stop:
        word = pieces.said[at]
        if word in SMALL and _fits(group, SMALL[word]):
            group, scale = group + SMALL[word], 1
        elif word == "hundred" and 0 < group < _HUNDRED:
            group, scale = group * _HUNDRED, _HUNDRED
        elif word in SCALES and word != "hundred" and group and SCALES[word] < least:
            scale = least = SCALES[word]
            total, group = total + group * scale, 0
        elif _joins(pieces, at, stop, group=group, total=total):
            at += 1
            continue
        else:
            break
        at += 1
        last = at
    return Atom(first, last, Form.SPELLED, total + group, scale) if total + group else None


def _fits(group: int, more: int) -> bool:
    return group % _HUNDRED == 0 or (more < 10 and group % 10 == 0 and group % _HUNDRED >= 20)


def _joins(pieces: Pieces, at: int, stop: int, *, group: int, total: float) -> bool:
    """Is this the hyphen of `forty-two` or the `and` of `hundred and five`, and no link between two numbers?"""
    following = pieces.said[at + 1]
    if at + 1 >= stop:
        return False
    if pieces.said[at] == "-" and glued(pieces, at) and glued(pieces, at + 1):
        if following in SCALES:
            return group > 0 and following not in ("k", "mn")
        return following in ONES and ONES[following] < 10 and group % _HUNDRED >= 20 and group % 10 == 0
    if pieces.said[at] != "and" or following not in SMALL:
        return False
    if group:
        return group % _HUNDRED == 0
    return total > 0 and pieces.said[at + 2] not in SCALES


def _with_scale(pieces: Pieces, atom: Atom, stop: int) -> Atom:
    """`1.5 million`, `2½ thousand`, `two and a half million`, `3 hundred thousand`."""
    if atom.form in (Form.MALFORMED, Form.CODE, Form.DATED):
        return _comma_decimal(pieces, atom)
    following = pieces.said[atom.last] if atom.last < stop else ""
    if following not in SCALES and following not in FRACTIONS and atom.form is not Form.DECIMAL:
        return atom
    half = longest_at(pieces, atom.last, FRACTIONS)
    if half and (pieces.said[half[0]] in SCALES or pieces.said[half[0] - 1] in ("½", "¼", "¾")):
        atom = atom._replace(last=half[0], value=atom.value + half[1])
    last, value, scale = atom.last, atom.value, atom.scale
    while last < stop and (word := pieces.said[last]) in SCALES and _scales(pieces, last, word):
        last, value, scale = last + 1, value * SCALES[word], scale * SCALES[word]
    return atom._replace(last=last, value=round(value, 6), scale=scale)


def _scales(pieces: Pieces, at: int, word: str) -> bool:
    return glued(pieces, at) if word in ("k",) else True


def _comma_decimal(pieces: Pieces, atom: Atom) -> Atom:
    """`1,5 million`: before a scale the comma can only be a decimal one."""
    figure, scale = pieces.said[atom.first], SCALES.get(pieces.said[atom.last], 0)
    whole, comma, rest = figure.partition(",")
    if scale >= 1000 and comma and whole.isdigit() and rest.isdigit() and len(whole) < 4 and len(rest) < 3:
        return Atom(atom.first, atom.last + 1, Form.DECIMAL, round(float(f"{whole}.{rest}") * scale, 6), scale)
    return atom
