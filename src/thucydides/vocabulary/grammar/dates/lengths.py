"""How long did it take, or how long after something else was it?"""

import re
from collections.abc import Iterator

from thucydides.vocabulary.dates import Duration
from thucydides.vocabulary.grammar.dates.extents import Reading
from thucydides.vocabulary.grammar.dates.lexicon import SPANNING, VAGUE_LENGTHS
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.shapes import Shaped

Amount = dict[str, int]

_NUMBER = r"(?P<n>[d2y#]|(?:[zg]?h(?:&?z(?:-?z)?)?)|z(?:-?z)?)"
_LENGTHS = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<n>[zd2g])&gj-?(?P<u>U)",  # two and a half years
        r"(?P<n>[g])(?P<u>U)&g(?P<half>j)",  # a year and a half
        r"(?P<half>j)g?(?P<u>U)",  # half a year
        rf"{_NUMBER}-?(?P<u>U)",  # 118 days, twenty-one days, 11-day
        r"(?P<n>g)(?P<u>U)",  # a week
    )
)
_HALVES = (1, 2)
_BESIDE = re.compile(r"T?(?P<way>[XV=])(?P<u>U)")  # the following day, the same year
_AROUND = re.compile(r"T(?P<u>U)(?P<way>[AB])(?!Z)")  # the day after
_JOINERS = re.compile(r",?&?")
_SCALE = "YMWDH"
_MOST_PARTS = 5
_LONGEST = 8  # tokens from a number to its unit: "one hundred and twenty-one-day"
_WAYS = {"L": True, "A": True, "J": False, "B": False, "X": True, "V": False, "=": True}
_PART_OF_HALF = {"Y": ("M", 6), "D": ("H", 12), "M": ("D", 15)}


def read_length(line: Shaped, first: int) -> Reading | None:
    """The length of time, or the time beside another, that begins at this token."""
    if "U" not in line.shape[first + 1 : first + _LONGEST]:
        return None
    return _read_beside(line, first) or _read_length(line, first)


def _read_beside(line: Shaped, first: int) -> Reading | None:
    found = _BESIDE.match(line.shape, first) or _AROUND.match(line.shape, first)
    if not found:
        return _read_that(line, first)
    amount = {line.values[found.start("u")]: 0 if found["way"] == "=" else 1}
    return _relative(line, first, found.end(), amount, after=_WAYS[found["way"]])


def _read_that(line: Shaped, first: int) -> Reading | None:
    """That year, that same month: the anchor's own."""
    if line.shape[first : first + 2] != "_U" or line.text(first, first + 1).lower() != "that":
        return None
    return _relative(line, first, first + 2, {line.values[first + 1]: 0}, after=True)


def _relative(line: Shaped, first: int, end: int, amount: Amount, *, after: bool) -> Reading | None:
    if (duration := _duration(amount, line.text(first, end), approximate=False)) is None:
        return None
    start, stop = line.spots[first][0], line.spots[end - 1][1]
    return end, DatePhrase(start, stop, DateForm.RELATIVE, duration=duration, after=after)


def _read_length(line: Shaped, first: int) -> Reading | None:
    if _continues_a_range(line, first):
        return None
    amount: Amount = {}
    end, approximate = first, _is_vague(line, first)
    for unit, number, part_end in _parts(line, first):
        amount, end = amount | unit, part_end
        approximate = approximate or number
    if not amount or _is_age(line, end):
        return None
    way = line.shape[end : end + 1]
    duration = _duration(amount, line.text(first, end), approximate=approximate)
    if duration is None or not (line.shape[first] != "g" or _article_counts(line, first, way)):
        return None
    if way in ("L", "J") or (way in ("A", "B") and not _is_spanned(line, first)):
        return _relative(line, first, end + 1, amount, after=_WAYS[way])
    return end, DatePhrase(line.spots[first][0], line.spots[end - 1][1], DateForm.DURATION, duration=duration)


def _parts(line: Shaped, first: int) -> Iterator[tuple[Amount, bool, int]]:
    """Amounts in falling units (3 months, 26 days), whether each is inexact, and where it ends."""
    place, smallest = first, -1
    for _ in range(_MOST_PARTS):
        if (read := _one_length(line, place)) is None:
            return
        amount, inexact, end = read
        if not amount:  # no days at all are no length
            return
        scale = min(_SCALE.index(unit) for unit in amount)
        if scale <= smallest:
            return
        yield amount, inexact, end
        smallest = max(_SCALE.index(unit) for unit in amount)
        joiner = _JOINERS.match(line.shape, end)
        place = joiner.end() if joiner else end
        if place == end:
            return


def _one_length(line: Shaped, first: int) -> tuple[Amount, bool, int] | None:
    for shape in _LENGTHS:
        if (found := shape.match(line.shape, first)) and not _is_name(line, found):
            number = _number(line, found)
            if number is not None:
                return _amount(line, found, number)
    return None


def _amount(line: Shaped, found: re.Match[str], number: int) -> tuple[Amount, bool, int] | None:
    unit = line.values[found.start("u")]
    unit, number = ("W", 2 * number) if unit == "F" else (unit, number)
    amount = {unit: number} if number else {}
    if "j" in found.group():
        if unit not in _PART_OF_HALF:
            return None
        smaller, half = _PART_OF_HALF[unit]
        amount[smaller] = half
    return amount, "j" in found.group() and unit == "M", found.end()


def _number(line: Shaped, found: re.Match[str]) -> int | None:
    """The number before the unit, in figures or words; None where the figures are only a piece of a number."""
    if not found.groupdict().get("n"):
        return 0
    first, end = found.span("n")
    if line.shape[first] in "d2y#":
        return line.values[first] if not _is_clock(line, first, found) else None
    total = 0
    for letter, value in zip(line.shape[first:end], line.values[first:end], strict=True):
        if letter == "z":
            total += value
        elif letter == "h":
            total = max(total, 1) * 100
    return total or 1


def _is_clock(line: Shaped, first: int, found: re.Match[str]) -> bool:
    """1830 hours is a time of day; 1,830 hours would be a length."""
    return line.shape[first] == "y" and line.values[found.start("u")] == "H" and line.values[first] % 100 < 60


def _duration(amount: Amount, words: str, *, approximate: bool) -> Duration | None:
    if "W" in amount and len(amount) > 1:  # weeks stand alone in ISO 8601: 2 months, 1 week and 5 days are P2M12D
        others = {unit: number for unit, number in amount.items() if unit not in "WD"}
        amount = others | {"D": 7 * amount["W"] + amount.get("D", 0)}
    date = "".join(f"{amount[unit]}{unit}" for unit in "YMWD" if unit in amount)
    iso = f"P{date}" + (f"T{amount['H']}H" if "H" in amount else "")
    return Duration(iso, words, days=_days(amount), approximate=approximate)


def _days(amount: Amount) -> int | None:
    if set(amount) - {"W", "D", "H"} or amount.get("H", 0) % 24:
        return None
    return 7 * amount.get("W", 0) + amount.get("D", 0) + amount.get("H", 0) // 24


def _word(line: Shaped, place: int) -> str:
    return line.text(place, place + 1).lower() if 0 <= place < len(line.shape) else ""


def _continues_a_range(line: Shaped, first: int) -> bool:
    """10–12 days, two or three weeks: not one length, and left unread; so are $5 days and 2.5 years."""
    before = line.shape[max(0, first - 2) : first]
    if before[-1:] in ("z", "h", "p"):
        return True
    if len(before) < 2 or before[0] not in "doy2#zhjg":
        return False
    tight = line.adjoin(first - 2) and line.adjoin(first - 1)
    return tight or (before[0] != "y" and before[1] in "-t|")


def _is_vague(line: Shaped, first: int) -> bool:
    return _word(line, first - 1) in VAGUE_LENGTHS


def _is_spanned(line: Shaped, first: int) -> bool:
    return _word(line, first - 1) in SPANNING


def _article_counts(line: Shaped, first: int, way: str) -> bool:
    """Is "a day" a length: after "for", "within", "after", or before "later"? In "three times a day" it is none."""
    if way in tuple("LJAB") or line.shape[first + 2 : first + 5] == "&gj":
        return True
    return _is_spanned(line, first) or line.shape[max(0, first - 1) : first] in ("A", "i", "~")


def _is_name(line: Shaped, found: re.Match[str]) -> bool:
    """The Seven Years' War, the Hundred Days: capitals make a name of number and unit."""
    unit = found.start("u")
    number = found.start()
    words = line.text(number, number + 1), line.text(unit, unit + 1)
    return all(word[:1].isupper() and not word.isupper() for word in words)


def _is_age(line: Shaped, end: int) -> bool:
    return (re.match(r"-?x", line.shape[end : end + 2]) is not None and (
        _word(line, end) == "old" or _word(line, end + 1) == "old"
    )) or (_word(line, end) == "of" and _word(line, end + 1) == "age")  # fmt: skip
