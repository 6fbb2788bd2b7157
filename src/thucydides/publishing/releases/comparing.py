"""Which numbers changed between two releases, by how much, and because of what?

Both are read from their zip files alone, so that a referee needs neither ledger nor program version to see it.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from thucydides.vocabulary import CannotRead

Line = Mapping[str, str]
NEEDED = ("cells.csv", "claims.csv", "decisions.csv")


@dataclass(frozen=True, slots=True)
class Published:
    """What a release says, by row and variable: its cells, the claims behind them, and the decisions on these."""

    path: Path
    cells: Mapping[tuple[str, str], Line]
    claims: Mapping[str, Line]
    decisions: Mapping[str, Line]

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows, in order."""
        return tuple(dict.fromkeys(row for row, _ in self.cells))


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that is not the same. `by`: the difference where both are numbers; `because`: sentences."""

    row: str
    variable: str
    before: str
    after: str
    by: float | None
    because: tuple[str, ...]


def published(path: Path) -> Published:
    """A release from its zip file. Raises CannotRead."""
    try:
        with zipfile.ZipFile(path) as archive:
            cells, claims, decisions = (_lines(archive.read(name)) for name in NEEDED)
    except (OSError, zipfile.BadZipFile, KeyError, UnicodeDecodeError, csv.Error) as problem:
        raise CannotRead(f"{path} is no release: {problem}; name a zip file that `release make` wrote") from problem
    return Published(
        path=path,
        cells={(line["row"], line["variable"]): line for line in cells},
        claims={line["claim_id"]: line for line in claims},
        decisions={line["claim"]: line for line in decisions},
    )


def changes(before: Published, after: Published) -> Iterator[Change]:
    """Every cell whose value, bounds or absence is not the same, in the order of the rows; new and gone rows first."""
    for row in (*before.rows, *(row for row in after.rows if row not in before.rows)):
        if row not in after.rows:
            yield Change(row, "", "in it", "not in it", None, _gone(row, before, after))
        elif row not in before.rows:
            yield Change(row, "", "not in it", "in it", None, _gone(row, after, before))
        else:
            yield from _within(row, before, after)


def _within(row: str, before: Published, after: Published) -> Iterator[Change]:
    for (held, variable), old in before.cells.items():
        new = after.cells.get((held, variable))
        if held == row and new is not None and _said(old) != _said(new):
            yield Change(
                row, variable, _shown(old), _shown(new), _by(old, new), tuple(_because(old, new, before, after))
            )


def _because(old: Line, new: Line, before: Published, after: Published) -> Iterator[str]:
    had, has = old["claims"].split(), new["claims"].split()
    for claim in (claim for claim in has if claim not in had):
        yield f"a new claim: {_named(after.claims[claim])}"
    for claim in (claim for claim in had if claim not in has):
        decision = after.decisions.get(claim)
        gone = f"{decision['who']} decided {decision['answer']}: {decision['why']}" if decision else "no longer there"
        yield f"a claim that counts no more: {_named(before.claims[claim])} ({gone})"
    for claim in (claim for claim in has if claim in had):
        yield from _otherwise(before.claims[claim], after.claims[claim])
    if old["rule"] != new["rule"]:
        yield f"another rule: {new['rule']}"
    elif had == has and before.claims == after.claims:
        yield "the same claims: what is usual in other events changed, and with it the estimate"


def _otherwise(old: Line, new: Line) -> Iterator[str]:
    """A claim that is still there and is taken otherwise."""
    for column, what in (
        ("event_id", "is linked to another event"),
        ("target_id", "is about another actor"),
        ("source_id", "comes from another work"),
        ("value", "is read otherwise"),
        ("status", "was decided on"),
    ):
        if old.get(column) != new.get(column):
            was, is_now = old.get(column) or "nothing", new.get(column) or "nothing"
            yield f"a claim {what}: {_named(new)}, {was} before, {is_now} now"


def _gone(row: str, had: Published, other: Published) -> tuple[str, ...]:
    event = row.partition("|")[0]
    elsewhere = any(held.partition("|")[0] == event for held in other.rows)
    if elsewhere:
        return ("the event is in both, with other parties or years",)
    claims = {claim for (held, _), line in had.cells.items() if held == row for claim in line["claims"].split()}
    if claims & set(other.claims):
        return ("its claims are in both: they are linked to another event",)
    return ("only one has its claims, or the rules differ",)


def _said(cell: Line) -> tuple[str, ...]:
    return tuple(cell[part] for part in ("value", "low", "high", "absence"))


def _shown(cell: Line) -> str:
    bounds = f" ({cell['low']} to {cell['high']})" if cell["low"] or cell["high"] else ""
    return f"{cell['value'] or cell['absence']}{bounds}"


def _by(old: Line, new: Line) -> float | None:
    try:
        return float(new["value"]) - float(old["value"])
    except ValueError:
        return None


def _named(claim: Line) -> str:
    who = claim["claimant"] or claim["document"]
    return f"{claim['quote']!r} ({who}; {claim['document']} {claim['start']}-{claim['end']})"


def _lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
