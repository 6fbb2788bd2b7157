"""Which claims do the rows of a table make?

Each row is about the events that its layout names, and each statement of the layout makes a claim of it, or several, or
none. What a cell says of the event as a whole is claimed once, not again with every row that repeats it. A cell that
cannot be read, and a row that has not as many cells as the header, is a finding; nothing is dropped in silence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thucydides.extracting.tables.details import Details, field_of
from thucydides.extracting.tables.forms import READERS, Puzzle, Reading
from thucydides.extracting.tables.layouts import EventForm, Layout, Statement
from thucydides.extracting.tables.parties import Named, each_of, named_in
from thucydides.extracting.tables.rows import Cell, Place, Row, Table
from thucydides.vocabulary import (
    EVERYONE,
    CannotRead,
    Claim,
    ClaimRefused,
    Count,
    EventMention,
    Evidence,
    Finding,
    Role,
    Said,
    Severity,
    Span,
    Target,
    Text,
)


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about: an event or actors, with the evidence for it."""

    mention: EventMention
    evidence: tuple[Evidence, ...]


def fitting(text: Text, layouts: Sequence[Layout], *, name: str) -> Table:
    """The text as a table of the layout that reads most of its columns. Raises CannotRead where none fits."""
    tables, problems = [], []
    for layout in layouts:
        try:
            tables.append(Table(text, layout, name=name))
        except CannotRead as problem:
            problems.append(problem)
    if not tables:
        raise problems[0]
    return max(tables, key=lambda table: len(table.layout.needed))


def claims_in(table: Table) -> Iterator[Claim | Finding]:
    """Every claim of a table in the order of its rows, and findings for what could not be read."""
    claiming = _Claiming(table)
    if not table.layout.repeats:
        yield from claiming.all()
        return
    heard = tuple(claiming.all())
    cited = claiming.cited()
    for each in heard:
        if isinstance(each, Claim) and (repeated := cited.get(each.id)):
            yield replace(each, relates_to=repeated, relation="repeats")
        else:
            yield each


@dataclass
class _Claiming:
    table: Table
    _labels: dict[str, dict[str, set[str]]] = field(init=False)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _rows: dict[str, str] = field(default_factory=dict)
    _cites: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._labels = _numbers_by_label(self.table)

    def all(self) -> Iterator[Claim | Finding]:
        for row in self.table.rows():
            if row.fits:
                yield from self.claims(row)
            else:
                yield self.ragged(row)

    def cited(self) -> dict[str, str]:
        """The claim that each claim repeats, where its row names the row of the other."""
        pairs = ((claim, self._rows.get(row, "")) for claim, row in self._cites.items())
        return {claim: repeated for claim, repeated in pairs if repeated and repeated != claim}

    def claims(self, row: Row) -> Iterator[Claim | Finding]:
        layout = self.table.layout
        events = {name: self._about(row, form) for name, form in layout.events.items()}
        parties = {name: named_in(row, form) for name, form in layout.parties.items()}
        made: dict[str, Claim] = {}
        for statement in layout.statements:
            about = events[statement.event]
            if about is None or not _holds(row, statement.when):
                continue
            for heard in self._heard(row, statement, about, parties):
                said = self._told(statement, heard, made) if isinstance(heard, Claim) else heard
                if isinstance(said, Claim):
                    self._note(row, said)
                if said is not None:
                    yield said

    def _told(self, statement: Statement, claim: Claim, made: dict[str, Claim]) -> Claim | None:
        """The claim, unless the account that it belongs to says as much already."""
        told = self._beside(claim, statement, made)
        if told and statement.id:
            made.setdefault(statement.id, told)
        return told

    def _note(self, row: Row, claim: Claim) -> None:
        names = self.table.layout.repeats
        if own := row.said(names.get("row", "")):
            self._rows.setdefault(own.value, claim.id)
        if other := row.said(names.get("cites", "")):
            self._cites[claim.id] = other.value

    def ragged(self, row: Row) -> Finding:
        why = f"{self.table.width} cells were expected as in the header, but {row.cells} stand there; mend the row"
        return self._finding("ragged-row", row.place, why)

    def _about(self, row: Row, form: EventForm) -> About | None:
        """The event of a row under its label; two events with one label are told apart by their numbers."""
        cells = [cell for column in form.columns if (cell := row.said(column))]
        label = self._label(row, form)
        if not label or (form.columns and not cells):
            return None
        number = row.filled(form.number) if form.number else ""
        if len(self._labels[form.name].get(label, ())) > 1:
            label = f"{label} ({number})"
        larger = self.table.layout.events.get(form.part_of)
        parent = self._label(row, larger) if larger else ""
        named = form.label in form.columns
        span = Span(self.table.text.id, *cells[0].place) if named else None
        evidence = tuple(self.table.evidence(Role.EVENT, cell.place) for cell in (*cells, *_row_key(row)))
        return About(EventMention(label, span, form.kind, parent), evidence)

    @staticmethod
    def _label(row: Row, form: EventForm) -> str:
        if form.called:
            return form.called
        if form.label not in form.columns:
            return row.filled(form.label)
        cell = row.said(form.label)
        return form.codes.get(cell.value, cell.value) if cell else ""

    def _heard(
        self, row: Row, statement: Statement, about: About, parties: Mapping[str, Named]
    ) -> Iterator[Claim | Finding]:
        attribute = field_of(row, statement.attribute)
        for target, readings in self._answers(row, statement, attribute, parties):
            for reading in readings:
                if isinstance(reading, Puzzle):
                    yield self._puzzle(reading)
                elif not self._is_repeated(statement, about, reading):
                    yield self._claim(row, statement, about, target, reading, attribute)

    @staticmethod
    def _answers(
        row: Row, statement: Statement, attribute: str, parties: Mapping[str, Named]
    ) -> Iterator[tuple[Named, Iterator[Reading | Puzzle]]]:
        target = parties.get(statement.target, Named())
        if statement.form == "each":
            for one in each_of(target):
                yield one, iter((Reading(Said(), one.cells[0].place),))
        elif target.names or statement.target in ("", "all"):
            yield target, READERS[statement.form](row, statement, attribute)

    def _claim(
        self, row: Row, statement: Statement, about: About, target: Named, reading: Reading, attribute: str
    ) -> Claim | Finding:
        table, said = self.table, Details(row, statement)
        place = reading.quote
        evidence = [table.evidence(Role.VALUE, spot) for spot in (place, *reading.cells)]
        evidence += [*about.evidence, *target.evidence, *said.evidence, *reading.units, *said.units]
        if statement.columns and (header := table.header_of(statement.columns[0])):
            evidence.append(header)
        try:
            return Claim(
                document=table.text.document,
                event=about.mention,
                attribute=reading.attribute or attribute,
                value=reading.value,
                span=Span(table.text.id, *place),
                quote=table.text.content[place[0] : place[1]],
                evidence=tuple(dict.fromkeys(evidence)),
                reader=table.layout.reader,
                target=EVERYONE
                if statement.target == "all" or target.everyone
                else Target(target.names, codes=target.codes),
                side=said.side or target.side,
                counted=said.counted(reading),
                concept_words=statement.columns[0] if isinstance(reading.value, Count) and statement.columns else "",
                period=said.period,
                phase=said.of("phase"),
                attribution=said.attribution,
                inferred=(*reading.inferred, *target.inferred),
            )
        except (ClaimRefused, ValueError) as refusal:
            return self._finding("not-understood", place, str(refusal))

    def _is_repeated(self, statement: Statement, about: About, reading: Reading) -> bool:
        """Did another row say the same of the event as a whole? A count, and what has its own time, always counts."""
        own = statement.target or statement.period or "claimant" in statement.fields
        if own or isinstance(reading.value, Count):
            return False
        words = self.table.text.content[reading.quote[0] : reading.quote[1]]
        key = (id(statement), about.mention.label, reading.attribute, words)
        if key in self._seen:
            return True
        self._seen.add(key)
        return False

    def _beside(self, claim: Claim, statement: Statement, made: Mapping[str, Claim]) -> Claim | None:
        """A range beside a best figure is the same account, not a second one; where it adds nothing there is none."""
        best = made.get(statement.beside) if statement.beside else None
        if best is None:
            return claim
        if isinstance(claim.value, Count) and claim.value.low == claim.value.high:
            return None
        return replace(claim, relates_to=best.id, relation="repeats")

    def _puzzle(self, puzzle: Puzzle) -> Finding:
        seen = f"{puzzle.column}: {puzzle.why}, but {puzzle.cell.value[:80]!r} stands there"
        return self._finding("not-understood", puzzle.cell.place, seen)

    def _finding(self, rule: str, place: Place, why: str) -> Finding:
        where = f"{self.table.name}, line {self.table.line_of(place[0]):,}"
        return Finding(
            rule, Severity.UNREAD, f"{where}: {why}", document=self.table.text.document, start=place[0], end=place[1]
        )


def _holds(row: Row, when: Mapping[str, tuple[str, ...]]) -> bool:
    """Does each column hold one of the values asked for? `*` is any value at all; an empty word is none."""
    for column, values in when.items():
        said = row.said(column)
        words = {said.value, said.plain, "*"} if said else {""}
        if not words & set(values):
            return False
    return True


def _row_key(row: Row) -> Iterator[Cell]:
    return (cell for column in row.table.layout.row if (cell := row.said(column)))


def _numbers_by_label(table: Table) -> dict[str, dict[str, set[str]]]:
    """Which numbers go by each label of each event. Where it is more than one, the label alone does not tell."""
    numbers: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in table.layout.events}
    told = [form for form in table.layout.events.values() if form.number and form.label in form.columns]
    if told:
        for row in Table(table.text, table.layout, name=table.name).rows():
            for form in told if row.fits else ():
                if cell := row.said(form.label):
                    numbers[form.name][form.codes.get(cell.value, cell.value)].add(row.filled(form.number))
    return numbers
