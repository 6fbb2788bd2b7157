"""How does a page read, from its first part to its last?

What holds words together is taken apart into further parts, which wait on a list until it is their turn: nothing calls
itself, so ten thousand templates within each other are read like one.
"""

import html
from collections.abc import Callable, Iterator, Sequence

from thucydides.reading.pages.writing import Piece
from thucydides.reading.wikitext.boxes import is_box, rows_of
from thucydides.reading.wikitext.expanding import expanded
from thucydides.reading.wikitext.functions import evaluated, is_function
from thucydides.reading.wikitext.links import address, link
from thucydides.reading.wikitext.marks import Mark, Sort, Source
from thucydides.reading.wikitext.parts import Noted, NotRead, Part, PlaceBegins, Region, Turn, Turning
from thucydides.reading.wikitext.tags import reference, tag
from thucydides.reading.wikitext.templates import Given, given
from thucydides.vocabulary import PassageKind

LINES: dict[str, Turn] = {
    "\n\n": Turn.PARAGRAPH,
    "|-": Turn.ROW,
    "|+": Turn.CAPTION,
    "|": Turn.CELL,
    "!": Turn.HEADER_CELL,
    "||": Turn.CELL,
    "!!": Turn.HEADER_CELL,
}
_LIST = "*#:;"
_HOLDING = frozenset({Region, Noted})  # parts that hold others


def spoken(source: Source, parts: Sequence[Part], within: PassageKind) -> Iterator[Part]:
    """The parts of a page with every region in them read out; the works cited `within` a reference are its words."""
    waiting: list[Part] = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        if isinstance(part, Region):
            yield from _opening(source, part)
            yield from _read(source, part, waiting)
        elif isinstance(part, Noted) and part.kind is within is PassageKind.REFERENCE:
            waiting.extend(reversed(part.parts))
        else:
            yield part


def _opening(source: Source, region: Region) -> Iterator[Part]:
    if region.opens_line and source.words[region.start : region.start + 1] in ("*", "#") and region.start < region.end:
        yield Turning(Turn.ITEM)


def _read(source: Source, region: Region, waiting: list[Part]) -> Iterator[Part]:
    """The words of a region up to the first mark that has to be taken apart; that and the rest go on the list."""
    place = region.start
    if region.opens_line:
        while place < region.end and source.words[place] in _LIST:
            place += 1
    for mark in source.within(place, region.end):
        if place < mark.start:
            yield Piece(source.words[place : mark.start], place)
        place = mark.end
        parts = _READERS[mark.sort](source, mark, region)
        if parts and not _HOLDING.isdisjoint(map(type, parts)):
            waiting.append(Region(place, region.end, region.table))
            waiting.extend(reversed(parts))
            return
        yield from parts
    if place < region.end:
        yield Piece(source.words[place : region.end], place)


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


def _argument(_source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    """`{{{1|default}}}` on the page of a template reads as its default."""
    parts = list(mark.parts())
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
    if signs[:1] in LINES or signs in LINES:
        if signs == "\n\n" or region.table:
            return [Turning(LINES[signs])]
        return [Piece(source.words[mark.start : mark.end], mark.start)]
    if signs[0] in _LIST:
        return [Turning(Turn.ITEM)]
    if signs[0] == "=":
        return [Turning(Turn.HEADING, len(signs))]
    if signs[0] == "-":
        return [Turning(Turn.PARAGRAPH)]
    return [Turning(Turn.HEADING_END), Piece("\n", mark.end - 1)]


def _bar(_source: Source, mark: Mark, region: Region) -> Sequence[Part]:
    if not region.table:
        return [Piece(mark.words, mark.start)]
    return [Turning(Turn.STYLE_END if mark.words == "|" else LINES[mark.words])]


def _heading_end(source: Source, mark: Mark, _region: Region) -> Sequence[Part]:
    return [Turning(Turn.HEADING_END)]


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
