"""What does a link show?"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from thucydides.reading.wikitext.marks import Mark, Source
from thucydides.reading.wikitext.parts import Part, Pictured, PlaceBegins, Region, Turn, Turning, leaf_words
from thucydides.vocabulary import PassageKind

_OPTION = re.compile(
    r"(?:\d*x?\d+\s*px|thumb|thumbnail|mini|miniatur|frame|framed|frameless|border|left|right|center|centre|none|middle|top"
    r"|bottom|baseline|sub|super|text-top|text-bottom|upright(?:\s?=?.*)|(?:link|alt|lang|page|class|style|thumb)\s?=.*"
    r"|слева|справа|мини|左|右|中央|왼쪽|오른쪽|섬네일|links|rechts|gauche|droite|vignette|zentriert|hochkant.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?:\S")
_ASIDE = re.compile(r"\s?\([^()]{0,200}\)\Z")


def link(source: Source, mark: Mark, region: Region) -> Sequence[Part]:
    """`[[target|label]]` shows its label; a picture shows what it is called, and its caption below the line."""
    parts = source.parts(mark)
    begin, end = parts[0]
    target = source.words[begin : min(end, begin + 400)].strip()
    space = target.partition(":")[0].strip().casefold() if ":" in target else ""
    if space in spaces()["pictures"]:
        return _picture(source, target, parts[1:])
    if space in spaces()["categories"] or (len(parts) == 1 and _LANGUAGE.match(target)):
        return []
    if len(parts) > 1 and parts[1][0] < parts[1][1]:
        begin, end = parts[1]
    elif len(parts) > 1:
        end -= _aside(source, begin, end)
    else:
        begin += source.words[begin : begin + 1] == ":"
    return [leaf_words(source.words, begin, end) if mark.leaf else Region(begin, end)]


def _aside(source: Source, begin: int, end: int) -> int:
    """`[[Orlo (river)|]]` shows what stands before the brackets."""
    found = _ASIDE.search(source.words[max(begin, end - 210) : end])
    return len(found[0]) if found else 0


def _picture(source: Source, target: str, parts: Sequence[tuple[int, int]]) -> Sequence[Part]:
    name = target.partition(":")[2].rpartition(".")[0].replace("_", " ").strip()
    captions = [part for part in parts if not _OPTION.match(source.words[part[0] : part[1]].strip())]
    if not captions:
        return [Pictured(name)]
    return [Pictured(name), PlaceBegins(PassageKind.CAPTION), Region(*captions[-1]), Turning(Turn.PLACE_END)]


def address(source: Source, mark: Mark, region: Region) -> Sequence[Part]:
    """`[https://... label]` shows its label."""
    begin, end = mark.inside
    return [Region(begin, end)] if source.words[begin:end].strip() else []


@cache
def spaces() -> Mapping[str, frozenset[str]]:
    """What the name before the colon of a link says: that it is a picture, or a category of the page."""
    rows = tomllib.loads(files(__package__).joinpath("parameters.toml").read_text(encoding="utf-8"))["spaces"]
    return {kind: frozenset(names) for kind, names in rows.items()}
