"""What does a bare claim say about losses: how many, of whom, from which standpoint?

A `Report` is what is left of a claim once linking is done: a figure with its event, party, category, standpoint and
source. It is what lineages and estimates are made from, whether it comes from a ledger or from a list of JSON objects.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from thucydides.vocabulary.errors import ReportRefused

COMPONENTS = ("killed", "wounded", "missing", "captured", "sick")
CATEGORIES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "killed": (1, 0, 0, 0, 0),
        "wounded": (0, 1, 0, 0, 0),
        "missing": (0, 0, 1, 0, 0),
        "captured": (0, 0, 0, 1, 0),
        "sick": (0, 0, 0, 0, 1),
        "dead_or_missing": (1, 0, 1, 0, 0),
        "killed_wounded": (1, 1, 0, 0, 0),
        "killed_missing_captured": (1, 0, 1, 1, 0),
        "killed_wounded_missing": (1, 1, 1, 0, 0),
        "missing_captured": (0, 0, 1, 1, 0),
        "total": (1, 1, 1, 1, 0),
    }
)
"""Which of the exclusive components each category counts. The sick are outside the total unless it says otherwise."""

WORDS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "a few": (2, 6),
        "several": (3, 12),
        "a dozen": (10, 14),
        "dozens": (24, 100),
        "scores": (40, 150),
        "hundreds": (200, 1_000),
        "thousands": (2_000, 10_000),
        "tens of thousands": (20_000, 100_000),
    }
)
"""Words that carry a number, each with what it means four times in five. Others are kept, and carry none."""


class ReportKind(StrEnum):
    """How the figure is bounded."""

    EXACT = "exact"
    RANGE = "range"
    LOWER = "lower"
    UPPER = "upper"
    WORD = "word"


class Standpoint(StrEnum):
    """From where a report speaks about its party."""

    SELF = "self"  # the party about itself, at the time
    ADVERSARY = "adversary"
    ALLY = "ally"
    NEUTRAL = "neutral"
    ARCHIVAL = "archival"  # the party's records, published after the war
    ROLL = "roll"  # named or unit death-rolls, audited records


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One figure of one source. `value` for an exact figure, `lo` and `hi` for a range, one of them for a bound.

    `party`: one name, or several joined by ` + ` where one figure covers them together. `unit`: the visible rounding,
    None if not given. `cites`: the id of the report it repeats. `year` and `part_of` (an event that holds this one)
    where they are known. Figures are kept as they came, even impossible ones: a checker names those.
    """

    id: str
    event: str
    party: str
    category: str
    kind: ReportKind
    relation: Standpoint
    source: str
    value: float | None = None
    lo: float | None = None
    hi: float | None = None
    word: str = ""
    unit: float | None = None
    cites: str = ""
    year: int | None = None
    part_of: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that the figure covers together."""
        return tuple(name.strip() for name in self.party.split(" + "))

    @property
    def figures(self) -> tuple[float, ...]:
        """The numbers that are said: one, two for a range, none for a word."""
        return tuple(figure for figure in (self.value, self.lo, self.hi) if figure is not None)

    def __str__(self) -> str:
        said = {
            ReportKind.EXACT: f"{self.value or 0:,.0f}",
            ReportKind.RANGE: f"{self.lo or 0:,.0f} to {self.hi or 0:,.0f}",
            ReportKind.LOWER: f"at least {self.lo or 0:,.0f}",
            ReportKind.UPPER: f"at most {self.hi or 0:,.0f}",
            ReportKind.WORD: repr(self.word),
        }
        return f"{said[self.kind]} {self.category.replace('_', ' ')} ({self.source})"


_NEEDED = ("id", "event", "party", "category", "kind", "relation", "source")
_OPTIONAL = ("value", "lo", "hi", "word", "unit", "cites", "year", "part_of")
_BY_KIND = {
    ReportKind.EXACT: ("value",),
    ReportKind.RANGE: ("lo", "hi"),
    ReportKind.LOWER: ("lo",),
    ReportKind.UPPER: ("hi",),
    ReportKind.WORD: ("word",),
}
_ONE_BOUND = (ReportKind.LOWER, ReportKind.UPPER)


def read_reports(rows: object) -> tuple[Report, ...]:
    """Reports from a list of JSON objects. Raises ReportRefused, which says which claim, what was expected and seen."""
    if not isinstance(rows, list):
        raise ReportRefused(f"expected a list of claims, found {_kind(rows)}")
    reports = tuple(_report(row, place) for place, row in enumerate(rows, start=1))
    seen: set[str] = set()
    for report in reports:
        if report.id in seen:
            raise ReportRefused(f"two claims are called {report.id!r}; give each an id of its own")
        seen.add(report.id)
    return reports


def _report(row: object, place: int) -> Report:
    if not isinstance(row, Mapping):
        raise ReportRefused(f"claim {place}: expected an object with id, event, party …, found {_kind(row)}")
    where = f"claim {place} ({row.get('id', 'without an id')})"
    _require_keys(row, where)
    kind = ReportKind(_one_of(row, "kind", tuple(ReportKind), where))
    bare = _with_bound(row, kind)
    for name in _BY_KIND[kind]:
        if bare.get(name) is None:
            raise ReportRefused(
                f"{where}: a claim of kind {kind} needs {' and '.join(_BY_KIND[kind])}, {name} is missing"
            )
    return Report(
        id=_words(row, "id", where),
        event=_words(row, "event", where),
        party=_words(row, "party", where),
        category=_one_of(row, "category", tuple(CATEGORIES), where),
        kind=kind,
        relation=Standpoint(_one_of(row, "relation", tuple(Standpoint), where)),
        source=_words(row, "source", where),
        value=_number(bare, "value", where) if kind is ReportKind.EXACT else None,
        lo=_number(bare, "lo", where) if "lo" in _BY_KIND[kind] else None,
        hi=_number(bare, "hi", where) if "hi" in _BY_KIND[kind] else None,
        word=_words(bare, "word", where) if kind is ReportKind.WORD else "",
        unit=_number(row, "unit", where),
        cites=_words(row, "cites", where) if row.get("cites") not in (None, "") else "",
        year=_year(row, where),
        part_of=_words(row, "part_of", where) if row.get("part_of") not in (None, "") else "",
    )


def _with_bound(row: Mapping[str, Any], kind: ReportKind) -> Mapping[str, Any]:
    """A bound may stand under `value` as well: 300+ is `lower` with either."""
    (name, *_) = _BY_KIND[kind]
    if kind in _ONE_BOUND and row.get(name) is None:
        return {**row, name: row.get("value")}
    return row


def _require_keys(row: Mapping[str, Any], where: str) -> None:
    for name in _NEEDED:
        if row.get(name) in (None, ""):
            raise ReportRefused(f"{where}: {name} is missing")
    for name in row:
        if name not in _NEEDED + _OPTIONAL and (near := get_close_matches(str(name), _OPTIONAL, 1, 0.75)):
            raise ReportRefused(f"{where}: {name!r} is not a key of a claim; was {near[0]!r} meant?")


def _one_of(row: Mapping[str, Any], name: str, listed: Iterable[str], where: str) -> str:
    said = row[name]
    if said not in tuple(listed):
        raise ReportRefused(f"{where}: {name} is {said!r}; expected one of {', '.join(listed)}")
    return str(said)


def _words(row: Mapping[str, Any], name: str, where: str) -> str:
    said = row[name]
    if isinstance(said, bool) or not isinstance(said, str | int) or not str(said).strip():
        raise ReportRefused(f"{where}: {name} should be words, found {_kind(said)}")
    return str(said).strip()


def _number(row: Mapping[str, Any], name: str, where: str) -> float | None:
    said = row.get(name)
    if said is None:
        return None
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise ReportRefused(f"{where}: {name} should be a number, found {said!r}")
    try:
        return float(said)
    except OverflowError:
        return math.inf


def _year(row: Mapping[str, Any], where: str) -> int | None:
    said = _number(row, "year", where)
    return None if said is None or not math.isfinite(said) else int(said)


def _kind(held: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a text",
        int: "a number",
        float: "a number",
        type(None): "nothing",
    }
    return names.get(type(held), type(held).__name__)
