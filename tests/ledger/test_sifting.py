"""Does a wish leave the events that it describes, and only those, and count what they share?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from thucydides.ledger import Ledger, Understood
from thucydides.vocabulary import Day, Event, EventEntry, EventKind, Place, Traits, Wish

AT_SEA = Place("place:strait", "The Strait", 34.0, 130.0, within=("Japan",))
EVENTS = (
    (Event("event:fleet", "Battle of the Strait", EventKind.BATTLE, aliases=("日本海海戦",), place=AT_SEA),
     (1905, 1905), (("kind", "battle"), ("actor", "Japan"), ("actor", "Russia"))),
    (Event("event:war", "The Long War", EventKind.WAR), (1894, 1895),
     (("kind", "war"), ("actor", "Japan"), ("actor", "China"), ("contested", "contradicted"))),
    (Event("event:peace", "Peace of the Inn", EventKind.AGREEMENT, aliases=("条約",)), None, (("kind", "agreement"),)),
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "sifted.db") as held:
        events = tuple(event for event, _, _ in EVENTS)
        entries = tuple(EventEntry(event, "", "", (), 1, 1, 0, 0) for event in events)
        traits = tuple(_traits(*each) for each in EVENTS)
        held.replace_understood(Understood(events, entries, (), (), (), (), held.generation(), traits))
        yield held


def _traits(event: Event, years: tuple[int, int] | None, values: tuple[tuple[str, str], ...]) -> Traits:
    first, last = (Day(years[0], 1, 1).ordinal, Day(years[1], 12, 31).ordinal) if years else (None, None)
    return Traits(event.id, first, last, values)


def found(ledger: Ledger, wish: Wish) -> list[str]:
    sifted = ledger.index.sifted(wish)
    assert sifted.entries == ledger.index.entries_sifted(wish)
    assert sifted.total == len(sifted.entries)
    return [entry.event.id.removeprefix("event:") for entry in sifted.entries]


@pytest.mark.parametrize(
    ("wish", "events"),
    [
        (Wish(), ["fleet", "war", "peace"]),
        (Wish("海"), ["fleet"]),
        (Wish("海戦"), ["fleet"]),
        (Wish("本海海"), ["fleet"]),
        (Wish("約"), ["peace"]),
        (Wish("the strait"), ["fleet"]),
        (Wish("Ba"), ["fleet"]),
        (Wish('"%_'), []),
        (Wish(since=1895), ["fleet", "war"]),
        (Wish(until=1904), ["war"]),
        (Wish(since=1905, until=1905), ["fleet"]),
        (Wish(traits={"kind": ("battle", "war")}), ["fleet", "war"]),
        (Wish(traits={"actor": ("Japan",), "contested": ("contradicted",)}), ["war"]),
        (Wish("war", since=1905), []),
    ],
    ids=str,
)
def test_a_wish_leaves_what_it_describes(ledger: Ledger, wish: Wish, events: list[str]) -> None:
    assert found(ledger, wish) == events


def test_a_facet_counts_what_the_other_wishes_leave_and_keeps_its_own_alternatives(ledger: Ledger) -> None:
    sifted = ledger.index.sifted(Wish(traits={"kind": ("battle",), "actor": ("Japan",)}))
    assert dict(sifted.facets["kind"]) == {"battle": 1, "war": 1}
    assert dict(sifted.facets["actor"]) == {"Japan": 1, "Russia": 1}


def test_a_value_that_is_asked_for_is_shown_even_where_nothing_has_it(ledger: Ledger) -> None:
    assert ("Peru", 0) in ledger.index.sifted(Wish(traits={"actor": ("Peru",)})).facets["actor"]


def test_years_are_told_whatever_time_is_asked_for_and_places_of_what_is_left(ledger: Ledger) -> None:
    sifted = ledger.index.sifted(Wish(since=1900))
    assert sifted.years == ((1894, 1), (1905, 1))
    assert [spot.place.name for spot in sifted.spots] == ["The Strait"]
    assert sifted.placed == 1
    assert ledger.index.sifted(Wish(until=1900)).placed == 0


def test_a_page_of_the_list_is_cut_from_it(ledger: Ledger) -> None:
    sifted = ledger.index.sifted(Wish(), first=1, most=1)
    assert (sifted.total, [entry.event.id for entry in sifted.entries]) == (3, ["event:war"])


def test_events_are_sifted_by_the_status_of_estimates_once_these_were_made(ledger: Ledger) -> None:
    assert ledger.index.sifted(Wish()).facets["status"] == ()
    for _ in range(2):
        ledger.index.note_statuses({"event:war": ("weak", "supported", "weak")}, of=ledger.understood_set())
    ledger.index.note_statuses({}, of=ledger.understood_set() - 1)
    assert dict(ledger.index.sifted(Wish()).facets["status"]) == {"supported": 1, "weak": 1}
    assert found(ledger, Wish(traits={"status": ("weak",)})) == ["war"]
