"""How does a data set lay out what it claims: which column is what, and what do its codes mean?

A layout is a TOML table, shipped in `kinds/` or written by a user. `docs/importing.md` explains every key.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from thucydides.vocabulary import CannotRead, EventKind, Unreported

FORMS = (
    "said", "each", "count", "at_least", "at_most", "about", "range", "date", "within", "name", "words", "party",
    "code", "number", "coordinates", "days", "contract",
)  # fmt: skip
_SAID_OF_A_CLAIM = frozenset(
    ("attribute", "event", "target", "side", "when", "concept", "fate", "population", "measure", "phase", "claimant",
     "basis", "cites", "period", "plus", "minus", "codes", "scheme", "after", "split", "id", "beside", "year_only")
)  # fmt: skip
_KEYS = {
    "": frozenset(("kind", "table", "title", "licence", "cite", "missing", "codes", "events", "parties", "claim",
                   "also", "optional", "row", "repeats")),
    "events": frozenset(("label", "called", "number", "kind", "part_of", "codes")),
    "parties": frozenset(("names", "split", "scheme", "code", "side", "codes", "everyone")),
    "missing": frozenset(("silent", "unknown", "not_applicable", "ongoing")),
    "repeats": frozenset(("row", "cites")),
}  # fmt: skip
_BRACED = re.compile(r"\{([^{}]+)\}")
_MISSING = {
    "silent": Unreported.SILENT,
    "unknown": Unreported.UNKNOWN,
    "not_applicable": Unreported.NOT_APPLICABLE,
    "ongoing": Unreported.ONGOING,
}


@dataclass(frozen=True, slots=True)
class Read:
    """What a field of a claim takes from the row: a constant, or a column, perhaps by a code table."""

    constant: str = ""
    column: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventForm:
    """An event that each row speaks of. `label`: a column, or words with columns in braces; `part_of`: a larger one.

    `called`: the name of the one event that all rows speak of, where no column names it.
    """

    name: str
    label: str
    called: str = ""
    number: str = ""
    kind: EventKind = EventKind.UNKNOWN
    part_of: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the label names."""
        return tuple(_BRACED.findall(self.label)) or ((self.label,) if self.label else ())


@dataclass(frozen=True, slots=True)
class PartyForm:
    """Actors that a row names: the columns of their names, and beside each the column of its number in a list.

    `everyone`: the word that stands for every belligerent together.
    """

    name: str
    names: tuple[str, ...]
    split: str = ""
    scheme: str = ""
    code: tuple[str, ...] = ()
    side: Read = Read()
    codes: Mapping[str, str] = field(default_factory=dict)
    everyone: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One kind of claim that a row makes. `form`: how its value is read; `columns`: from which cells."""

    attribute: Read
    form: str
    columns: tuple[str, ...]
    event: str
    target: str = ""
    side: Read = Read()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, Read] = field(default_factory=dict)
    period: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    scheme: str = ""
    after: str = ""
    split: str = ""
    id: str = ""
    beside: str = ""
    year_only: str = ""

    @property
    def mentioned(self) -> Iterator[str]:
        """Every column that it reads."""
        yield from (*self.columns, *self.when, *self.period, *self.margins)
        for read in (self.attribute, self.side, *self.fields.values()):
            yield from filter(None, (read.column, *_BRACED.findall(read.constant)))


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one table make claims. `table`: its name among the tables of its kind."""

    kind: str
    table: str
    title: str
    licence: str
    cite: str
    missing: Mapping[str, Unreported]
    events: Mapping[str, EventForm]
    parties: Mapping[str, PartyForm]
    statements: tuple[Statement, ...]
    also: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]
    row: tuple[str, ...] = ()
    repeats: Mapping[str, str] = field(default_factory=dict)

    @property
    def reader(self) -> str:
        """The reader's name and version, as claims carry it."""
        return f"{self.kind}/1"

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the layout reads, in the order in which it names them."""
        named = [column for event in self.events.values() for column in event.columns]
        named += [column for event in self.events.values() for column in _BRACED.findall(event.number)]
        named += [
            column for party in self.parties.values() for column in (*party.names, *party.code, party.side.column)
        ]
        named += [column for statement in self.statements for column in statement.mentioned]
        return tuple(dict.fromkeys(filter(None, (*self.row, *named, *self.repeats.values()))))

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which a table is not of this kind."""
        return tuple(column for column in self.columns if column not in self.optional)


def shipped_layouts() -> tuple[Layout, ...]:
    """Every layout that comes with the program, by kind and table."""
    return _shipped()


def layouts_of(kind: str) -> tuple[Layout, ...]:
    """The layouts of a kind. Raises CannotRead, with the kinds there are."""
    found = tuple(layout for layout in _shipped() if layout.kind == kind)
    if not found:
        known = ", ".join(dict.fromkeys(layout.kind for layout in _shipped()))
        raise CannotRead(
            f"there is no kind {kind!r}; the kinds are {known}. Any other table needs --mapping FILE.toml."
        )
    return found


def layout_at(path: Path) -> Layout:
    """The layout that a user wrote. Raises CannotRead: where, what was expected, what was seen."""
    try:
        written = path.read_text(encoding="utf-8")
        return _layout(tomllib.loads(written), str(path), default_kind=path.stem)
    except OSError as problem:
        raise CannotRead(f"{path} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise CannotRead(f"{path}: a mapping is written in UTF-8, but byte {problem.start:,} is not.") from problem
    except tomllib.TOMLDecodeError as problem:
        raise CannotRead(f"{path}: a mapping is TOML, but {problem}.") from problem


@cache
def _shipped() -> tuple[Layout, ...]:
    folder = files(__package__).joinpath("kinds")
    tables = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(_layout(tomllib.loads(entry.read_text(encoding="utf-8")), entry.name) for entry in tables)


def _layout(rows: Mapping[str, Any], where: str, *, default_kind: str = "") -> Layout:
    _require_known(rows, _KEYS[""], where)
    for part in ("missing", "repeats"):
        _require_known(rows.get(part, {}), _KEYS[part], f"{where}, [{part}]")
    if not rows.get("events") or not rows.get("claim"):
        raise CannotRead(f"{where}: a mapping needs at least one [events.NAME] and one [[claim]].")
    codes = rows.get("codes", {})
    events = {name: _event(name, row, codes, where) for name, row in rows["events"].items()}
    parties = {name: _party(name, row, codes, where) for name, row in rows.get("parties", {}).items()}
    statements = tuple(
        _statement(row, codes, events, parties, f"{where}, [[claim]] {place}")
        for place, row in enumerate(rows["claim"], start=1)
    )
    return Layout(
        kind=str(rows.get("kind", default_kind)),
        table=str(rows.get("table", "")),
        title=str(rows.get("title", rows.get("kind", default_kind))),
        licence=str(rows.get("licence", "")),
        cite=str(rows.get("cite", "")),
        missing=_missing(rows.get("missing", {})),
        events=events,
        parties=parties,
        statements=statements,
        also={column: _strings(names) for column, names in rows.get("also", {}).items()},
        optional=frozenset(rows.get("optional", ())),
        row=_strings(rows.get("row", ())),
        repeats=dict(rows.get("repeats", {})),
    )


def _event(name: str, row: Mapping[str, Any], codes: Mapping[str, Any], where: str) -> EventForm:
    here = f"{where}, [events.{name}]"
    _require_known(row, _KEYS["events"], here)
    if ("label" in row) == ("called" in row):
        raise CannotRead(f"{here}: either a label (a column, or words with columns in braces) or called was expected.")
    kind = str(row.get("kind", EventKind.UNKNOWN.value))
    if kind not in set(EventKind):
        raise CannotRead(f"{here}: {kind!r} is no kind of event; the kinds are {', '.join(EventKind)}.")
    return EventForm(
        name=name,
        label=str(row.get("label", "")),
        called=str(row.get("called", "")),
        number=str(row.get("number", "")),
        kind=EventKind(kind),
        part_of=str(row.get("part_of", "")),
        codes=_codes(row.get("codes", {}), codes, here),
    )


def _party(name: str, row: Mapping[str, Any], codes: Mapping[str, Any], where: str) -> PartyForm:
    here = f"{where}, [parties.{name}]"
    _require_known(row, _KEYS["parties"], here)
    return PartyForm(
        name=name,
        names=_strings(row.get("names", ())),
        split=str(row.get("split", "")),
        scheme=str(row.get("scheme", "")),
        code=_strings(row.get("code", ())),
        side=_read(row.get("side", ""), codes, here),
        codes=_codes(row.get("codes", {}), codes, here),
        everyone=str(row.get("everyone", "")),
    )


def _statement(
    row: Mapping[str, Any],
    codes: Mapping[str, Any],
    events: Mapping[str, EventForm],
    parties: Mapping[str, PartyForm],
    where: str,
) -> Statement:
    _require_known(row, _SAID_OF_A_CLAIM | set(FORMS), where)
    forms = [form for form in FORMS if form in row]
    if len(forms) != 1:
        seen = f"{len(forms)} are there ({', '.join(forms)})" if forms else "there is none"
        raise CannotRead(f"{where}: one of {', '.join(FORMS)} was expected, but {seen}.")
    form = forms[0]
    event, target = str(row.get("event", next(iter(events)))), str(row.get("target", ""))
    for named, known, what in ((event, events, "events"), (target, parties, "parties")):
        if named and named not in known and named != "all":
            raise CannotRead(f"{where}: there is no [{what}.{named}]; there are {', '.join(known) or 'none'}.")
    if form == "each" and str(row["each"]) not in parties:
        raise CannotRead(f"{where}: there is no [parties.{row['each']}]; there are {', '.join(parties) or 'none'}.")
    fields = ("concept", "fate", "population", "measure", "phase", "claimant", "basis", "cites")
    return Statement(
        attribute=_read(row.get("attribute", ""), codes, where),
        form=form,
        columns=parties[str(row["each"])].names if form == "each" else _columns(row[form]),
        event=event,
        target=str(row["each"]) if form == "each" else target,
        side=_read(row.get("side", ""), codes, where),
        when={column: _strings(values) for column, values in row.get("when", {}).items()},
        fields={name: _field(name, row[name], codes, where) for name in fields if name in row},
        period=_columns(row.get("period", ())),
        margins=tuple(str(row[name]) for name in ("plus", "minus") if name in row),
        codes=_codes(row.get("codes", {}), codes, where),
        scheme=str(row.get("scheme", "")),
        after=str(row.get("after", "")),
        split=str(row.get("split", "")),
        id=str(row.get("id", "")),
        beside=str(row.get("beside", "")),
        year_only=str(row.get("year_only", "")),
    )


def _field(name: str, written: Any, codes: Mapping[str, Any], where: str) -> Read:
    """Claimants and citations are always cells; a bare word elsewhere is a constant."""
    if name in ("claimant", "cites") and isinstance(written, str):
        return Read(column=written)
    return _read(written, codes, where)


def _read(written: Any, codes: Mapping[str, Any], where: str) -> Read:
    if isinstance(written, Mapping):
        return Read("", str(written.get("column", "")), _codes(written.get("codes", {}), codes, where))
    return Read(str(written))


def _codes(written: Any, codes: Mapping[str, Any], where: str) -> Mapping[str, str]:
    """A code table that stands here, or is named here and stands under [codes]."""
    if isinstance(written, str):
        if written not in codes:
            raise CannotRead(f"{where}: there is no [codes.{written}]; there are {', '.join(codes) or 'none'}.")
        written = codes[written]
    return {str(code): str(means) for code, means in written.items()}


def _columns(written: Any) -> tuple[str, ...]:
    """One column, a list of columns, or a date's parts by name: year, month, day, once or twice."""
    if isinstance(written, Mapping):
        return _strings(written.values())
    return _strings(written)


def _strings(written: Any) -> tuple[str, ...]:
    if isinstance(written, str):
        return (written,)
    return tuple(map(str, written)) if isinstance(written, Iterable) else (str(written),)


def _missing(rows: Mapping[str, Any]) -> Mapping[str, Unreported]:
    said = {words: _MISSING[what] for what, values in rows.items() for words in _strings(values)}
    return {"": Unreported.SILENT} | said


def _require_known(row: Mapping[str, Any], known: frozenset[str] | set[str], where: str) -> None:
    for key in row:
        if key not in known:
            raise CannotRead(f"{where}: {key!r} is no key of a mapping here; the keys are {', '.join(sorted(known))}.")
