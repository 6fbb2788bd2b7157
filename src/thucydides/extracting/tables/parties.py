"""Which actors does a row name?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thucydides.extracting.tables.details import field_of
from thucydides.extracting.tables.layouts import PartyForm
from thucydides.extracting.tables.rows import Cell, Row, parts_of
from thucydides.vocabulary import Evidence, Inference, Role


@dataclass(frozen=True, slots=True)
class Named:
    """The actors of a party in one row, with the cells of their names and the numbers that the row gives for them.

    `everyone`: the row means every belligerent of the event together.
    """

    names: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    codes: tuple[str, ...] = ()
    side: int = 0
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()
    everyone: bool = False


def named_in(row: Row, form: PartyForm) -> Named:
    """Every actor of the party that the row names, once."""
    found = dict(_each_named(row, form))
    side = field_of(row, form.side)
    evidence = [row.table.evidence(Role.TARGET, name.place) for name, _ in found.items()]
    evidence += [row.table.evidence(Role.TARGET, code.place) for code in found.values() if code]
    codes = tuple(f"{form.scheme}:{code.plain}" if code and form.scheme else "" for code in found.values())
    return Named(
        names=tuple(form.codes.get(name.plain, name.plain) for name in found),
        cells=tuple(found),
        codes=codes if any(codes) else (),
        side=int(side) if side in {"1", "2", "3", "4", "5"} else 0,
        evidence=tuple(dict.fromkeys(evidence)),
        everyone=bool(form.everyone) and [name.value for name in found] == [form.everyone],
        inferred=(Inference("target", "by-code-table"),) if form.codes else (),
    )


def each_of(named: Named) -> Iterator[Named]:
    """Each actor for itself."""
    for place, (name, cell) in enumerate(zip(named.names, named.cells, strict=True)):
        code = named.codes[place : place + 1]
        yield replace(named, names=(name,), cells=(cell,), codes=code if any(code) else ())


def _each_named(row: Row, form: PartyForm) -> Iterator[tuple[Cell, Cell | None]]:
    seen: set[str] = set()
    for place, column in enumerate(form.names):
        if not (cell := row.said(column)):
            continue
        code = row.said(form.code[place]) if place < len(form.code) else None
        for part in parts_of(cell, form.split):
            if part.plain not in seen:
                seen.add(part.plain)
                yield part, part if code and code.place == cell.place else code
