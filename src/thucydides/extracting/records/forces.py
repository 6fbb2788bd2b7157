"""How many were engaged and lost on each side of a record?

`90 total (US 30; CS 60)` gives a total of all and a part for each side; a part may be spelled in letters, `5k/20w/5m`,
whose meaning the layout declares.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from thucydides.extracting.counting import LOSSES, STRENGTHS, RowKind, counted_claims
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import Layout, Row
from thucydides.extracting.records.marks import Marked, before_keys, keyed_parts, marked_parts
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import EVERYONE, Claim, Counted, Finding, Role, mixed, read_dates, read_numbers

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,400})[)\]]")
_HOW_BIG = re.compile(r"[^\W\d_]+:\s(?=\D{0,12}\d|(?:total\s)?unknown)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece|(?:per|(?:on )?either|on each) side)\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z])")
_BRACKET_REACH = 200
_WORD = re.compile(r"(?<![\w,])[^\W\d_]{4,}(?![/\w])")
_LETTERED = re.compile(
    r"(?P<figure>(?:\b(?:about|around|approximately|approx\.?|some|est\.?|ca?\.|at least|over|nearly)\s)?"
    r"(?<![\w,.])\d[\d,]{0,12})"
    r"\s?(?P<letters>[A-Za-z]{1,2}(?:[/&][A-Za-z]{1,2}(?![\w])){0,3})(?![A-Za-z])"
)


def record_losses(scene: Scene, layout: Layout, row: Row, reader: str) -> Iterator[Claim | Finding]:
    """The losses of all together and of each side."""
    yield from _totals_and_parts(scene, layout, row, LOSSES, reader)


def record_strengths(scene: Scene, layout: Layout, row: Row, reader: str) -> Iterator[Claim | Finding]:
    """The forces of each side; a list in brackets by side (`900 total (US 400; CS 500)`) is read as losses are."""
    if any(True for _ in marked_parts(scene, layout, row.value)):
        for part in marked_parts(scene, layout, row.value):
            yield from _side(scene, layout, part, STRENGTHS, row, reader)
    else:
        yield from _totals_and_parts(scene, layout, row, STRENGTHS, reader)


def _totals_and_parts(scene: Scene, layout: Layout, row: Row, kind: RowKind, reader: str) -> Iterator[Claim | Finding]:
    """A row that gives a total and, in brackets or under marks, its parts."""
    if parts := tuple(marked_parts(scene, layout, row.value)):
        for part in parts:
            yield from _side(scene, layout, part, kind, row, reader)
        return
    place = 0
    for bracket in _BRACKETED.finditer(row.value.words):
        inside = tuple(keyed_parts(scene, layout, row.value.part(*bracket.span(1))))
        if inside:
            head = row.value.part(place, bracket.start())
            yield from _together(scene, head, kind, row, reader)
            phase = _phase(next(reversed(tuple(head.split(_STOP))), head))
            for part in inside:
                yield from _side(scene, layout, part, kind, row, reader, phase=phase)
            place = bracket.end()
    listed = row.value.part(before_keys(scene, layout, row.value), len(row.value.words))
    if place == 0 and (keyed := tuple(keyed_parts(scene, layout, listed))):
        head = row.value.part(0, listed.start - row.value.start).trimmed(":")
        yield from _together(scene, head, kind, row, reader)
        for part in keyed:
            yield from _side(scene, layout, part, kind, row, reader)
    elif rest := row.value.part(place, len(row.value.words)):
        yield from _together(scene, rest, kind, row, reader)


def _together(scene: Scene, words: Piece, kind: RowKind, row: Row, reader: str) -> Iterator[Claim | Finding]:
    """What is said of all sides; `Regiments: 90 total` says how big the parts were, and counts no regiments."""
    size = _HOW_BIG.match(words.words)
    for sentence in words.part(size.end() if size else 0, len(words.words)).split(_STOP):
        phase = _phase(sentence)
        for words in _of_all(sentence):
            if _EACH.search(words.words):
                yield scene.unread(words.at, f"{words.words[:60]!r} is said of each side, and the row names none")
            else:
                yield from counted_claims(
                    scene, words, kind, reader, target=EVERYONE, evidence=_label(row), phase=phase
                )


def _of_all(sentence: Piece) -> Iterator[Piece]:
    """The words of a sentence, apart from its brackets where one speaks of each side."""
    return _in_and_out_of_brackets(sentence) if _EACH.search(sentence.words) else iter((sentence,))


def _phase(words: Piece) -> str:
    """The days to which a sentence limits its figures: `May 3 only 120`; empty for the whole event."""
    return " ".join(words.words[found.start : found.end] for found in read_dates(words.words[:200]))


def _side(
    scene: Scene, layout: Layout, part: Marked, kind: RowKind, row: Row, reader: str, *, phase: str = ""
) -> Iterator[Claim | Finding]:
    said = part.said() | Details(phase=phase)
    said["evidence"] = [*said["evidence"], *_label(row)]
    if kind is LOSSES and (lettered := tuple(_in_letters(scene, layout, part.words, said, reader))):
        yield from lettered
        yield from _before_letters(scene, part.words, kind, said, reader)
        return
    for words in _in_and_out_of_brackets(part.words):
        yield from counted_claims(scene, words, replace(kind, by_mark=True), reader, **said)


def _in_and_out_of_brackets(words: Piece) -> Iterator[Piece]:
    """`Two brigades (4,000)`: the figure in brackets counts men and is no number of brigades."""
    place = 0
    for bracket in _BRACKETED.finditer(words.words):
        yield words.part(place, bracket.start())
        yield words.part(*bracket.span(1))
        place = bracket.end()
    yield words.part(place, len(words.words))


def _in_letters(scene: Scene, layout: Layout, words: Piece, said: Details, reader: str) -> Iterator[Claim | Finding]:
    """`5k/20w`, `about 40 k/w/m`: each figure with the concepts that the layout gives its letters."""
    for hit in _LETTERED.finditer(words.words):
        concepts = [layout.letters.get(letters, "") for letters in re.split("[/&]", hit["letters"].casefold())]
        figure = words.part(*hit.span("figure"))
        number = next((found for found in read_numbers(figure.words) if found.count), None)
        if _of_a_part(words.words, hit.start()):
            yield scene.unread(figure.at, f"{hit.group()[:40]!r} is said of a part of the side only")
        elif all(concepts) and number and number.count:
            parts = [part for concept in concepts for part in concept.split("+")]
            lettered = Details(
                counted=Counted(mixed(*parts), measure="person"), concept_words=hit["letters"],
                evidence=[*said["evidence"], (Role.CONCEPT, words.part(*hit.span("letters")).at)],
            )  # fmt: skip
            yield scene.stated(figure.at, "loss", number.count, reader, **(said | lettered))


def _of_a_part(words: str, figure: int) -> bool:
    """`500 k/w/m (the 2nd Foot suffered 175 k/w/m)`: words in a bracket before its figure limit that to a part."""
    opened = words.rfind("(", max(0, figure - _BRACKET_REACH), figure)
    return opened >= 0 and ")" not in words[opened:figure] and bool(_WORD.search(words[opened:figure]))


def _before_letters(scene: Scene, words: Piece, kind: RowKind, said: Details, reader: str) -> Iterator[Claim | Finding]:
    """A side's total in front of its letters, and figures in words among them: `35 (5k/30w), 20 captured`."""
    place = 0
    for hit in _LETTERED.finditer(words.words):
        yield from _plain(scene, words.part(place, hit.start()), kind, said, reader)
        place = hit.end()
    yield from _plain(scene, words.part(place, len(words.words)), kind, said, reader)


def _plain(scene: Scene, words: Piece, kind: RowKind, said: Details, reader: str) -> Iterator[Claim | Finding]:
    if read_numbers(words.words):
        yield from counted_claims(scene, words, kind, reader, **said)


def _label(row: Row) -> list[tuple[Role, tuple[int, int]]]:
    return [(Role.CONCEPT, row.label_at)] if row.label_at else []
