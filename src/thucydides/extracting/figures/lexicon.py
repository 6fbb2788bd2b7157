"""Which phrases say what is counted, and what does each say?"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from thucydides.vocabulary import CONCEPTS


class Kind(StrEnum):
    """What a phrase does in a sentence about figures: the tables of phrases.toml, and the marks between them."""

    LOSS = "loss"
    THING = "thing"
    RANK = "rank"
    POPULATION = "population"
    INCIDENT = "incident"
    FORCE = "force"
    TOTAL = "total"
    PART = "part"
    RATE = "rate"
    LINK = "link"
    AUX = "aux"
    ADVERB = "adverb"
    MORE = "more"
    JOIN = "join"
    DETERMINER = "determiner"
    ARTICLE = "article"
    STOP = "stop"
    ASSERTION = "assertion"
    NUMBER = "number"
    OTHER_NUMBER = "other number"
    ACTOR = "actor"
    WORD = "word"
    COMMA = "comma"
    COLON = "colon"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of phrases.toml.

    `people`: the concept of a loss of people; `things`: the fate of things; `concept`: what a noun counts;
    `many`: what it counts where there are very many.
    """

    kind: Kind
    words: tuple[str, ...]
    people: str = ""
    things: str = ""
    concept: str = ""
    many: str = ""
    code: str = ""
    bearing: str = ""
    measure: str = ""


def _rows(tables: Mapping[str, list[dict[str, Any]]]) -> tuple[Row, ...]:
    return tuple(
        Row(Kind(kind), measure=fields.pop("measure", _measure(fields)), words=tuple(fields.pop("words")), **fields)
        for kind, rows in tables.items()
        for fields in rows
    )


def _measure(fields: Mapping[str, Any]) -> str:
    return CONCEPTS[fields["concept"]].measure if "concept" in fields else ""


def _table(name: str) -> tuple[Row, ...]:
    return _rows(tomllib.loads(files("thucydides.extracting.figures").joinpath(name).read_text(encoding="utf-8")))


# The words of other languages stand behind the English ones, which win where both know a word.
ROWS = _table("phrases.toml") + _table("other_languages.toml")

Meanings = Mapping[Kind, Row]


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Meanings]]]:
    meanings: dict[tuple[str, ...], dict[Kind, Row]] = {}
    for row in ROWS:
        for phrase in row.words:
            meanings.setdefault(tuple(re.sub(r"([-.,/=&])", r" \1 ", phrase).split()), {}).setdefault(row.kind, row)
    table: dict[str, list[tuple[tuple[str, ...], Meanings]]] = {}
    for words, rows in sorted(meanings.items(), key=lambda entry: -len(entry[0])):
        table.setdefault(words[0], []).append((words, rows))
    return table


PHRASES = _by_first_word()
