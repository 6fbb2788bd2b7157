"""Where does the second column begin, when both were serialised one after the other?

Each function answers with the number of lines that belong to the first column and the rule that says so; 0 where
nothing tells. More than two columns are never guessed.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from thucydides.extracting.boxes.sides import Sides
from thucydides.extracting.phrases import rows_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene

Border = tuple[int, str]
UNTOLD: Border = (0, "")
_LONGEST_COLUMN = 200


def border_of_names(scene: Scene, sides: Sides, names: Sequence[Piece]) -> Border:
    """Where persons stop belonging to the first side: by the look of their names, else by equal columns."""
    count = len(names)
    if sides.numbers != (1, 2) or not 2 <= count <= _LONGEST_COLUMN:
        return UNTOLD
    first, second = ([_fits(scene, sides, side, name) for name in names] for side in (1, 2))
    share = count * len(sides.of(1)) / len(sides.members)
    scores = {border: sum(first[:border]) + sum(second[border:]) for border in range(1, count)}
    best = max(scores.values())
    borders = [border for border, score in scores.items() if score == best]
    if best > 0:
        return min(borders, key=lambda border: (abs(2 * border - count), abs(border - share))), "style-of-names"
    return (count // 2, "columns-of-equal-length") if count % 2 == 0 else UNTOLD


def border_of_figures(lines: Sequence[Piece], concepts: Sequence[Sequence[str]]) -> Border:
    """Where figures stop belonging to the first side: a run of commas ends, a thing is counted again, one line each.

    `concepts`: what the figures of each line count.
    """
    if len(lines) < 2:
        return UNTOLD
    if any(line.words.endswith(",") for line in lines):
        runs = [place + 1 for place, line in enumerate(lines[:-1]) if not line.words.endswith(",")]
        return (runs[0], "runs-of-commas") if len(runs) == 1 else UNTOLD
    seen: set[str] = set()
    for place, counted in enumerate(concepts):
        if place and seen.intersection(counted):
            rest = {concept for later in concepts[place:] for concept in later}
            repeated = sum(len(later) for later in concepts[place:]) > len(rest)
            return UNTOLD if repeated else (place, "counted-again")
        seen.update(counted)
    return (1, "one-line-each") if len(lines) == 2 else UNTOLD


def _fits(scene: Scene, sides: Sides, side: int, name: Piece) -> int:
    """Does a person's name look as the commanders of this side are called? 1 yes, -1 no, 0 cannot be told."""
    named = {actor.actor for actor in scene.gazetteer.actors_in(name.words)}
    if named:
        return 3 if any(member.actor in named for member in sides.of(side)) else -3
    languages = [
        _languages().get(scene.gazetteer.short_name(member.actor), ()) for member in sides.of(side) if member.actor
    ]
    spoken = [language for known in languages for language in known]
    if any(_looks(language, name.words) for language in spoken):
        return 1
    strict = (
        bool(languages)
        and all(languages)
        and all(rows_of("name_styles")["style"][each].get("strict") for each in spoken)
    )
    return -1 if strict else 0


@cache
def _languages() -> dict[str, Any]:
    return dict(rows_of("name_styles")["languages"])


def _looks(language: str, name: str) -> bool:
    """Has the name the shape of that language's names? Titles of one syllable before it do not matter."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]{0,40}", name.casefold()) if not word.endswith(".")][:6]
    if not words:
        return False
    parts = {"first": words[:1] if len(words) > 1 else [], "last": words[-1:], "any": words}
    style = _styles()[language]
    if "whole" in style:
        return all(style["whole"].fullmatch(word) for word in words)
    return any(style[where].fullmatch(word) for where in style for word in parts[where])


@cache
def _styles() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        language: {where: re.compile(shape) for where, shape in style.items() if where != "strict"}
        for language, style in rows_of("name_styles")["style"].items()
    }
