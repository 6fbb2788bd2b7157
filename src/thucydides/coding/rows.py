"""How is an event divided into rows, and what does each cell hold?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from thucydides.coding.judging import belonging
from thucydides.coding.picks import PICKS, About, UnknownPick
from thucydides.coding.times import years_of
from thucydides.vocabulary import Dossier, Row, RuleSet, ThucydidesError, Unit

Place = tuple[tuple[str, ...], int | None]
"""The actors and the year that a row is about, within its event."""


class UnknownRows(ThucydidesError):
    """A unit of analysis asks for rows that nobody knows."""


def rows_of(dossiers: Iterable[Dossier], unit: Unit, rules: RuleSet) -> Iterator[Row]:
    """The rows of every event that may belong, in the order given. Raises UnknownRows, UnknownPick or UnknownTest.

    Events that surely do not belong have none; all others say how surely they do.
    """
    if unit.rows not in DIVISIONS:
        raise UnknownRows(f"{unit.name}: there are no rows {unit.rows!r}; there are {', '.join(DIVISIONS)}")
    if unknown := [variable.pick for variable in unit.variables if variable.pick not in PICKS]:
        raise UnknownPick(f"{unit.name}: there is no pick {unknown[0]!r}; there are {', '.join(PICKS)}")
    for dossier in dossiers:
        judged = belonging(dossier, rules)
        if judged.probability > 0:
            for actors, year in DIVISIONS[unit.rows](dossier):
                about = About(dossier, actors, year)
                cells = {variable.name: PICKS[variable.pick](about, variable) for variable in unit.variables}
                yield Row(event=dossier.event.id, actors=actors, year=year, belonging=judged, cells=cells)


def _events(_dossier: Dossier) -> Iterator[Place]:
    yield (), None


def _parties(dossier: Dossier) -> Iterator[Place]:
    yield from (((actor,), None) for actor in _in_order(dossier))


def _dyads(dossier: Dossier) -> Iterator[Place]:
    """Two parties that are not known to have been on one side."""
    for one, other in combinations(_in_order(dossier), 2):
        sides = {dossier.parties[one], dossier.parties[other]}
        if len(sides) == 2 or sides == {0}:
            yield (one, other), None


def _sides(dossier: Dossier) -> Iterator[Place]:
    """All parties of one side together; a party whose side is not known stands alone."""
    for side in sorted(set(dossier.parties.values()) - {0}):
        yield tuple(actor for actor in _in_order(dossier) if dossier.parties[actor] == side), None
    yield from (((actor,), None) for actor in _in_order(dossier) if not dossier.parties[actor])


def _by_year(division: Callable[[Dossier], Iterator[Place]]) -> Callable[[Dossier], Iterator[Place]]:
    def divided(dossier: Dossier) -> Iterator[Place]:
        for actors, _ in division(dossier):
            yield from ((actors, year) for year in years_of(dossier))

    return divided


def _in_order(dossier: Dossier) -> list[str]:
    return sorted(dossier.parties, key=lambda actor: (dossier.parties[actor], actor))


DIVISIONS: Mapping[str, Callable[[Dossier], Iterator[Place]]] = {
    "events": _events,
    "parties": _parties,
    "dyads": _dyads,
    "sides": _sides,
    "dyad-years": _by_year(_dyads),
    "party-years": _by_year(_parties),
    "event-years": _by_year(_events),
}
"""Every way in which an event can be divided into rows, by its name in the TOML."""
