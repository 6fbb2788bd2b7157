"""How does a page read, from its first part to its last?

What holds words together is taken apart into further parts, which wait on a list until it is their turn: nothing calls
itself, so ten thousand templates within each other are read like one.
"""

import html
from collections.abc import Callable, Iterator, Sequence, Set

from thucydides.reading.pages.writing import Piece
from thucydides.reading.wikitext.boxes import is_box, rows_of
from thucydides.reading.wikitext.expanding import expanded
from thucydides.reading.wikitext.functions import evaluated, is_function
from thucydides.reading.wikitext.links import address, link
from thucydides.reading.wikitext.marks import Mark, Sort, Source
from thucydides.reading.wikitext.parts import LIST_SIGNS, Noted, NotRead, Part, PlaceBegins, Region, Turn, Turning
from thucydides.reading.wikitext.tags import reference, tag
from thucydides.reading.wikitext.templates import Given, given
from thucydides.vocabulary import PassageKind

_BREAKS: dict[str, Sequence[Part]] = {
    "\n\n": (Turning(Turn.PARAGRAPH),),
    "|-": (Turning(Turn.ROW),),
    "|+": (Turning(Turn.CAPTION),),
    "|": (Turning(Turn.CELL),),
    "!": (Turning(Turn.HEADER_CELL),),
    "||": (Turning(Turn.CELL),),
    "!!": (Turning(Turn.HEADER_CELL),),
}
_ITEM, _RULE = Turning(Turn.ITEM), Turning(Turn.RULE)
_HEADING_END, _STYLE_END = Turning(Turn.HEADING_END), Turning(Turn.STYLE_END)
# Parts that hold others: the works cited in a note are words of it.
_HOLDING = frozenset({Region})
_HOLDING_NOTES = frozenset({Region, Noted})


def spoken(source: Source, parts: Sequence[Part], within: PassageKind) -> Iterator[Part]:
    """The parts of a page with every region in them read out; the works cited `within` a reference are its words."""
    waiting: list[Part] = list(reversed(parts))
    holding = _HOLDING_NOTES if within is PassageKind.REFERENCE else _HOLDING
    while waiting:
        part = waiting.pop()
        if isinstance(part, Region):
            yield from _read(source, part, waiting, holding)
        elif isinstance(part, Noted) and part.kind is within is PassageKind.REFERENCE:
            waiting.extend(reversed(part.parts))
        else:
            yield part


def _read(source: Source, region: Region, waiting: list[Part], holding: Set[type]) -> Iterator[Part]:
    """The words of a region up to the first mark that holds further parts; those and the rest go on the list."""
    words, (place, end, *_) = source.words, region
    if region.opens_line and place < end:
        if words[place] in ("*", "#"):
            yield _ITEM
        while place < end and words[place] in LIST_SIGNS:
            place += 1
    for mark in source.within(place, end):
        if place < mark.start:
            yield Piece(words[place : mark.start], place)
        place = mark.end
        parts = _READERS[mark.sort](source, mark, region)
        if parts and not holding.isdisjoint(map(type, parts)):
            waiting.append(Region(place, end, region.table))
            waiting.extend(reversed(parts))
            return
        yield from parts
    if place < end:
        yield Piece(words[place:end], place)


def _template(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    used = given(source, mark)
    if is_box(used.name):
        return _box(source, used)
    return evaluated(source, mark, used) if is_function(used.name) else expanded(source, used)


def _box(source: Source, used: Given) -> Sequence[Part]:
    """The rows of a box, each a place of its own; words that stand under no parameter are no row, and reported."""
    parts: list[Part] = [Turning(Turn.PARAGRAPH)]
    for row in rows_of(used):
        kind = PassageKind.BOX_LINE if row.said else PassageKind.FURNITURE
        if not row.known:
            parts.append(NotRead(f"the info-box has no parameter {row.label!r}", *row.region))
        parts.append(PlaceBegins(kind, row.label, row.side, used.start))
        parts.append(Region(*row.region, opens_line=True))
        parts.append(Turning(Turn.PLACE_END))
    for start, end in used.numbered:
        if any(character.isdigit() for character in source.words[start:end]):
            why = f"{source.words[start:end][:80]!r} stands in the info-box under no parameter"
            parts.append(NotRead(why, start, end))
    return [*parts, Turning(Turn.BOX_END)]


def _argument(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    """`{{{1|default}}}` on the page of a template reads as its default."""
    parts = source.parts(mark)
    return [Region(*parts[1])] if len(parts) > 1 else []


def _table(_source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    return [Turning(Turn.TABLE), Region(*mark.inside, table=True), Turning(Turn.TABLE_END)]


def _literal(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    begin, end = mark.inside
    return [Piece(source.words[begin:end], begin)] if begin < end else []


def _nothing(_source: Source, _mark: Mark, _region: Region) -> Sequence[Part]:
    return []


def _not_read(_source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    return [NotRead(mark.words, mark.start, mark.end)]


def _entity(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    written = source.words[mark.start : mark.end]
    shown = html.unescape(written)
    if shown == written:
        return [Piece(written, mark.start)]
    return [Piece(shown, mark.start, mark.end - mark.start)] if "\0" not in shown else []


def _line(source: Source, mark: Mark, region: Region) -> Sequence[Part]:
    signs = mark.words
    if signs in _BREAKS or signs[:1] in _BREAKS:
        if signs == "\n\n" or region.table:
            return _BREAKS[signs]
        return [Piece(source.words[mark.start : mark.end], mark.start)]
    if signs[0] in LIST_SIGNS:
        return (_ITEM,)
    if signs[0] == "=":
        return [Turning(Turn.HEADING, len(signs))]
    if signs[0] == "-":
        return (_RULE,)
    return [_HEADING_END, Piece("\n", mark.end - 1)]


def _bar(_source: Source, mark: Mark, region: Region) -> Sequence[Part]:
    if not region.table:
        return [Piece(mark.words, mark.start)]
    return (_STYLE_END,) if mark.words == "|" else _BREAKS[mark.words]


def _heading_end(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    return (_HEADING_END,)


_READERS: dict[Sort, Callable[[Source, Mark, Region], Sequence[Part]]] = {
    Sort.TEMPLATE: _template,
    Sort.ARGUMENT: _argument,
    Sort.LINK: link,
    Sort.ADDRESS: address,
    Sort.REFERENCE: reference,
    Sort.TABLE: _table,
    Sort.TAG: tag,
    Sort.LITERAL: _literal,
    Sort.HIDDEN: _nothing,
    Sort.UNREAD: _not_read,
    Sort.ENTITY: _entity,
    Sort.QUOTES: _nothing,
    Sort.LINE: _line,
    Sort.BAR: _bar,
    Sort.HEADING_END: _heading_end,
}
