"""Who commanded on which side, and with what rank?"""

import re
from collections.abc import Iterator

from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import Layout
from thucydides.extracting.records.marks import Marked, keyed_parts, marked_parts
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, Finding, Name

_AND = re.compile(
    r",?\s+and\s+|[,;]\s+(?=[A-Z“\"]|\d(?:st|nd|rd|th)\s)(?!(?:Jr|Sr|Esq)\b)(?!(?:[A-Z]\.\s?){2,4}(?:$|[,;(]))|\s+&\s+"
)
_CHIEFS = re.compile(r"(?:chiefs|generals|colonels|captains|majors)\b", re.IGNORECASE)
_KEYED = re.compile(r"[^\W\d_][\w. ]{0,30}:\s")
_NOBODY = re.compile(r"(?:no|none|unknown|not)\b", re.IGNORECASE)
_TITLE_IN_QUOTES = re.compile(r"[\"“][^\"”]{1,40}[\"”]\s+(?=[A-Z])")
_ASIDE = re.compile(r"\s*\([^()]{1,80}\)$")
_OFFICE = re.compile(r",\s(?=[a-z])")
_SERVICE = re.compile(r",\s{0,3}(?:[A-Z]\.\s?){2,4}$")
_ABBREVIATED = re.compile(r"\b(?:\w|Jr|Sr|Esq|Bart)\.$")
_BRANCH = re.compile(r"\s*\((?:naval|navy|army|militia|volunteers|acting)\)\s*", re.IGNORECASE)


def commanders(scene: Scene, layout: Layout, value: Piece, reader: str) -> Iterator[Claim | Finding]:
    """Each person of a row of commanders with the side whose mark stands beside the name, ranks left out."""
    parts = tuple(marked_parts(scene, layout, value)) or _under_keys(scene, layout, value)
    for part in parts:
        for person in _persons(part.words):
            yield scene.stated(person.at, "commander", Name(person.words), reader, **part.said())
    if not parts and any(character.isalpha() for character in value.words):
        for person in _persons(value):
            yield scene.stated(person.at, "commander", Name(person.words), reader)


def _under_keys(scene: Scene, layout: Layout, value: Piece) -> tuple[Marked, ...]:
    """`US: Gen. A; CS: Gen. B`; a bare mark without a colon is part of a name or a service."""
    return tuple(keyed_parts(scene, layout, value)) if _KEYED.match(value.words) else ()


def _persons(words: Piece) -> Iterator[Piece]:
    """The persons of a list; what follows a comma and begins with no rank describes the person before it."""
    for part in words.split(_AND):
        bare, ranked = _without_rank(part)
        if (
            bare
            and not _NOBODY.match(bare.words)
            and (ranked or part.start == words.start or _like_a_person(bare.words) or _CHIEFS.match(words.words))
        ):
            yield bare


def _like_a_person(words: str) -> bool:
    return not any(found.code for found in table("forces").found_in(words)) and len(words.split()) in (2, 3, 4, 5)


def _without_rank(person: Piece) -> tuple[Piece, bool]:
    """A name without the ranks, nationalities and branches in front of it; whether there was a rank."""
    ranked = False
    place = 0
    while found := table("ranks").pattern.match(person.words, place):
        is_rank = table("ranks").codes.get(found.group().casefold(), "rank") == "rank"
        if ranked and not is_rank:  # `Gen. U.S. Hale`: behind a rank these are a person's initials
            break
        ranked = ranked or is_rank
        place = found.end()
        while place < len(person.words) and person.words[place] in ". ":
            place += 1
        if branch := _BRANCH.match(person.words, place):
            place = branch.end()
    if title := _TITLE_IN_QUOTES.match(person.words, place):
        place = title.end()
    office = _OFFICE.search(person.words, place)
    name = person.part(place, office.start() if office else len(person.words))
    aside = _ASIDE.search(name.words[-100:])
    end = len(name.words) - len(name.words[-100:]) + aside.start() if aside else len(name.words)
    name = name.part(0, end).trimmed(";,")
    service = _SERVICE.search(name.words[-20:])
    end = len(name.words) - len(name.words[-20:]) + service.start() if service else len(name.words)
    return _without_stop(name.part(0, end)), ranked


def _without_stop(name: Piece) -> Piece:
    """A name less the full stop that ends the row; that of an initial or of `Jr.` is its own."""
    return name if _ABBREVIATED.search(name.words) else name.trimmed(".")
