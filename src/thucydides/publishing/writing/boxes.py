"""Which rows, columns and lines has the info-box of an event?

It carries the attributes of `BOX_CARRIES`. It has no row for whose client a belligerent was, for ratios, incidents,
magnitude, type, region, issue and numbers in others' lists, nor for what is claimed of another event.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry, Told
from thucydides.publishing.writing.columns import ALL, Sides
from thucydides.vocabulary import Count

BOX_CARRIES = frozenset({
    "name", "part_of", "date", "start_date", "end_date", "duration", "place", "territorial_change", "cause", "outcome",
    "winner", "loser", "belligerent", "supporter", "joined", "left", "commander", "formation", "strength", "loss",
    "source",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a row: its words, the headings above it (the outer first), the flag before it by whose it is."""

    words: str
    entries: tuple[Entry, ...] = ()
    headings: tuple[str, ...] = ()
    flag: str = ""


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A row by its name in the box: one column for all, or one for each side and the last for all together."""

    name: str
    columns: tuple[tuple[Line, ...], ...]
    sided: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An info-box; no title where no claim names the event.

    `notes`: what notes say otherwise. `names`: further names. `formations`: those that stand in no column. `works`:
    what the event rests on.
    """

    title: str
    rows: tuple[BoxRow, ...]
    notes: tuple[Line, ...] = ()
    names: tuple[Line, ...] = ()
    formations: tuple[Line, ...] = ()
    works: tuple[Line, ...] = ()


def box_of(account: Account) -> Box:
    """The info-box of an event."""
    sides = Sides.of(account)
    names = _single(account, ("name",), _quoted)
    noted = [entry for entry in account.of("loss", "strength") if _is_note(entry)]
    rows = [BoxRow(name, (tuple(_single(account, of, said)),)) for name, of, said in _SINGLE]
    rows.insert(1, _dates(account))
    rows += [
        _sided("combatant", sides, [*_belligerents(sides)]),
        _sided("commander", sides, [*_persons(sides, "commander")]),
        _sided("units", sides, [*_persons(sides, "formation")]),
        _sided("strength", sides, [*_figures(sides, "strength", noted)]),
        _sided("casualties", sides, [*_figures(sides, "loss", noted)]),
    ]
    return Box(
        names[0].words if names else "",
        tuple(row for row in rows if any(row.columns)),
        notes=tuple(Line(f"{wordings.unmarked(entry.claim.quote)}.", (entry,)) for entry in noted),
        names=tuple(names[1:]),
        formations=tuple(
            Line(str(entry.claim.value), (entry,)) for entry in account.of("formation") if not sides.side_of(entry)
        ),
        works=tuple(_single(account, ("source",), _quoted)),
    )


def told_in_box(account: Account) -> Iterator[Told]:
    """Every line of the box with the claims it says."""
    box = box_of(account)
    for row in box.rows:
        yield from (Told(line.words, line.entries) for column in row.columns for line in column)
    yield from (Told(line.words, line.entries) for line in (*box.notes, *box.names, *box.formations, *box.works))


def _is_note(entry: Entry) -> bool:
    """Does a sentence say by itself who gives the figure?"""
    who = wordings.unmarked(entry.claimant)
    return bool(who) and entry.claim.quote.startswith(who) and len(entry.claim.quote) > len(who) + 8


def _quoted(entry: Entry) -> Sequence[str]:
    return list(dict.fromkeys([str(entry.claim.value), wordings.unmarked(entry.claim.quote)]))


def _single(account: Account, attributes: tuple[str, ...], said: Callable[[Entry], Sequence[str]]) -> list[Line]:
    """The lines of a row of one column, each once."""
    lines: dict[str, list[Entry]] = {}
    for entry in account.of(*attributes):
        lines.setdefault(account.chosen(entry, said(entry)), []).append(entry)
    return [Line(words, tuple(entries)) for words, entries in lines.items()]


def _outcomes(entry: Entry) -> Sequence[str]:
    return list(dict.fromkeys(wordings.outcomes(entry)))


_SINGLE: tuple[tuple[str, tuple[str, ...], Callable[[Entry], Sequence[str]]], ...] = (
    ("partof", ("part_of",), _quoted),
    ("place", ("place",), _quoted),
    ("territory", ("territorial_change",), _quoted),
    ("result", ("outcome", "winner", "loser"), _outcomes),
    ("casus", ("cause",), _quoted),
)


def _dates(account: Account) -> BoxRow:
    """When it was: begin and end in one line, as said together or joined; who says the same day again stands there."""
    begins, ends = _by_day(account.of("start_date")), _by_day(account.of("end_date"))
    lines: dict[str, list[Entry]] = {}
    for place in range(max(len(begins), len(ends))):
        same = [*begins[place : place + 1], *ends[place : place + 1]]
        for words, entries in _extent(account, [entries[0] for entries in same]):
            lines.setdefault(words, []).extend(entries)
            lines[words] += [entry for day in same for entry in day[1:] if day[0] in entries]
    for entry in account.of("date", "duration"):
        lines.setdefault(account.chosen(entry, wordings.dates(entry)), []).append(entry)
    return BoxRow("date", (tuple(Line(words, tuple(entries)) for words, entries in lines.items()),))


def _by_day(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Those that give the same day together, in the order of their first."""
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        days.setdefault(str(entry.claim.value), []).append(entry)
    return list(days.values())


def _extent(account: Account, pair: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    if len(pair) == 2 and pair[0].claim.span == pair[1].claim.span:
        joined = " – ".join(wordings.date_in_words(str(entry.claim.value)) for entry in pair)
        yield account.chosen(pair[0], [wordings.unmarked(pair[0].claim.quote), joined]), pair
    elif len(pair) == 2:
        yield " – ".join(account.chosen(entry, wordings.dates(entry)) for entry in pair), pair
    else:
        yield from ((account.chosen(entry, wordings.dates(entry)), [entry]) for entry in pair)


def _sided(name: str, sides: Sides, placed: list[tuple[int, Line]]) -> BoxRow:
    """Lines by column, those for all sides last; in a column those under no heading first, others by heading."""
    order = [*range(1, len(sides.members) + 1), ALL]
    columns = ([line for side, line in placed if side == number] for number in order)
    return BoxRow(name, tuple(tuple(_by_heading(column)) for column in columns), sided=True)


def _by_heading(column: list[Line]) -> list[Line]:
    """Together what stands under one heading: a heading holds until the next."""
    groups: dict[tuple[str, ...], list[Line]] = {(): []}
    for line in column:
        groups.setdefault(line.headings, []).append(line)
    order = sorted(groups, key=lambda headings: (len(headings) > 0, headings[:1], len(headings)))
    return [line for headings in order for line in groups[headings]]


def _belligerents(sides: Sides) -> Iterator[tuple[int, Line]]:
    told = list(sides.account.of("belligerent"))
    came = list(sides.account.of("joined", "left"))
    shared = sides.shared()
    for number, members in enumerate(sides.members, 1):
        for actor, name in members.items():
            behind = [entry for entry in came if actor in entry.meant and entry.side in (0, number)]
            words = f"{name} ({when_there(behind)})" if behind else name
            entries = (*(entry for entry in told if actor in entry.meant), *behind)
            yield number, Line(words, entries, flag=shared.get(actor) or (name if _is_state(actor) else ""))
    for entry in sides.account.of("supporter"):
        for name in entry.names:
            side = entry.side or 1
            yield side, Line(name, (entry,), ("Supported by",))


def _is_state(actor: str) -> bool:
    """Is it known by a number in a list of states, so that a wiki has its flag?"""
    return actor.startswith(("gw:", "cow:"))


_WORD_OF_COMING = {"joined": "from", "left": "until"}
_BEFORE_DATES = frozenset({"before", "after", "since", "until", "from", "till"})


def when_there(behind: Sequence[Entry]) -> str:
    """When a belligerent joined and left, as brackets behind its name say it."""
    spans = {entry.claim.span for entry in behind}
    if len(spans) == 1 and len(behind) > 1:
        return wordings.unmarked(behind[0].claim.quote)
    return ", ".join(_coming(entry) for entry in behind)


def _coming(entry: Entry) -> str:
    """`from 1806`; `after 1806` says so by itself."""
    words = wordings.dates(entry)[0]
    return (
        words
        if words[:1].isalpha() and words.split()[0] in _BEFORE_DATES
        else f"{_WORD_OF_COMING[entry.claim.attribute]} {words}"
    )


def _persons(sides: Sides, attribute: str) -> Iterator[tuple[int, Line]]:
    for entry in sides.account.of(attribute):
        if attribute == "commander" or sides.side_of(entry):
            yield sides.side_of(entry) or 1, sides.account.chosen(entry, list(_named_lines(sides, entry)))


def _named_lines(sides: Sides, entry: Entry) -> Iterator[Line]:
    """The ways to write a person or a formation: with the flag of those it is about, else under their names."""
    flag = "" if sides.is_whole(entry) else sides.flag_of(entry)
    yield Line(str(entry.claim.value), (entry,), flag=flag)
    there = sides.members[sides.side_of(entry) - 1] if sides.side_of(entry) else {}
    named = [there[actor] for actor in entry.meant if actor in there]
    if flag and len(named) == len(entry.meant):
        yield Line(str(entry.claim.value), (entry,), (wordings.listed(named),))


def _figures(sides: Sides, attribute: str, noted: Sequence[Entry]) -> Iterator[tuple[int, Line]]:
    held = {entry.claim.id for entry in noted}
    for entry in sides.account.of(attribute):
        if entry.claim.id not in held and isinstance(entry.claim.value, Count):
            yield sides.side_of(entry), sides.account.chosen(entry, tuple(_figure_lines(sides, entry)))


def _figure_lines(sides: Sides, entry: Entry) -> Iterator[Line]:
    """The ways to write a figure: with a flag, a heading or the name of whom it is about, the claimant above or behind.

    The words of the document come first in each.
    """
    said = wordings.figures(entry)
    phase = wordings.unmarked(entry.claim.phase).rstrip(":")
    speaks = wordings.claimant_headings(entry) if entry.claimant else [""]
    flag = "" if sides.is_whole(entry) else sides.flag_of(entry)
    who = " and ".join(entry.names)
    named = any(name in words for name in entry.names for words in said[:1])
    for words in said:
        for heading in speaks:
            headings = tuple(filter(None, (heading, phase)))
            if flag or sides.is_whole(entry) or named:
                yield Line(words, (entry,), headings, flag="" if named else flag)
            if not sides.is_whole(entry) and who:
                yield Line(words, (entry,), (*headings, who))
                yield Line(f"{who}: {words}", (entry,), headings)
    for words in said:
        behind = f" (according to {entry.claimant})" if entry.claimant else ""
        yield Line(f"{words}{behind}", (entry,), (), flag=flag)
        if who:
            yield Line(f"{who}: {words}{behind}", (entry,), ())
