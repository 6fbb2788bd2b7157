"""How do two names, codes, places or numbers elsewhere stand to each other?"""

import math

from thucydides.vocabulary import Code, Coordinates, Identifier, Magnitude, Relation, Value, folded, tokens

Said = tuple[Relation, str]
_GROUND = 25.0
"""Kilometres within which two points may be the same battlefield."""
_DEGREE = 111.2
_BESIDE = {"series", "incident", "undeclared"}
"""Codes that may stand beside any other: a war between states may be undeclared."""


def compared_codes(one: Code, other: Code) -> Said:
    """Two readings of one code list: both the same, one more than the other, or rivals."""
    a, b = set(one.codes), set(other.codes)
    if a == b:
        return Relation.AGREE, f"both say {one}"
    if "unknown" in a ^ b and ("unknown" in (str(one), str(other))):
        return Relation.AGREE, "one of them says that it is not known"
    if a < b or b < a:
        fewer, more = sorted((one, other), key=lambda code: len(code.codes))
        return Relation.SUBSET, f"{fewer} is a part of {more}"
    if a.isdisjoint(b) and (a | b) & _BESIDE:
        return Relation.DIFFERENT_CONCEPT, f"{one} and {other} do not exclude each other"
    return Relation.CONTRADICT, f"{one} against {other}"


def compared_words(one: Value, other: Value) -> Said:
    """Two names or phrases: the same, one within the other, or two names that may both stand."""
    a, b = str(one), str(other)
    if folded(a) == folded(b) or _bare(a) == _bare(b):
        return Relation.AGREE, f"both say {a!r}"
    inner, outer = sorted((set(_bare(a)), set(_bare(b))), key=len)
    if inner and inner < outer:
        fuller, shorter = sorted((a, b), key=lambda words: -len(_bare(words)))
        return Relation.SUBSET, f"{shorter!r} is a part of {fuller!r}"
    return Relation.DIFFERENT_CONCEPT, f"{a!r} and {b!r} are two names; both may stand"


def _bare(words: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(words) if word not in ("the", "a", "an"))


def compared_identifiers(one: Identifier, other: Identifier) -> Said:
    """Two numbers in one list."""
    if one.number == other.number:
        return Relation.AGREE, f"both say {one}"
    return Relation.CONTRADICT, f"{one} and {other} are two entries of one list"


def compared_magnitudes(one: Magnitude, other: Magnitude) -> Said:
    """Two figures on a logarithmic scale."""
    if one.figure == other.figure:
        return Relation.AGREE, f"both say {one}"
    try:
        a, b = float(one.figure), float(other.figure)
    except ValueError:
        return Relation.DIFFERENT_CONCEPT, f"{one} and {other} are not on one scale"
    digits = min(len(figure.figure.partition(".")[2]) for figure in (one, other))
    if abs(a - b) <= 0.5 * 10**-digits + 1e-9:
        return Relation.ROUNDING, f"{one} and {other} are the same, said with more or fewer digits"
    return Relation.CONTRADICT, f"{one} against {other}, a factor of {10 ** abs(a - b):.1f}"


def compared_coordinates(one: Coordinates, other: Coordinates) -> Said:
    """Two points."""
    apart = _kilometres(one, other)
    if apart < 0.1:
        return Relation.AGREE, "both give the same point"
    if apart <= _GROUND:
        return Relation.ROUNDING, f"the points lie {apart:.1f} km apart, which may be one field"
    return Relation.CONTRADICT, f"the points lie {apart:,.0f} km apart"


def _kilometres(one: Coordinates, other: Coordinates) -> float:
    north = (one.latitude - other.latitude) * _DEGREE
    middle = math.radians((one.latitude + other.latitude) / 2)
    east = ((one.longitude - other.longitude + 180) % 360 - 180) * _DEGREE * math.cos(middle)
    return math.hypot(north, east)
