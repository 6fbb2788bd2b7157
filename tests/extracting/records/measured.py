"""How well are the battle records of a publisher read, against the structured gold beside them?

Run as a module it prints the figures: `python -m tests.extracting.records.measured`.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.extracting.records.pages import HABITS, Record, record_of
from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Gazetteer, Qualifier, tokens

RECORDS = Path(__file__).parents[4] / "shared" / "data" / "records-cwsac"
PAGES = RECORDS.parent / "records-html"
SIDES = {"US": "United States", "Confederate": "Confederate States", "Native American": "Native Americans"}
RESULTS = {"Union": "United States", "Confederate": "Confederate States", "Inconclusive": "stalemate"}

Items = Counter[tuple[str, ...]]


@dataclass
class Score:
    """Items found, items in the gold, items in both; and where they differ."""

    found: int = 0
    gold: int = 0
    both: int = 0
    differing: list[tuple[str, Items, Items]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.found + self.gold) if self.found + self.gold else 1.0

    def add(self, name: str, found: Items, gold: Items) -> None:
        self.found += found.total()
        self.gold += gold.total()
        self.both += (found & gold).total()
        if found != gold:
            self.differing.append((name, found - gold, gold - found))


def measured(rendered: Callable[[Record], bytes] | None = None) -> dict[str, Score]:
    """A score for each kind of fact over all records that are there, as text or as a web page of some habit."""
    scores = {name: Score() for name in _COMPARED}
    gazetteer = authorities.load()
    for path in sorted(RECORDS.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        heard = _heard(_document(path, rendered), gazetteer)
        for name, (found, wanted) in _COMPARED.items():
            scores[name].add(path.stem, Counter(found(heard)), Counter(wanted(gold)))
    return scores


def _document(path: Path, rendered: Callable[[Record], bytes] | None) -> Document:
    if rendered is None:
        return Document(path.name, path.read_bytes())
    return Document(f"{path.stem}.html", rendered(record_of(path.read_text(encoding="utf-8"))), "text/html")


def _heard(document: Document, gazetteer: Gazetteer) -> list[Claim]:
    """What is said of the record; of several readers the prose is left out, which says more than its labels do."""
    claims = extract(read(document), document_name=document.name, gazetteer=gazetteer).claims
    return [claim for claim in claims if claim.reader.startswith("labelled-record")]


def displayed() -> dict[str, Score]:
    """A score for dates, names and numbers over the archives' pages of the same records, one field a row."""
    scores = {name: Score() for name in ("start_date", "end_date", "name", "external_id")}
    gazetteer = authorities.load()
    for path in sorted(PAGES.glob("aad_*.html")):
        number = path.stem.removeprefix("aad_")
        gold = json.loads((RECORDS / f"{number}.json").read_text(encoding="utf-8"))
        wanted = {**gold, "name": gold["battle_name"], "external_id": f"cwsac:{number}"}
        heard = _heard(Document(path.name, path.read_bytes(), "text/html"), gazetteer)
        for name, score in scores.items():
            score.add(number, Counter((str(claim.value),) for claim in _of(heard, name)), Counter([(wanted[name],)]))
    return scores


def _of(claims: Iterable[Claim], *attributes: str) -> Iterable[Claim]:
    return (claim for claim in claims if claim.attribute in attributes)


def _dates(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    points = [str(claim.value) for claim in _of(claims, "date")]
    begins = [str(claim.value) for claim in _of(claims, "start_date")] or points
    ends = [str(claim.value) for claim in _of(claims, "end_date")] or points
    yield from [("start", min(begins))] if begins else []
    yield from [("end", max(ends))] if ends else []


def _gold_dates(gold: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    yield "start", gold["start_date"]
    yield "end", gold["end_date"]


def _counts(claims: list[Claim], attribute: str, concepts: set[str]) -> Iterable[tuple[str, ...]]:
    for claim in _of(claims, attribute):
        value = claim.value
        whole = claim.counted.concept in concepts and not claim.phase
        if whole and isinstance(value, Count) and value.qualifier not in (Qualifier.UNKNOWN, Qualifier.VAGUE):
            yield str(claim.target), str(value)


def _losses(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    yield from _counts(claims, "loss", {"casualties"})
    parts: dict[str, float] = {}
    for claim in _of(claims, "loss"):
        if isinstance(claim.value, Count) and claim.counted.concept != "casualties":
            parts[str(claim.target)] = parts.get(str(claim.target), 0) + (claim.value.low or 0)
    yield from ((side, f"{total:.0f}") for side, total in parts.items())


def _gold_losses(gold: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    if gold.get("casualties") is not None:
        yield "all", str(gold["casualties"])
    if "(" in gold["casualties_text"]:
        for side, force in gold["forces"].items():
            if force.get("casualties") is not None:
                yield SIDES[side], str(force["casualties"])


def _commanders(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    return ((str(claim.target), " ".join(tokens(str(claim.value)))) for claim in _of(claims, "commander"))


def _gold_commanders(gold: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    for side, force in gold["forces"].items():
        for person in force.get("commanders", ()):
            yield SIDES[side], " ".join(tokens(person["fullname"]))


def _results(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    winners = [(str(claim.target),) for claim in _of(claims, "winner")]
    return winners or [(str(claim.value),) for claim in _of(claims, "outcome")]


def _strengths(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    """The gold keeps the lower end of a range alone."""
    for side, figure in _counts(claims, "strength", {"personnel"}):
        if side != "all":
            yield side, figure.partition("-")[0]


def _gold_strengths(gold: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    for side, force in gold["forces"].items():
        if "strength_min" in force:
            yield SIDES[side], str(force["strength_min"])


def _names(claims: list[Claim]) -> Iterable[tuple[str, ...]]:
    """Names with the apostrophes of a typewriter, whatever the page prints."""
    return ((str(claim.value).replace("’", "'"),) for claim in _of(claims, "name"))


def _gold_names(gold: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    return ((name,) for name in (gold["battle_name"], *(gold["other_names"] or ())))


_COMPARED: dict[
    str,
    tuple[Callable[[list[Claim]], Iterable[tuple[str, ...]]], Callable[[dict[str, Any]], Iterable[tuple[str, ...]]]],
] = {
    "dates": (_dates, _gold_dates),
    "casualties": (_losses, _gold_losses),
    "commanders": (_commanders, _gold_commanders),
    "result": (_results, lambda gold: [(RESULTS[gold["result"]],)]),
    "strengths": (_strengths, _gold_strengths),
    "names": (_names, _gold_names),
}


def _show(title: str, scores: dict[str, Score]) -> None:
    print(title)
    for name, score in scores.items():
        print(f"  {name:12} F1 {score.f1:.3f}  found {score.found}  gold {score.gold}  both {score.both}")
        for record, extra, lacking in score.differing:
            print(f"      {record}: too much {dict(extra)}, lacking {dict(lacking)}")


if __name__ == "__main__":
    _show("text", measured())
    for habit in HABITS:
        _show(habit.__name__, measured(habit))
    _show("the archives' pages", displayed())
