"""Which templates are known, and what does each of them show?

The table is templates.toml. A template that is not in it is shown by its name alone and reported.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from thucydides.reading.pages.writing import Piece
from thucydides.reading.wikitext.marks import Mark, Source
from thucydides.reading.wikitext.parts import Part, Turn, Turning

_PATTERN = re.compile(r"\{(?P<names>[^{}]+)\}|(?P<group>[\[\]])|(?P<words>[^{}\[\]]+)")
_NAMED = re.compile(r"[^<>{}\[\]\n]{0,60}\Z")
# What is written with a colon behind its name, as `{{formatnum:12}}`.
WITH_COLON = frozenset({"formatnum", "plural", "uc", "lc", "ucfirst", "lcfirst", "padleft", "padright", "urlencode"})
# What a pattern calls by no name: all parameters, the template's own name, its words.
_SIGNS = frozenset({"*", "0", "="})
_BLANKS = " \t\r\n"


class Shown(StrEnum):
    """What the words of a template are."""

    WORDS = "words"
    NOTE = "note"
    REFERENCE = "reference"
    PICTURE = "picture"
    DEFINITIONS = "definitions"
    DATE = "date"
    DATES = "dates"
    MEASURE = "measure"
    COORDINATES = "coordinates"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a pattern: its signs with the lines they begin, or parameters of which the first given is read."""

    parts: tuple[Part, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that are read together. `optional`: left out unless a parameter in them is given."""

    steps: tuple[Step, ...]
    optional: bool
    names: frozenset[str] = frozenset()

    def is_silent(self, used: "Given") -> bool:
        """Is nothing given of which it speaks?"""
        return self.optional and self.names.isdisjoint(used.parameters) and self.names.isdisjoint(_SIGNS)


@dataclass(frozen=True, slots=True)
class Template:
    """A known template: what its words are, and what it shows."""

    shown: Shown
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A template as it is used: its name, and where each parameter stands, by name or number.

    `leaf`: no further mark stands in it.
    """

    name: str
    start: int
    end: int
    parameters: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    leaf: bool = False

    @property
    def numbered(self) -> Sequence[tuple[int, int]]:
        """The parameters without a name, in order."""
        return [region for name, region in self.parameters.items() if name.isdigit()]

    def words(self, source: Source, *names: str) -> str:
        """The source of the first of these parameters that is given."""
        for name in names:
            if name in self.parameters:
                start, end = self.parameters[name]
                return source.words[start:end]
        return ""


def known(name: str) -> Template | None:
    """The template of this name; None if the table does not have it."""
    names, begins = _table()
    if name in names:
        return names[name]
    return next((template for beginning, template in begins if name.startswith(beginning)), None)


def given(source: Source, mark: Mark) -> Given:
    """A template's name and parameters. `{{formatnum:12}}`: what stands behind the colon is the first parameter."""
    (start, end), *parts = source.parts(mark)
    name, begin = _name(source, start, end)
    if begin:
        parts.insert(0, (begin, end))
    words, parameters, number = source.words, dict[str, tuple[int, int]](), 1
    for (first, last), equal in zip(parts, _equals(source, mark, parts), strict=True):
        key = plain(words[first:equal]).strip(_BLANKS) if equal >= 0 and first != begin else None
        if key is not None and _NAMED.match(key):
            first, key = equal + 1, key.casefold()
        else:
            key, number = str(number), number + 1
        written = words[first:last].lstrip(_BLANKS)
        if shown := written.rstrip(_BLANKS):
            first = last - len(written)
            parameters[key] = first, first + len(shown)
        else:
            parameters.pop(key, None)
    return Given(name, mark.start, mark.end, parameters, mark.leaf)


def _equals(source: Source, mark: Mark, parts: Sequence[tuple[int, int]]) -> list[int]:
    """The first equals sign of each part, -1 where it has none."""
    if mark.leaf:
        return [source.words.find("=", first, last) for first, last in parts]
    signs = mark.equals
    places = [bisect_left(signs, first) for first, _ in parts]
    return [
        signs[place] if place < len(signs) and signs[place] < last else -1
        for place, (_, last) in zip(places, parts, strict=True)
    ]


def plain(words: str) -> str:
    """Source words without comments, for a name."""
    return re.sub(r"<!--.{0,400}?-->", "", words, flags=re.DOTALL).strip(_BLANKS) if "<!--" in words else words


def _name(source: Source, start: int, end: int) -> tuple[str, int]:
    """The name in small letters, and where the first parameter begins behind a colon, 0 if none does."""
    written = plain(source.words[start : min(end, start + 400)])
    head, colon, _ = written.partition(":")
    function = _folded(head)
    if colon and function in ("#invoke", "template", "шаблон", "vorlage", "#tag", "safesubst", "subst"):
        return _folded(written if function.startswith("#tag") else written.partition(":")[2]), 0
    if colon and (function in WITH_COLON or function.startswith("#")):
        return function, source.words.index(":", start) + 1
    return _folded(written), 0


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


@cache
def _table() -> tuple[Mapping[str, Template], Sequence[tuple[str, Template]]]:
    rows = tomllib.loads(files(__package__).joinpath("templates.toml").read_text(encoding="utf-8"))["template"]
    made = [(row, _template(row)) for row in rows]
    names = {name.casefold(): template for row, template in reversed(made) for name in row["names"]}
    return names, [(beginning, template) for row, template in made for beginning in row.get("begins", ())]


def _template(row: Mapping[str, Any]) -> Template:
    groups: list[Group] = []
    steps: list[Step] = []
    for found in _PATTERN.finditer(row["shows"]):
        if found["group"]:
            spoken_of = frozenset(name for step in steps for name in step.names)
            groups.append(Group(tuple(steps), found["group"] == "]", spoken_of))
            steps = []
        else:
            names = tuple(found["names"].split("|")) if found["names"] else ()
            steps.append(Step(_signs(found["words"] or ""), names))
    groups.append(Group(tuple(steps), optional=False))
    return Template(Shown(row.get("as", "words")), tuple(group for group in groups if group.steps))


def _signs(words: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for place, line in enumerate(words.split("\n")):
        parts += [Turning(Turn.NEW_LINE)] if place else []
        parts += [Piece(line, -1)] if line else []
    return tuple(parts)
