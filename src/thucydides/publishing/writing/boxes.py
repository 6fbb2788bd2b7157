"""Which rows, columns and lines has the info-box of an event?

It carries the attributes of `BOX_CARRIES`. It has no row for whose client a belligerent was, for ratios, incidents,
magnitude, type, region, issue and numbers in others' lists, nor for what is claimed of another event.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry
from thucydides.vocabulary import Count

BOX_CARRIES = frozenset({
    "name", "part_of", "date", "start_date", "end_date", "duration", "place", "territorial_change", "cause", "outcome",
    "winner", "loser", "belligerent", "supporter", "joined", "left", "commander", "formation", "strength", "loss",
    "source",
})  # fmt: skip
FEWEST_SIDES, MOST_SIDES = 2, 5
FEWEST_SIDES, MOST_SIDES = 2, 5
_ALL = 0


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


@dataclass(frozen=True, slots=True)
class _Sides:
    """The belligerents of each side by what is meant (an id, else the name), with the name that is written."""

    account: Account
    members: tuple[Mapping[str, str], ...]

    @classmethod
    def of(cls, account: Account) -> "_Sides":
        """The belligerents of each side; who is on none has a column of his own, as far as a box has columns."""
        told = sorted(account.of("belligerent"), key=lambda entry: entry.side == 0)
        sides: list[dict[str, str]] = [{} for _ in range(max([0, *(entry.side for entry in told)]))]
        for entry in told:
            for actor, name in zip(entry.meant, entry.names, strict=True):
                if any(actor in side for side in sides):
                    continue
                if not entry.side and len(sides) < MOST_SIDES:
                    sides.append({})
                sides[entry.side - 1][actor] = name
        return cls(account, (*sides, *({} for _ in range(FEWEST_SIDES - len(sides)))))

    def side_of(self, entry: Entry) -> int:
        """The column in which a claim belongs; that of all where it is about several sides or none."""
        if entry.claim.target.everyone:
            return _ALL
        on = {number for number, side in enumerate(self.members, 1) if set(entry.meant) & set(side)}
        if len(on) == 1:
            return on.pop()
        return entry.side if entry.side <= len(self.members) and not on else _ALL

    def is_whole(self, entry: Entry) -> bool:
        """Is a claim about all belligerents of its column?"""
        side = self.side_of(entry)
        if side == _ALL:
            return entry.claim.target.everyone or not entry.names
        return set(entry.meant) == set(self.members[side - 1])

    def flag_of(self, entry: Entry) -> str:
        """The flag that stands for those of a column whom a claim is about; empty where they are none of it.

        Several belligerents share the flag of one whom no list of states has, so that it stands for none alone.
        """
        side = self.side_of(entry)
        there = self.members[side - 1] if side else {}
        meant = [actor for actor in entry.meant if actor in there]
        if not meant or len(meant) < len(entry.meant):
            return ""
        if len(meant) == 1:
            return there[meant[0]]
        return next((there[actor] for actor in meant if actor == there[actor]), there[meant[0]])

    def shared(self) -> Mapping[str, str]:
        """The flag of each belligerent that shares one, by what is meant."""
        flags: dict[str, str] = {}
        for entry in self.account.of("commander", "formation", "strength", "loss"):
            if len(entry.meant) > 1 and not self.is_whole(entry) and (flag := self.flag_of(entry)):
                flags.update(dict.fromkeys(entry.meant, flag))
        return flags


def box_of(account: Account) -> Box:
    """The info-box of an event."""
    sides = _Sides.of(account)
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
    """When it was: begin and end in one line, as said together or joined."""
    begins, ends = list(account.of("start_date")), list(account.of("end_date"))
    lines: dict[str, list[Entry]] = {}
    for place in range(max(len(begins), len(ends))):
        pair = [*begins[place : place + 1], *ends[place : place + 1]]
        for words, entries in _extent(account, pair):
            lines.setdefault(words, []).extend(entries)
    for entry in account.of("date", "duration"):
        lines.setdefault(account.chosen(entry, wordings.dates(entry)), []).append(entry)
    return BoxRow("date", (tuple(Line(words, tuple(entries)) for words, entries in lines.items()),))


def _extent(account: Account, pair: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    if len(pair) == 2 and pair[0].claim.span == pair[1].claim.span:
        joined = " – ".join(wordings.date_in_words(str(entry.claim.value)) for entry in pair)
        yield account.chosen(pair[0], [wordings.unmarked(pair[0].claim.quote), joined]), pair
    elif len(pair) == 2:
        yield " – ".join(account.chosen(entry, wordings.dates(entry)) for entry in pair), pair
    else:
        yield from ((account.chosen(entry, wordings.dates(entry)), [entry]) for entry in pair)


def _sided(name: str, sides: _Sides, placed: list[tuple[int, Line]]) -> BoxRow:
    """Lines by column, those for all sides last; in a column those under no heading first, others by heading."""
    order = [*range(1, len(sides.members) + 1), _ALL]
    columns = ([line for side, line in placed if side == number] for number in order)
    return BoxRow(name, tuple(tuple(_by_heading(column)) for column in columns), sided=True)


def _by_heading(column: list[Line]) -> list[Line]:
    """Together what stands under one heading: a heading holds until the next."""
    groups: dict[tuple[str, ...], list[Line]] = {(): []}
    for line in column:
        groups.setdefault(line.headings, []).append(line)
    order = sorted(groups, key=lambda headings: (len(headings) > 0, headings[:1], len(headings)))
    return [line for headings in order for line in groups[headings]]


def _belligerents(sides: _Sides) -> Iterator[tuple[int, Line]]:
    told = list(sides.account.of("belligerent"))
    came = list(sides.account.of("joined", "left"))
    shared = sides.shared()
    for number, members in enumerate(sides.members, 1):
        for actor, name in members.items():
            behind = [entry for entry in came if actor in entry.meant]
            words = f"{name} ({_aside(behind)})" if behind else name
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


def _aside(behind: Sequence[Entry]) -> str:
    spans = {entry.claim.span for entry in behind}
    if len(spans) == 1 and len(behind) > 1:
        return wordings.unmarked(behind[0].claim.quote)
    return ", ".join(f"{_WORD_OF_COMING[entry.claim.attribute]} {wordings.dates(entry)[0]}" for entry in behind)


def _persons(sides: _Sides, attribute: str) -> Iterator[tuple[int, Line]]:
    for entry in sides.account.of(attribute):
        if attribute == "formation" and not sides.side_of(entry):
            continue
        flag = "" if sides.is_whole(entry) else sides.flag_of(entry)
        yield sides.side_of(entry) or 1, Line(str(entry.claim.value), (entry,), flag=flag)


def _figures(sides: _Sides, attribute: str, noted: Sequence[Entry]) -> Iterator[tuple[int, Line]]:
    held = {entry.claim.id for entry in noted}
    for entry in sides.account.of(attribute):
        if entry.claim.id not in held and isinstance(entry.claim.value, Count):
            yield sides.side_of(entry), sides.account.chosen(entry, tuple(_figure_lines(sides, entry)))


def _figure_lines(sides: _Sides, entry: Entry) -> Iterator[Line]:
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
