"""What is counted in a line that gives strengths or losses, and which of its numbers were not understood?

The figures themselves are found by `figures`; here they become claims of a row, and what is left over a finding.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thucydides.extracting.figures import Assertion, Figure, figures_in
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import CONCEPTS, Claim, Counted, Finding, NumberSort, Role, Target, read_numbers

_JOINED = re.compile(r"\s?(?:,|,?\sand|\s&)\s")
_OVERLAPPING = 8  # figures that may share one number, as in a list of kinds
_MAY_BE_COUNTS = (NumberSort.COUNT, NumberSort.MALFORMED, NumberSort.PROPORTION, NumberSort.RATIO)


@dataclass(frozen=True, slots=True)
class RowKind:
    """A row whose figures are all of one attribute. `concept`: what a bare number counts there, shown by its label.

    `population`: who the people are that it counts, where a heading says so. `headed`: the heading says the concept
    too, and nothing of figures that count something else.
    `by_mark`: a mark of the row says whose figures they are, whomever the words name beside.
    """

    attribute: str
    concept: str
    by_mark: bool = False
    population: str = ""
    headed: bool = False


STRENGTHS = RowKind("strength", "personnel")
LOSSES = RowKind("loss", "casualties")


def figures_of(scene: Scene, piece: Piece, kind: RowKind) -> tuple[Figure, ...]:
    """The asserted figures in the words of a row."""
    figures = figures_in(piece.words, scene.gazetteer, under=kind.attribute)
    return tuple(figure for figure in figures if figure.assertion is Assertion.ASSERTED)


def as_counted(words: str) -> str:
    """Words as they would stand behind a number, to ask what they count."""
    return f"5 {words}"


def counted_claims(scene: Scene, piece: Piece, kind: RowKind, reader: str, **said: object) -> Iterator[Claim | Finding]:
    """A claim for each figure of a row, and a finding for each number that is in none.

    `said`: target, attribution and more, for all of them; a figure that names its own actor keeps that as its target.
    """
    figures = tuple(_of_the_same(piece.words, figures_of(scene, piece, kind)))
    for figure in figures:
        yield _claim(scene, piece, figure, kind, reader, Details(**said))  # type: ignore[typeddict-item]
    yield from _left_over(scene, piece, figures)


def _of_the_same(words: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """`20 Bordurian civilians killed and 300 injured`: what befell others of the same people, where none are named."""
    before: Figure | None = None
    for figure in figures:
        bare = not figure.actors and figure.attribute == "loss" and figure.measure == "person"
        if bare and before and before.attribute == "loss" and _JOINED.fullmatch(words, before.end, figure.start):
            population = figure.population or before.population
            figure = replace(figure, actors=before.actors, population=population)
        yield figure
        before = figure


def _claim(scene: Scene, piece: Piece, figure: Figure, kind: RowKind, reader: str, said: Details) -> Claim | Finding:
    at = piece.start + figure.start, piece.start + figure.end
    concept = figure.concept or kind.concept
    if figure.actors and not kind.by_mark:
        said["target"] = Target(tuple(dict.fromkeys(actor.words for actor in figure.actors)))
        spans = ((piece.start + actor.start, piece.start + actor.end) for actor in figure.actors)
        said["evidence"] = [*said.get("evidence", ()), *((Role.TARGET, span) for span in spans)]
        said["inferred"] = [gap for gap in said.get("inferred", ()) if gap.field not in ("target", "side")]
    measure = figure.measure or _measure(concept)
    of_heading = measure == "person" and not (kind.headed and figure.concept not in ("", kind.concept))
    population = figure.population or (kind.population if of_heading else "")
    said["counted"] = Counted(concept, figure.fate, population, measure)
    said["concept_words"] = figure.concept_words
    return scene.stated(at, figure.attribute or kind.attribute, figure.count, reader, **said)


def _measure(concept: str) -> str:
    first = concept.split("+")[0]
    return CONCEPTS[first].measure if first in CONCEPTS else ""


def _left_over(scene: Scene, piece: Piece, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The numbers with digits that stand in no figure."""
    figured = sorted((figure.start, figure.end) for figure in figures)
    for number in read_numbers(piece.words):
        words = piece.words[number.start : number.end]
        before = bisect_left(figured, (number.end,))
        covered = any(end > number.start for _, end in figured[max(0, before - _OVERLAPPING) : before])
        if number.sort in _MAY_BE_COUNTS and not covered and any(character.isdigit() for character in words):
            at = piece.start + number.start, piece.start + number.end
            yield scene.unread(at, f"the number {words[:40]!r} of a row of figures: what it counts is not understood")
