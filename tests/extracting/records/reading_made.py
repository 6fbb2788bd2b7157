"""How well are made-up records read, row by row and form by form?

Run as a module it prints the figures: `python -m tests.extracting.records.reading_made`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tests.extracting.records.made import Facts, MadeRecord, made_records
from tests.extracting.records.measured import Score
from tests.extracting.records.pages import HABITS, Record, record_of
from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Gazetteer, Qualifier

HOW_MANY = 338


Clothing = Callable[[Record], bytes] | None


def scores(records: Iterable[MadeRecord], rendered: Callable[[int], Clothing]) -> dict[str, Score]:
    """A score for each kind of row. `rendered`: as which page the record of this place stands, None for its text."""
    gazetteer = authorities.load()
    found = {name: Score() for name in _ROWS}
    for place, record in enumerate(records):
        heard = _heard(record, rendered(place), gazetteer)
        for name, facts in _ROWS.items():
            found[name].add(f"{record.number} {record.forms.get(name, '')!r}", Counter(facts(heard)), record.said[name])
    return found


def _heard(record: MadeRecord, rendered: Clothing, gazetteer: Gazetteer) -> list[Claim]:
    if rendered is None:
        document = Document(f"{record.number}.txt", record.words.encode())
    else:
        document = Document(f"{record.number}.html", rendered(record_of(record.words)), "text/html")
    return heard_in(document, gazetteer)


def heard_in(document: Document, gazetteer: Gazetteer) -> list[Claim]:
    """What the reader of labelled records hears in a document."""
    claims = extract(read(document), document_name=document.name, gazetteer=gazetteer).claims
    return [claim for claim in claims if claim.reader.startswith("labelled-record")]


def _values(attribute: str) -> Callable[[list[Claim]], Iterator[Facts]]:
    return lambda claims: ((str(claim.value).replace("’", "'"),) for claim in claims if claim.attribute == attribute)


def _dates(claims: list[Claim]) -> Iterator[Facts]:
    points = [str(claim.value) for claim in claims if claim.attribute == "date"]
    begins = [str(claim.value) for claim in claims if claim.attribute == "start_date"] or points
    ends = [str(claim.value) for claim in claims if claim.attribute == "end_date"] or points
    yield from [("start", min(begins))] if begins else []
    yield from [("end", max(ends))] if ends else []


def _commanders(claims: list[Claim]) -> Iterator[Facts]:
    return (
        (str(claim.target), str(claim.value).replace("’", "'")) for claim in claims if claim.attribute == "commander"
    )


def _results(claims: list[Claim]) -> list[Facts]:
    winners: list[Facts] = [(str(claim.target),) for claim in claims if claim.attribute == "winner"]
    return (winners or [(str(claim.value),) for claim in claims if claim.attribute == "outcome"])[:1]


def _figures(attribute: str) -> Callable[[list[Claim]], Iterator[Facts]]:
    def figures(claims: list[Claim]) -> Iterator[Facts]:
        for claim in claims:
            value, concept = claim.value, str(claim.counted.concept)
            if claim.attribute == attribute and isinstance(value, Count) and concept in _COMPARED[attribute]:
                yield str(claim.target), *_bounds(value), concept

    return figures


def _bounds(value: Count) -> tuple[str, str]:
    if value.qualifier is Qualifier.UNKNOWN:
        return "unknown", "unknown"
    return tuple("-" if side is None else f"{side:.0f}" for side in (value.low, value.high))  # type: ignore[return-value]


_COMPARED = {
    "loss": ("casualties", "killed", "wounded", "missing", "captured", "killed+wounded"),
    "strength": ("personnel",),
}
_ROWS: dict[str, Callable[[list[Claim]], Iterable[Facts]]] = {
    "dates": _dates,
    "casualties": _figures("loss"),
    "commanders": _commanders,
    "result": _results,
    "strengths": _figures("strength"),
    "names": _values("name"),
    "place": _values("place"),
    "campaign": _values("part_of"),
    "number": _values("external_id"),
}


def _show(title: str, measured: dict[str, Score]) -> None:
    print(title)
    for name, score in measured.items():
        print(f"  {name:12} F1 {score.f1:.3f}  found {score.found}  said {score.gold}  both {score.both}")
        for record, extra, lacking in score.differing:
            print(f"      {record}: too much {dict(extra)}, lacking {dict(lacking)}")


if __name__ == "__main__":
    made = tuple(made_records(HOW_MANY))
    _show("text", scores(made, lambda place: None))
    _show("pages", scores(made, lambda place: HABITS[place % len(HABITS)]))
