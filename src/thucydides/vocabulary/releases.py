"""What stands in a published dataset: which rows, which cells, and what lies behind each?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thucydides.vocabulary.decisions import Decision
from thucydides.vocabulary.estimates import Estimate
from thucydides.vocabulary.links import Actor, Event, LinkedClaim
from thucydides.vocabulary.sources import Source


class Absence(StrEnum):
    """Why a cell has no number. A zero is none of these: it is said, and is a value."""

    SILENT = "silent"  # no account says anything
    UNKNOWN = "unknown"  # an account says that it is not known
    VAGUE = "vague"  # said in words that carry no number
    NOT_APPLICABLE = "not applicable"  # the question does not arise for this row
    OUTSIDE = "outside"  # the time lies outside what the accounts cover
    INSUFFICIENT = "insufficient"  # accounts there are, but too few or too far apart for a figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of one row. `low` and `high`: the bounds of 80 %, or the range that is said, for numbers and dates.

    `claims`: the ids of the claims behind it; `witnesses`: how many witnesses these are; `rule`: the sentence by which
    the value was made of them. Where `absence` is given, `value` is None.
    """

    value: int | float | str | None = None
    low: int | float | str | None = None
    high: int | float | str | None = None
    absence: Absence | None = None
    claims: tuple[str, ...] = ()
    witnesses: int = 0
    rule: str = ""
    status: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) != (self.absence is not None):
            raise ValueError(f"a cell has either a value or a reason for having none, not {self.value!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A column. `pick`: how a cell is made; `of`: what it is made of (attribute, concept, scheme …), for the picker.

    `name` has at most 32 characters, as statistical packages ask. `codes`: the values it can take, with their meanings.
    """

    name: str
    label: str
    definition: str
    pick: str
    of: Mapping[str, str] = field(default_factory=dict)
    kind: str = "text"
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of analysis: what one row stands for, and its columns. `rows`: how events are divided into rows."""

    name: str
    label: str
    definition: str
    rows: str
    variables: tuple[Variable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that a rule set asks of an event. `test`: how it is judged; `of`: by which figures."""

    test: str
    of: Mapping[str, str | int | float | bool]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Which events belong into a dataset, by whose definition."""

    name: str
    label: str
    definition: str
    source: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Belonging:
    """How surely an event belongs by a rule set: the product over its conditions, each with its own sentence."""

    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything about one event from which rows are made.

    `parties`: its belligerents with the side each stands on (0 where not known). `estimates`: by actor id and category.
    `draws`: by actor id and category, equally likely values; one place in all of them is one possible truth.
    `witnesses`: of each claim whose word it is. `covered`: of each kind of account the first and the last year
    that it speaks of.
    """

    event: Event
    claims: tuple[LinkedClaim, ...]
    parties: Mapping[str, int]
    actors: Mapping[str, Actor]
    estimates: Mapping[tuple[str, str], Estimate]
    draws: Mapping[tuple[str, str], Sequence[float]]
    witnesses: Mapping[str, str]
    covered: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a dataset: an event, or an event with an actor, two actors, a year. `cells` by name of variable."""

    event: str
    actors: tuple[str, ...] = ()
    year: int | None = None
    belonging: Belonging
    cells: Mapping[str, Cell]

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other row of its unit."""
        return (self.event, *self.actors, *([str(self.year)] if self.year is not None else []))


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A dataset as it is published: its rows with all that they rest on.

    `claims`: those that the cells name, by id. `decisions`: those that stand about the events' claims. `sources`: the
    works they come from. `withheld`: a sentence for each document whose claims may not be passed on. `digest`: the hash
    of the ledger it was made from. `covered`: of each kind of account the first and the last year it speaks of. `date`:
    empty if the person who publishes it gives none, so that the same ledger gives the same bytes on any day.
    """

    title: str
    version: str
    unit: Unit
    rules: RuleSet
    rows: tuple[Row, ...]
    events: Mapping[str, Event]
    claims: Mapping[str, LinkedClaim]
    sources: tuple[Source, ...]
    withheld: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()
    digest: str
    program: str
    covered: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    anchor: str = ""
    date: str = ""
    author: str = ""
