"""How does a template read where it stands?"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from thucydides.reading.pages.writing import Piece
from thucydides.reading.wikitext.marks import Source
from thucydides.reading.wikitext.parts import (
    Noted,
    NotRead,
    Part,
    Pictured,
    PlaceBegins,
    Region,
    Turn,
    Turning,
    leaf_words,
)
from thucydides.reading.wikitext.templates import Given, Shown, Template, known
from thucydides.vocabulary import PassageKind

_COUNTRY = re.compile(r"[A-Z]{3}(?:-\d{3,4})?\Z|[a-z]{3}-\d{3,4}\Z")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PHRASE = re.compile(r"\w[^\w\n=|{}\[\]<>]+[^\W\d_]{3}|[^\W\d_]{3}[^\w\n=|{}\[\]<>]+\d")
_LONGEST_PHRASE = 400
_BETWEEN = frozenset({"to", "and", "-", "–", "x", "by", "or", "+/-", "±", "to(-)", "and(-)"})
_MOST_MEASURES = 6
_NEW_LINE = Turning(Turn.NEW_LINE)
_DEGREES = ("°", "′", "″")


def expanded(source: Source, used: Given) -> Sequence[Part]:
    """What a template shows; one that the table does not have shows its name, and is reported with what it holds."""
    template = known(used.name)
    if template is not None:
        return _READERS[template.shown](source, used, template)
    written = source.words[used.start + 2 : used.end - 2].strip()
    code = written.partition("|")[0].rstrip()
    if _COUNTRY.match(code):
        return [Piece(code, used.start + 2 + source.words[used.start + 2 : used.end].index(code))]
    return [_unknown(used, written), *_readable(source, used)]


def _readable(source: Source, used: Given) -> Iterator[Part]:
    """What a template that is not known was given to show: phrases without a name, which are no sizes or codes."""
    for start, end in used.numbered:
        if _PHRASE.search(source.words, start, min(end, start + _LONGEST_PHRASE)):
            yield from (Piece(" ", -1), Region(start, end, opens_line=True))


def _unknown(used: Given, written: str) -> NotRead:
    return NotRead(
        f"the template {used.name[:60]!r} is not known; it holds {written[:200]!r}", used.start, used.end,
        shown="{{" + (used.name[:60] or "?") + "}}",
    )  # fmt: skip


def _words(source: Source, used: Given, template: Template) -> list[Part]:
    """The groups of the pattern of which something is given; signs alone stand for the whole template."""
    parts: list[Part] = []
    for group in template.groups:
        if group.optional and group.is_silent(used):
            continue
        found: list[Part] = []
        said = not group.optional
        for step in group.steps:
            if step.names:
                given = _parameter(source, used, step.names)
                said = said or bool(given)
                found += given
            else:
                found += step.parts
        parts += found if said else ()
    return _placed(used, parts)


def _parameter(source: Source, used: Given, names: Sequence[str]) -> Sequence[Part]:
    for name in names:
        if name in used.parameters:
            return (_said(source, used, used.parameters[name]),)
        if name == "*" and (numbered := used.numbered):
            return [part for region in numbered for part in (_NEW_LINE, _said(source, used, region))]
        if name == "0":
            return (Piece(used.name.upper(), -1),)
        if name == "=":
            first = next(iter(used.parameters.values()), None)
            return (Region(used.start + 2, first[0] - 1 if first else used.end - 2),)
    return ()


def _said(source: Source, used: Given, region: tuple[int, int]) -> Piece | Region:
    """The words of a parameter, or where they are still to be read."""
    if used.leaf:
        return leaf_words(source.words, *region, opens_line=True)
    return Region(*region, opens_line=True)


def _placed(used: Given, parts: list[Part]) -> list[Part]:
    """The first sign in front of the parameters has its place where the template opens."""
    if not parts or not (isinstance(sign := parts[0], Piece) and sign.raw < 0):
        return parts
    first = _first_place(parts)
    end = used.end if first is None else first
    return [Piece(sign.words, used.start, end - used.start), *parts[1:]] if end > used.start else parts


def _first_place(parts: Iterable[Part]) -> int | None:
    """Where the first words of the source begin, None if all are signs."""
    for part in parts:
        if isinstance(part, Region):
            return part.start
        if isinstance(part, Piece) and part.raw >= 0:
            return part.raw
    return None


def _note(kind: PassageKind) -> Callable[[Source, Given, Template], Sequence[Part]]:
    def read(source: Source, used: Given, template: Template) -> Sequence[Part]:
        group = used.words(source, "group").strip()
        content = _words(source, used, template)
        place = _first_place(content)
        first = used.end if place is None else place
        named = used.words(source, "name") or ("" if content else used.words(source, "1"))
        noted = PassageKind.FOOTNOTE if group else kind
        return [Noted(noted, group, named.strip("\"' "), tuple(content), used.start, max(2, first - used.start))]

    return read


def _picture(source: Source, used: Given, _template: Template) -> Sequence[Part]:
    name = used.words(source, "1")
    return [Pictured(re.sub(r"\.(?:svg|png|jpe?g|gif)\Z", "", name, flags=re.IGNORECASE))]


def _definitions(source: Source, used: Given, template: Template) -> Sequence[Part]:
    """The notes that a page keeps at its end: their marks are no words of the page."""
    words = [part for part in _words(source, used, template) if isinstance(part, Region | Piece)]
    return [PlaceBegins(PassageKind.FURNITURE), *words, Turning(Turn.PLACE_END)] if words else []


def _date(source: Source, used: Given, _template: Template) -> Sequence[Part]:
    shown = _day([source.words[start:end] for start, end in used.numbered[:3]])
    return [Piece(shown, used.start, used.end - used.start)] if shown else []


def _dates(source: Source, used: Given, _template: Template) -> Sequence[Part]:
    numbers = [source.words[start:end] for start, end in used.numbered[:6]]
    half = len(numbers) // 2
    shown = " – ".join(filter(None, (_day(numbers[:half]), _day(numbers[half:]))))
    return [Piece(shown, used.start, used.end - used.start)] if shown else []


def _day(numbers: Sequence[str]) -> str:
    """`1939|5|11` reads 11 May 1939; what is no such date reads as it stands."""
    year, month, day = (*numbers, "", "", "")[:3]
    if month.isdecimal() and 1 <= int(month[:4]) <= len(MONTHS):
        month = MONTHS[int(month[:4]) - 1]
    return " ".join(part for part in (day.lstrip("0"), month, year) if part)


def _measure(_source: Source, used: Given, _template: Template) -> Sequence[Part]:
    """`16|to|20|km|mi` reads 16 to 20 km: the numbers and the first unit."""
    parts: list[Part] = []
    for region in used.numbered[:_MOST_MEASURES]:
        word = _source.words[region[0] : region[1]]
        parts += [Piece(" ", -1)] if parts else []
        parts.append(Region(*region))
        if word not in _BETWEEN and not any(character.isdigit() for character in word):
            break
    return parts


def _coordinates(source: Source, used: Given, _template: Template) -> Sequence[Part]:
    """`47|43|N|118|35|E` reads 47°43′N 118°35′E."""
    shown, place = "", 0
    for start, end in used.numbered[:9]:
        word = source.words[start:end].strip()
        if word in ("N", "S", "E", "W", "O"):
            shown, place = f"{shown}{word} ", 0
        elif word.replace(".", "", 1).lstrip("+-−").isdecimal():
            shown, place = f"{shown}{word}{_DEGREES[min(place, 2)]}", place + 1
        else:
            break
    if not any(letter in shown for letter in "NSEWO"):
        shown = ", ".join(part.strip("°′″ ") for part in re.split("[°′″]", shown)[:2])
    return [Piece(shown.strip(), used.start, used.end - used.start)] if shown.strip() else []


_READERS: dict[Shown, Callable[[Source, Given, Template], Sequence[Part]]] = {
    Shown.WORDS: _words,
    Shown.NOTE: _note(PassageKind.FOOTNOTE),
    Shown.REFERENCE: _note(PassageKind.REFERENCE),
    Shown.PICTURE: _picture,
    Shown.DEFINITIONS: _definitions,
    Shown.DATE: _date,
    Shown.DATES: _dates,
    Shown.MEASURE: _measure,
    Shown.COORDINATES: _coordinates,
}
