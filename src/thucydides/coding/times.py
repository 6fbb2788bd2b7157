"""In which years was an event, as far as its accounts tell?"""

from collections.abc import Iterator

from thucydides.vocabulary import Dossier, HistoricalDate

_BEGINS, _ENDS = ("start_date", "date"), ("end_date", "date")


def years_of(dossier: Dossier) -> tuple[int, ...]:
    """Every year from the first to the last that is stated as its beginning or end; none where none is stated."""
    first = [date.earliest.year for date in _dates(dossier, _BEGINS) if date.earliest]
    last = [date.latest.year for date in _dates(dossier, _ENDS) if date.latest]
    if not first and not last:
        return ()
    return tuple(range(min(first or last), max(last or first) + 1))


def _dates(dossier: Dossier, attributes: tuple[str, ...]) -> Iterator[HistoricalDate]:
    for attribute in attributes:
        held = [linked.claim.value for linked in dossier.claims if linked.claim.attribute == attribute]
        if dates := [value for value in held if isinstance(value, HistoricalDate)]:
            yield from dates
            return
