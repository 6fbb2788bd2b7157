"""What may a record of a battlefield commission look like, and what does each form of it say?

Every record is put together from forms of its rows, with invented persons, places and figures; what each form says is
written beside it, so that the expected facts of a record are known before anything reads it.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.extracting.records.made_figures import LOSS_FORMS, STRENGTH_FORMS, Draw
from tests.extracting.records.made_persons import COMMANDER_FORMS

Facts = tuple[str, ...]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeRecord:
    """The words of a record, what each of its rows says, and the form that each row was made by."""

    number: str
    words: str
    said: Mapping[str, Counter[Facts]]
    forms: Mapping[str, str]


def made_records(how_many: int, seed: int = 20_260) -> Iterator[MadeRecord]:
    """So many records, the same for the same seed; every form of every row occurs about equally often."""
    luck = random.Random(seed)
    for place in range(how_many):
        yield _record(place, luck)


def _record(place: int, luck: random.Random) -> MadeRecord:
    sides = (("US", "CS"), ("US", "CS"), ("US", "CS"), ("US", "I"), ("I", "CS"))[place % 5]
    draw = Draw(luck, sides)
    number = f"{luck.choice(('QA', 'QX', 'ZZ'))}{place + 1:03d}"
    name = _battle_name(luck)
    rows: dict[str, str] = {}
    said: dict[str, Counter[Facts]] = {}
    forms: dict[str, str] = {}
    for label, field_name, table in _ROWS:
        form = table[(place + place // len(table)) % len(table)]
        words, facts = form(draw)
        forms[field_name] = words
        said[field_name] = Counter(facts)
        if words or label != "Other Names":
            rows[label] = words
    said["names"][(name,)] += 1
    said["number"] = Counter([(f"cwsac:{number}",)])
    labels = _LABELS[place % len(_LABELS)]
    lines = [f"{labels.get(label, label)}: {words}" for label, words in rows.items()]
    lines.insert(-1, f"Description: {_PROSE}")
    lines += [f"CWSAC Reference #: {number}", "Preservation Priority: III.2 (Class C)"]
    return MadeRecord(number, "\n".join((name, *lines)) + "\n", said, forms)


def _battle_name(luck: random.Random) -> str:
    first = luck.choice(("Tolliver's", "Old", "Haskett's", "Greenlaw", "Second Dunmore", "Fort Ambry", "Little Osk"))
    return f"{first} {luck.choice(('Ford', 'Mill', 'Church', 'Crossroads', 'Landing', 'Springs', 'Bluff'))}"


def _iso(year: int, month: int, day: int = 0) -> str:
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


Form = Callable[[Draw], tuple[str, list[Facts]]]


def _days(template: str, *, ends: tuple[int, int, int] | None = None, without_day: bool = False) -> Form:
    """A row of dates: the template's fields, and how many years, months and days later it ends."""

    def form(draw: Draw) -> tuple[str, list[Facts]]:
        year, month, day = draw.luck.randrange(1861, 1865), draw.luck.randrange(1, 9), draw.luck.randrange(2, 21)
        more = ends or (0, 0, 0)
        year2, month2, day2 = year + more[0], month + more[1], day + more[2]
        if more[0]:
            month, day, month2, day2 = 12, 30, 1, 2
        words = template.format(
            m=MONTHS[month - 1], m2=MONTHS[month2 - 1], a=MONTHS[month - 1][:3], a2=MONTHS[month2 - 1][:3], d=day,
            d2=day2, y=year, y2=year2, n=month, s=year % 100,
        )  # fmt: skip
        start = _iso(year, month, 0 if without_day else day)
        return words, [("start", start), ("end", _iso(year2, month2, 0 if without_day else day2))]

    return form


_DATES = (
    _days("{m} {d}, {y}"),
    _days("{m} {d}-{d2}, {y}", ends=(0, 0, 2)),
    _days("{m} {d}–{d2}, {y}", ends=(0, 0, 3)),
    _days("{m} {d}-{m2} {d2}, {y}", ends=(0, 1, 1)),
    _days("{m} {d} – {m2} {d2}, {y}", ends=(0, 2, -1)),
    _days("{m} {d}, {y}–{m2} {d2}, {y2}", ends=(1, 0, 0)),
    _days("{m} {d}, {y} - {m2} {d2}, {y2}", ends=(1, 0, 0)),
    _days("{m} {d}, {y}-{m2} {d2}, {y2}", ends=(0, 1, 3)),
    _days("{m} {d} to {m2} {d2}, {y}", ends=(0, 1, 4)),
    _days("{m} {d} to {d2}, {y}", ends=(0, 0, 4)),
    _days("{m}–{m2} {y}", ends=(0, 1, 0), without_day=True),
    _days("{m}-{m2} {y}", ends=(0, 2, 0), without_day=True),
    _days("{m} {y}", without_day=True),
    _days("{d} {m} {y}"),
    _days("{d}-{d2} {m} {y}", ends=(0, 0, 2)),
    _days("{d} {m}-{d2} {m2} {y}", ends=(0, 1, 2)),
    _days("{a}. {d}-{d2}, {y}", ends=(0, 0, 1)),
    _days("{m} {d} and {d2}, {y}", ends=(0, 0, 1)),
    _days("{m} {d} & {d2}, {y}", ends=(0, 0, 1)),
    _days("{m} {d}-{d2}, {y} (night)", ends=(0, 0, 1)),
    _days("{m} {d},{y}"),
    _days("{m} {d} {y}"),
    _days("{m} {d}-{d2} {y}", ends=(0, 0, 2)),
    _days("{m} {d} through {m2} {d2}, {y}", ends=(0, 1, 2)),
    _days("{m} {d}, {y}."),
    _days("From {m} {d} to {m2} {d2}, {y}", ends=(0, 1, 2)),
)


def _winner(words: str, side: str) -> Form:
    return lambda draw: (words, [(side,)])


_RESULTS = (
    _winner("Union victory", "United States"),
    _winner("Confederate victory", "Confederate States"),
    _winner("Union strategic victory", "United States"),
    _winner("Confederate strategic victory", "Confederate States"),
    _winner("Confederate tactical victory", "Confederate States"),
    _winner("Inconclusive", "stalemate"),
    _winner("Inconclusive (Union strategic victory)", "stalemate"),
    _winner("Inconclusive (Confederates withdrew.)", "stalemate"),
    _winner("Inconclusive; Confederate forces withdrew", "stalemate"),
    _winner("Inconclusive, though the Confederates held the ford.", "stalemate"),
    _winner("Indecisive", "stalemate"),
    _winner("Draw", "stalemate"),
    _winner("Union victory, although the bridge was lost.", "United States"),
    _winner("Union victory (The Confederate force failed in its attempt to take the mill.)", "United States"),
    _winner("Union Victory.", "United States"),
    _winner("Confederate victory (Inconclusive, but the gunboats withdrew.)", "Confederate States"),
    _winner("Tactical Union victory", "United States"),
    _winner("Union victory in retreat", "United States"),
    _winner("Victory for the Union", "United States"),
    _winner("US victory", "United States"),
    _winner("CS victory", "Confederate States"),
    _winner("Union victory (massacre)", "United States"),
    _winner("Union tactical victory; Confederate strategic victory", "United States"),
    _winner("Decisive Confederate victory", "Confederate States"),
    _winner("Native American victory", "Native Americans"),
    _winner("Unknown", "unknown"),
)


def _names(words: str, *names: str) -> Form:
    return lambda draw: (words, [(name,) for name in names])


_NAMES = (
    _names(""),
    _names("None"),
    _names("Sandy Bend", "Sandy Bend"),
    _names("Sandy Bend; Harlan's Tavern", "Sandy Bend", "Harlan's Tavern"),
    _names("none"),
    _names("Sandy Bend; Harlan's Tavern; Kettle Fight", "Sandy Bend", "Harlan's Tavern", "Kettle Fight"),
    _names("First Battle of Quillan", "First Battle of Quillan"),
    _names("None.",),
    _names("N/A"),
    _names("The Narrows;  Upper Narrows", "The Narrows", "Upper Narrows"),
    _names("None known"),
)  # fmt: skip


def _place(words: str, *places: str) -> Form:
    return lambda draw: (words, [(place,) for place in places])


_PLACES = (
    _place("Wexler County, MN", "Wexler County, MN"),
    _place("Wexler County, VA; Arden County, VA", "Wexler County, VA", "Arden County, VA"),
    _place("City of Osterly, VA", "City of Osterly, VA"),
    _place("Wexler County, TN.", "Wexler County, TN"),
    _place("St. Clement Parish, LA", "St. Clement Parish, LA"),
    _place("Wexler County, Dakota Territory", "Wexler County, Dakota Territory"),
    _place("Wexler County and City of Osterly, VA", "Wexler County and City of Osterly, VA"),
)


def _campaign(words: str, *names: str) -> Form:
    return lambda draw: (words, [(name,) for name in names])


_CAMPAIGNS = (
    _campaign("Operations on the Upper Osk [June-July 1863]", "Operations on the Upper Osk"),
    _campaign("Valley Campaign (May 1862)", "Valley Campaign"),
    _campaign("Renfrew's Raid in Georgia and Alabama [April 1863]", "Renfrew's Raid in Georgia and Alabama"),
    _campaign("Operations against the Dakota [August-September 1862]", "Operations against the Dakota"),
    _campaign("Second Osk River Campaign [December 1862-January 1863]", "Second Osk River Campaign"),
    _campaign("Operations to Suppress the Uprising [1862]", "Operations to Suppress the Uprising"),
    _campaign("Osk River Campaign", "Osk River Campaign"),
    _campaign("None"),
    _campaign("N/A"),
    _campaign("Unknown"),
)

_ROWS = (
    ("Other Names", "names", _NAMES),
    ("Location", "place", _PLACES),
    ("Campaign", "campaign", _CAMPAIGNS),
    ("Date(s)", "dates", _DATES),
    ("Principal Commanders", "commanders", COMMANDER_FORMS),
    ("Forces Engaged", "strengths", STRENGTH_FORMS),
    ("Estimated Casualties", "casualties", LOSS_FORMS),
    ("Result(s)", "result", _RESULTS),
)
_LABELS: tuple[Mapping[str, str], ...] = (
    {},
    {"Other Names": "Other Name(s)", "Date(s)": "Date", "Result(s)": "Result", "Estimated Casualties": "Casualties"},
    {"Date(s)": "Dates", "Forces Engaged": "Forces", "Principal Commanders": "Commanders", "Result(s)": "Results"},
)
_PROSE = (
    "A column came down to the river before dawn and found the bridge burnt, and when the sun rose over the hills "
    "behind the mill the pickets of the other side were already in the wood on the far bank of the stream."
)
