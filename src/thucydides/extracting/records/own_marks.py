"""What do the marks mean by which a record tells its sides apart, where its publisher's table does not list them?

A record shows by its own form what is a mark: it stands in square brackets behind commanders and forces, or in front of
the figures of a list. Whom a mark means is told by the record's own words, where exactly one actor that they name is
shortened so; else the mark is the side's name as written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thucydides.extracting.records.layouts import Layout, Row
from thucydides.extracting.scene import Scene

_BEHIND = re.compile(
    r"\[\s{0,3}([A-Z](?:\.?[A-Z]){0,3}\.?|[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?)\s{0,3}\](?=\s*(?:$|[;,.]|and\b))"
)
_BEFORE = re.compile(r"(?:^|[;,(\[:]|\band)\s*([A-Z](?:\.?[A-Z]){0,3}\.?):?\s(?=(?:about |ca?\. ?|some |est\. )?\d)")
_READ_TO = 4_000
"""So much of a row is searched for actors."""
_ARE_BEHIND = ("commanders", "strength")
_ARE_BEFORE = ("strength", "loss")
_NAME_SIDES = ("result", "prose", "names", "strength", "campaign")
_NO_SIDE = frozenset({"KIA", "WIA", "MIA", "POW", "DOW", "K", "W", "M", "D", "P", "AD", "BC"})


def with_own_marks(scene: Scene, layout: Layout, rows: Sequence[Row]) -> Layout:
    """The layout with the sides of the marks that this record uses and the layout does not know."""
    marks = [mark for mark in dict.fromkeys(_marks(layout, rows)) if not layout.side_of(mark)]
    if not marks:
        return layout
    named = _named(scene, layout, rows)
    own = {mark.replace(".", ""): _meant(mark, marks, named) for mark in marks}
    return replace(layout, sides={**layout.sides, **own})


def _marks(layout: Layout, rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        reader = layout.reader_of(row.label)
        if reader in _ARE_BEHIND:
            yield from _BEHIND.findall(row.value.words)
        if reader in _ARE_BEFORE:
            keys = [key for key in _BEFORE.findall(row.value.words) if _may_be_a_side(layout, key)]
            if len(set(keys)) > 1:
                yield from keys


def _may_be_a_side(layout: Layout, key: str) -> bool:
    return key.replace(".", "") not in _NO_SIDE and key.casefold() not in layout.letters


def _named(scene: Scene, layout: Layout, rows: Sequence[Row]) -> dict[str, set[str]]:
    """The short name of each actor whom the record names, with all the names that it gives it."""
    named: dict[str, set[str]] = {}
    for row in rows:
        if layout.reader_of(row.label) in _NAME_SIDES:
            for mention in scene.gazetteer.actors_in(row.value.words[:_READ_TO]):
                name = scene.gazetteer.short_name(mention.actor)
                named.setdefault(name, {name}).add(mention.words)
    return named


def _meant(mark: str, marks: Sequence[str], named: Mapping[str, set[str]]) -> str:
    """The one actor whose names the mark, and no other mark of the record, shortens; else the mark as written."""
    meant = [actor for actor, names in named.items() if any(_shortens(mark, name) for name in names)]
    if len(meant) == 1 and not any(
        _shortens(other, name) for other in marks if other != mark for name in named[meant[0]]
    ):
        return meant[0]
    return mark


def _shortens(mark: str, name: str) -> bool:
    """`US` of *United States* by its initials, `PR` of *Prussia* by its beginning, `MX` of *Mexico* by its letters."""
    letters, whole = mark.replace(".", "").casefold(), name.casefold()
    initials = "".join(word[0] for word in whole.split() if word not in ("of", "the", "and"))
    if letters in (initials, whole):
        return True
    rest = iter(whole.replace(" ", ""))
    return whole[:1] == letters[:1] and all(letter in rest for letter in letters)
