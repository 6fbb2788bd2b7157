"""Which labelled rows has the record of an event, so that nothing is left in doubt?

What is said of the event as a whole comes first, then each side: its belligerents, and below them who supported and
commanded them, their formations, strength and losses. Whose a figure is that is not all the side's, who gives it and
which part of the event it is about stand in brackets behind it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry, Told
from thucydides.publishing.writing.boxes import when_there
from thucydides.publishing.writing.columns import Sides
from thucydides.vocabulary import Count, Identifier

_LONGEST_ROW = 170
_LONGEST_LABEL, _MOST_WORDS = 58, 8
_SHORT = 6  # words
_STOP = re.compile(r"[.:;,!?\"]")
SIDES = ("Belligerents", "First side", "Second side", "Third side", "Fourth side", "Fifth side", "Sixth side",
         "Seventh side", "Eighth side", "Ninth side")  # fmt: skip
TITLE = "Event"
_SUPPORTED, _OTHERS = "Supported by", "Others counted"
# Labels in their order: of the event, of each side, and what came of it.
_HEAD = (
    TITLE, "Also known as", "Type", "Region", "Part of", "Place", "Coordinates", "Issue", "Date", "Dates", "Began",
    "Ended", "Duration", "Cause", "Begun by", "Client state", "Demand", "Signatories", "Denounced", "Expired",
)  # fmt: skip
_OF_A_SIDE = (_SUPPORTED, _OTHERS, "Commanders", "Formations", "Strength", "Losses")
_IN_ALL = ("Strength in all", "Losses in all")
_TAIL = ("Outcome", "Victors", "Defeated", "Territorial changes", "Settlement", "Magnitude", "Number", "Source")
_LISTED = frozenset(
    {"Also known as", *SIDES, *_OF_A_SIDE, *_IN_ALL, "Client state", "Begun by", "Signatories", "Victors", "Defeated"}
)


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a row, as one claim can be said in it: the label, the words, the side below whose row it stands.

    `aside`: what a bracket adds, behind the words or, for several items, behind the label.
    """

    label: str
    words: str
    side: int = 0
    aside: str = ""

    @property
    def whole(self) -> str:
        """The words with the bracket."""
        return f"{self.words} ({self.aside})" if self.aside else self.words


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of a record."""

    label: str
    items: tuple[Told, ...]


def items_of(entry: Entry, sides: Sides) -> list[Item]:
    """The ways to say a claim in a row, the likeliest to be heard first; none where there is no row for it."""
    said = _ITEMS.get(entry.claim.attribute)
    return list(dict.fromkeys(said(entry, sides))) if said else []


def rows_of(account: Account, items: Sequence[tuple[Item, Entry]], sides: Sides) -> Iterator[Row]:
    """The rows in their order, each item once."""
    for label in _HEAD:
        yield from _rows(label, [(item.words, entry) for item, entry in items if item.label == label])
    listed = {item.words.casefold() for item, _ in items if item.label in (*SIDES, _SUPPORTED)}
    for side in range(len(sides.members) + 1):
        below = [(item, entry) for item, entry in items if item.side == side]
        belligerents = _members(account, below, side, sides)
        yield from _rows(SIDES[side], belligerents)
        for label in _OF_A_SIDE:
            if label == _OTHERS:
                yield from _rows(label, _unknown(below, listed, sides))
            yield from _by_aside(label, [(item, entry) for item, entry in below if item.label == label])
        for label in _IN_ALL if side == 0 else ():
            yield from _by_aside(label, [(item, entry) for item, entry in below if item.label == label])
    for label in _TAIL:
        yield from _rows(label, [(item.words, entry) for item, entry in items if item.label == label])


def _members(account: Account, below: Sequence[tuple[Item, Entry]], side: int, sides: Sides) -> list[tuple[str, Entry]]:
    """The belligerents of a side, with the time they were there."""
    came = list(account.of("joined", "left"))
    listed: list[tuple[str, Entry]] = []
    for item, entry in below:
        if item.label == SIDES[side]:
            behind = [each for each in came if set(each.names) & set(entry.names) and each.side in (0, side)]
            words = f"{item.words} ({when_there(behind)})" if behind else item.words
            listed += [(words, each) for each in (entry, *behind)]
    return listed


def _unknown(below: Sequence[tuple[Item, Entry]], listed: set[str], sides: Sides) -> list[tuple[str, Entry]]:
    """Those whom brackets name although no row lists them."""
    return [
        (name, entry)
        for item, entry in below
        if item.label in (*_OF_A_SIDE, *_IN_ALL)
        for name in _called(entry, sides)
        if name.casefold() not in listed and item.aside.startswith(wordings.listed(_called(entry, sides)))
    ]


def _by_aside(label: str, said: Sequence[tuple[Item, Entry]]) -> Iterator[Row]:
    """The rows of a list: first what no bracket limits; several of one bracket have it behind their label."""
    groups: dict[str, list[tuple[Item, Entry]]] = {"": []}
    for item, entry in said:
        groups.setdefault(item.aside, []).append((item, entry))
    alone = [pair for group in groups.values() for pair in group if not _is_headed(label, group)]
    yield from _rows(label, [(item.whole, entry) for item, entry in alone])
    for aside, group in groups.items():
        if _is_headed(label, group):
            yield from _rows(f"{label} ({aside})", [(item.words, entry) for item, entry in group])


def _is_headed(label: str, group: Sequence[tuple[Item, Entry]]) -> bool:
    """Can what brackets say of several items stand behind the label, short and without a stop?"""
    aside = group[0][0].aside if group else ""
    heading = f"{label} ({aside})"
    fits = len(heading) <= _LONGEST_LABEL and len(heading.split()) <= _MOST_WORDS and not _STOP.search(aside)
    return bool(aside) and len({item.words for item, _ in group}) > 1 and fits


def _rows(label: str, said: Sequence[tuple[str, Entry]]) -> Iterator[Row]:
    """A row for each thing said, or a list as long as a line is."""
    together: dict[str, list[Entry]] = {}
    for words, entry in said:
        together.setdefault(words, []).append(entry)
    row: list[Told] = []
    for words, entries in together.items():
        if row and (
            label.partition(" (")[0] not in _LISTED
            or len("; ".join(told.words for told in row)) + len(words) > _LONGEST_ROW
        ):
            yield Row(label, tuple(row))
            row = []
        row.append(Told(words, tuple(entries)))
    if row:
        yield Row(label, tuple(row))


def _called(entry: Entry, sides: Sides) -> list[str]:
    """Whom a claim is about, by the names under which the rows of the sides list them."""
    listed = {actor: name for side in sides.members for actor, name in side.items()}
    return [wordings.capitalised(listed.get(actor, name)) for actor, name in zip(entry.meant, entry.names, strict=True)]


def _simple(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, _sides: Sides) -> Iterator[Item]:
        value = str(entry.claim.value)
        yield Item(label, wordings.capitalised(value))
        yield Item(label, value)
        yield Item(label, wordings.unmarked(entry.claim.quote))

    return said


def _quoted(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, _sides: Sides) -> Iterator[Item]:
        yield Item(label, str(entry.claim.value))
        yield Item(label, wordings.unmarked(entry.claim.quote))

    return said


def _coded(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, _sides: Sides) -> Iterator[Item]:
        yield Item(label, wordings.coded(entry))
        yield Item(label, wordings.unmarked(entry.claim.quote))

    return said


def _at(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, _sides: Sides) -> Iterator[Item]:
        for words in wordings.dates(entry):
            yield Item(label, words)
        yield Item("Dates", wordings.unmarked(entry.claim.quote))

    return said


def _outcome(entry: Entry, sides: Sides) -> Iterator[Item]:
    """In the words of the document; where it has a mere code, those who won or lost are listed."""
    yield from _who_won(entry, sides) if not any(map(str.isalpha, entry.claim.quote)) else ()
    for words in wordings.outcomes(entry):
        named = wordings.capitalised(words) if len(words.split()) <= _SHORT else words
        yield Item("Outcome", f"{named[:1].upper()}{named[1:]}")
        yield Item("Outcome", words)
    yield from _who_won(entry, sides)


def _who_won(entry: Entry, sides: Sides) -> Iterator[Item]:
    if label := _WHO.get(entry.claim.attribute):
        yield Item(label, wordings.listed(_called(entry, sides)))
        yield Item(label, wordings.listed(entry.names))


_WHO: Mapping[str, str] = {"winner": "Victors", "loser": "Defeated", "initiator": "Begun by", "party": "Signatories"}


def _actors(entry: Entry, sides: Sides) -> Iterator[Item]:
    yield Item(_WHO[entry.claim.attribute], wordings.listed(_called(entry, sides)))
    yield Item(_WHO[entry.claim.attribute], wordings.listed(entry.names))


def _client(entry: Entry, _sides: Sides) -> Iterator[Item]:
    yield Item("Client state", f"{wordings.listed(entry.names)} ({entry.claim.value})")


def _demand(entry: Entry, _sides: Sides) -> Iterator[Item]:
    yield Item("Demand", f"{entry.claim.value} ({wordings.listed(entry.names)})")


def _belligerent(entry: Entry, sides: Sides) -> Iterator[Item]:
    """A belligerent by its name; where that is told without a side, by the name that has one."""
    side, name = sides.side_of(entry), entry.names[0]
    own = wordings.capitalised(name) if entry.side else _called(entry, sides)[0]
    for words in (own, name) if len(entry.names) == 1 else ():
        yield Item(SIDES[side], words, side)


def _there(_entry: Entry, _sides: Sides) -> Iterator[Item]:
    """When somebody joined and left stands behind his name."""
    yield Item("", "")


def _supporter(entry: Entry, sides: Sides) -> Iterator[Item]:
    for name in entry.names[:1]:
        yield Item(_SUPPORTED, wordings.capitalised(name), sides.side_of(entry))
        yield Item(_SUPPORTED, name, sides.side_of(entry))


def _named(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, sides: Sides) -> Iterator[Item]:
        side, name = sides.side_of(entry), str(entry.claim.value)
        for words in (wordings.capitalised(name), name):
            if sides.is_whole(entry):
                yield Item(label, words, side)
            if entry.names:
                yield Item(label, words, side, wordings.listed(_called(entry, sides)))
                yield Item(label, words, side, wordings.listed(entry.names))

    return said


def _counted(label: str) -> Callable[[Entry, Sides], Iterator[Item]]:
    def said(entry: Entry, sides: Sides) -> Iterator[Item]:
        side = sides.side_of(entry)
        part = [f"{words} only" for words in [_part(entry)] if words]
        named = label if not entry.claim.target.everyone else f"{label} in all"
        for speaker in wordings.claimant_asides(entry):
            for words in wordings.figures(entry) if isinstance(entry.claim.value, Count) else ():
                for whose in _whose(entry, sides, words):
                    yield Item(named, words, side, "; ".join(filter(None, [whose, *part, speaker])))

    return said


def _part(entry: Entry) -> str:
    """The part of the event or the time that a figure is about, if it is not the whole."""
    period = entry.claim.period
    return wordings.unmarked(entry.claim.phase).rstrip(":") or (wordings.date_in_words(period.edtf) if period else "")


def _whose(entry: Entry, sides: Sides, words: str) -> Iterator[str]:
    """Nothing where the side's row or the words tell whose a figure is; then the names in brackets."""
    if sides.is_whole(entry) or any(name.casefold() in words.casefold() for name in entry.names):
        yield ""
    if entry.names:
        yield wordings.listed(_called(entry, sides))


def _number(entry: Entry, _sides: Sides) -> Iterator[Item]:
    """A number in somebody's list, in brackets whose; where a cited work has it, that says so."""
    if isinstance(entry.claim.value, Identifier):
        yield Item("Number", f"{entry.claim.value.number} ({entry.claim.value.scheme})")


_ITEMS: Mapping[str, Callable[[Entry, Sides], Iterator[Item]]] = {
    "conflict_type": _coded("Type"), "region": _simple("Region"), "issue": _coded("Issue"),
    "part_of": _simple("Part of"), "place": _simple("Place"), "name": _simple("Also known as"),
    "date": _at("Date"), "start_date": _at("Began"), "end_date": _at("Ended"), "duration": _at("Duration"),
    "denounced_date": _at("Denounced"), "expiry_date": _at("Expired"), "cause": _quoted("Cause"),
    "territorial_change": _quoted("Territorial changes"), "settlement": _quoted("Settlement"),
    "outcome": _outcome, "winner": _outcome, "loser": _outcome, "initiator": _actors, "party": _actors,
    "client_of": _client, "territorial_demand": _demand, "belligerent": _belligerent, "supporter": _supporter,
    "joined": _there, "left": _there, "commander": _named("Commanders"), "formation": _named("Formations"),
    "strength": _counted("Strength"), "loss": _counted("Losses"), "magnitude": _quoted("Magnitude"),
    "source": _quoted("Source"), "external_id": _number, "coordinates": lambda entry, _: iter(_degrees(entry)),
}  # fmt: skip


def _degrees(entry: Entry) -> Iterator[Item]:
    found = re.fullmatch(r"(-?[\d.]+),(-?[\d.]+)", str(entry.claim.value))
    if found:
        yield Item("Coordinates", f"{found[1]}, {found[2]}")
