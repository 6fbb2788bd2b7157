"""Which codes of the vocabulary say what these words count?"""

from dataclasses import replace
from typing import NamedTuple

from thucydides.extracting.figures.bound import Bound, loss_rows
from thucydides.extracting.figures.figure import Bearing, Figure
from thucydides.extracting.figures.lexicon import Kind, Row
from thucydides.extracting.figures.sequence import Item
from thucydides.extracting.figures.sharing import scope_before
from thucydides.vocabulary import CONCEPTS, NumberSort, mixed

_PEOPLE_OR_PLANES = frozenset({"fighter", "fighters"})
_UPROOTED = frozenset({"refugees"})  # who fled is no loss
_MANY = 1_000  # so many are men, not pieces: 3,565 artillery
LOSS, STRENGTH, INCIDENTS = "loss", "strength", "incident_count"


class Coding(NamedTuple):
    """What a figure counts, in codes of the vocabulary, and the words that say so: fields of `Figure`."""

    attribute: str = ""
    concept: str = ""
    fate: str = ""
    population: str = ""
    measure: str = ""
    concept_words: str = ""
    bearing: Bearing = Bearing.UNSAID


def coded(words: str, items: list[Item], bound: Bound, *, under: str, whole: Figure | None) -> Coding | None:
    """The figure's codes from the words bound to it, else from its line's label, its whole and the heading.

    None where the words contradict each other: people cannot be sunk, tanks cannot be ill.
    """
    blank = _blank(words, items, bound)
    thing = noun_of(items, bound)
    if bound.incident is not None:
        return _incidents(items, bound, blank)
    if rows := loss_rows(items, bound):
        return _loss(items, bound, blank, rows)
    if scope := scope_before(items, bound):
        return _loss(items, bound, blank, (scope,))
    if whole and _is_of_people(thing) and (thing is None or whole.attribute == LOSS):
        return blank._replace(
            attribute=whole.attribute, concept=whole.concept, fate=whole.fate, measure=whole.measure,
            population=_population(items, bound), concept_words=blank.concept_words or whole.concept_words,
        )  # fmt: skip
    if bound.population is not None and items[bound.population].word in _UPROOTED and thing is None:
        return None
    if bound.says_nothing:
        concept = "personnel" if under == STRENGTH else ""
        return blank._replace(attribute=under, concept=concept, measure="person" if under else "")
    return _under_heading(blank, thing, _population(items, bound), under)


def noun_of(items: list[Item], bound: Bound) -> Row | None:
    """The row of the noun that is counted; of several nouns that share a number, one that mixes their concepts."""
    if bound.thing is None:
        return None
    row = items[bound.thing].row(Kind.THING) or items[bound.thing].row(Kind.RANK)
    further = {also.concept for place in bound.also if (also := items[place].row(Kind.THING))}
    if row and items[bound.thing].word in _PEOPLE_OR_PLANES and _names_a_type(items, bound):
        return replace(row, concept="aircraft", measure=CONCEPTS["aircraft"].measure)
    if row and row.many and (bound.amount.low or 0) >= _MANY:
        return replace(row, concept=row.many, measure="person")
    if row is None or further <= {row.concept}:
        return row
    return replace(row, concept="personnel" if row.measure == "person" else mixed(row.concept, *further))


def _names_a_type(items: list[Item], bound: Bound) -> bool:
    """`12 Bf 109 fighters`: does the number of a type stand before the noun?"""
    between = items[bound.at + 1 : bound.thing]
    return any(item.number is not None and item.number.sort is NumberSort.CODE for item in between)


def _is_of_people(thing: Row | None) -> bool:
    return thing is None or thing.measure == "person"


def _population(items: list[Item], bound: Bound) -> str:
    row = None if bound.population is None else items[bound.population].row(Kind.POPULATION)
    return row.code if row else ""


def _blank(words: str, items: list[Item], bound: Bound) -> Coding:
    nouns = [(place, place) for place in (bound.thing, bound.population, bound.incident) if place is not None]
    losses = [(bound.losses[0], bound.losses[-1])] if bound.losses else []
    spoken = [words[items[first].start : items[last].end] for first, last in sorted({*nouns, *losses})]
    return Coding(concept_words=" ".join(spoken))


def _incidents(items: list[Item], bound: Bound, blank: Coding) -> Coding | None:
    row = None if bound.incident is None else items[bound.incident].row(Kind.INCIDENT)
    if row is None or bound.amount.high == 1:
        return None
    measure = f"{row.measure} per year" if bound.per is not None else row.measure
    return blank._replace(attribute=INCIDENTS, measure=measure)


def _loss(items: list[Item], bound: Bound, blank: Coding, rows: tuple[Row, ...]) -> Coding | None:
    """A loss of people by its concepts, or of things by their kind and fate."""
    thing = noun_of(items, bound)
    bearing = Bearing(rows[0].bearing) if bound.verb else Bearing.UNSAID
    if thing is None or thing.measure == "person":
        concept = _of_people(rows)
        if not concept:
            return None
        return Coding(LOSS, concept, "", _population(items, bound), "person", blank.concept_words, bearing)
    fates = {row.things for row in rows if row.things}
    if not fates:
        return None
    fate = fates.pop() if len(fates) == 1 else "lost"
    return blank._replace(attribute=LOSS, concept=thing.concept, fate=fate, measure=thing.measure, bearing=bearing)


def _of_people(rows: tuple[Row, ...]) -> str:
    """What befell the people of whom all these rows speak; empty where one speaks of things alone."""
    if not all(row.people for row in rows):
        return ""
    concepts = {part for row in rows for part in row.people.split("+")}
    if "dead" in concepts:
        concepts.discard("killed")
    return mixed(*concepts)


def _under_heading(blank: Coding, thing: Row | None, population: str, under: str) -> Coding:
    """A noun without a verb: what the heading says happened to it, and a strength where there is no heading."""
    if under == LOSS:
        if thing and thing.measure != "person":
            return blank._replace(attribute=LOSS, concept=thing.concept, fate="lost", measure=thing.measure)
        return blank._replace(attribute=LOSS, concept="casualties", population=population, measure="person")
    concept = thing.concept if thing else "" if population == "civilian" else "personnel"
    measure = thing.measure if thing else "person"
    return blank._replace(
        attribute=STRENGTH if concept else "", concept=concept, population=population, measure=measure
    )
