"""Why do the sources of one event differ: contradiction, other concept, other scope, or echo?

Each account is a column, collated against one of them as the witnesses of a text are against a copy-text. A figure that
only repeats another account's stands folded under the one it goes back to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thucydides.desk import DocumentEntry, Record
from thucydides.vocabulary import ATTRIBUTES, Comparison, Count, Event, LinkedClaim, Relation
from thucydides.web.accounts import Account, Accounts, Voice
from thucydides.web.dating import told
from thucydides.web.echoes import Echo, Lines
from thucydides.web.slots import readings_of
from thucydides.web.wording import actors, counts, label

RELATIONS: Mapping[Relation, tuple[str, str]] = {
    Relation.CONTRADICT: ("contra", "contradicts"),
    Relation.DIFFERENT_SCOPE: ("scope", "other scope"),
    Relation.DIFFERENT_CONCEPT: ("concept", "other concept"),
    Relation.SUBSET: ("part", "part of it"),
    Relation.ROUNDING: ("round", "rounded"),
    Relation.ECHO: ("echo", "echo"),
    Relation.AGREE: ("agree", "agrees"),
}
"""Each relation with its sign and its name, the gravest first."""
PAIRS: Mapping[Relation, tuple[str, str]] = {
    Relation.CONTRADICT: ("contradiction", "contradictions"),
    Relation.DIFFERENT_SCOPE: ("pair of other scope", "pairs of other scope"),
    Relation.DIFFERENT_CONCEPT: ("pair of other concepts", "pairs of other concepts"),
    Relation.SUBSET: ("part of another", "parts of others"),
    Relation.ROUNDING: ("rounding", "roundings"),
    Relation.ECHO: ("echo", "echoes"),
    Relation.AGREE: ("agreement", "agreements"),
}
"""What pairs of a relation are called, one and many."""
_GRAVITY = {relation: place for place, relation in enumerate(RELATIONS)}
_GROUPS = (
    ("The event", ()),
    ("Those who fought", ("belligerent", "party", "client_of", "commander", "formation", "joined", "left")),
    ("Losses", ("loss",)),
    ("Strengths", ("strength",)),
)
COLUMNS = 6
MOST_DIFFERENCES = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What an account says in a slot, with those who only repeat it. `folded`: whose words it repeats itself."""

    shown: str
    href: str
    quote: str
    echoes: tuple[Echo, ...] = ()
    folded: Voice | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """An account in a slot, silent where it says nothing; how it stands to the copy-text, and why."""

    account: Account
    said: tuple[Said, ...]
    sign: str = ""
    relation: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A slot: what the copy-text has, then the others."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims of one slot, what lies between them, and the sentence that says why."""

    slot: str
    sign: str
    relation: str
    why: str
    one: Voice
    other: Voice


@dataclass(frozen=True, slots=True)
class Column:
    """An account that can be a column. `chosen`: it is one."""

    account: Account
    chosen: bool
    repeats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The compare page, ready for its template."""

    event: Event
    base: Account | None
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    tally: tuple[tuple[str, str, int], ...]
    differences: tuple[Difference, ...]
    more: int
    documents: tuple[DocumentEntry, ...]

    @property
    def chosen(self) -> tuple[Column, ...]:
        """The columns that are shown, the copy-text first."""
        return tuple(column for column in self.columns if column.chosen)


def compare_view(
    record: Record, pairs: Iterable[Comparison], *, base: str = "", others: Sequence[str] = ()
) -> CompareView:
    """The accounts of an event by slots, against the one with the siglum `base`; the fullest where none is named."""
    claims = sorted(record.claims, key=lambda linked: (linked.document_name, linked.claim.span.start))
    accounts, lines = Accounts(claims), Lines(record.lineages)
    held: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        held[accounts.of(linked).siglum].append(linked)
    ordered = sorted(held, key=lambda siglum: -len(held[siglum]))
    first = base if base in held else next(iter(ordered), "")
    shown = [first, *[s for s in (others or ordered) if s in held and s != first][: COLUMNS - 1]] if first else []
    known = {linked.claim.id: linked for linked in claims}
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in pairs}
    collation = _Collation(claims, accounts, lines, by_pair)
    differences = collation.differences()
    return CompareView(
        event=record.event,
        base=accounts.of(held[first][0]) if first else None,
        columns=tuple(
            Column(accounts.of(held[s][0]), s in shown, lines.roots(held[s], known, accounts))
            for s in (*shown, *(s for s in ordered if s not in shown))
        ),
        groups=tuple((title, rows) for title, rows in collation.groups(shown) if rows),
        tally=_tally(by_pair.values()),
        differences=differences[:MOST_DIFFERENCES],
        more=max(0, len(differences) - MOST_DIFFERENCES),
        documents=record.documents,
    )


def _tally(pairs: Iterable[Comparison]) -> tuple[tuple[str, str, int], ...]:
    counted = Counter(pair.relation for pair in pairs)
    return tuple(
        (RELATIONS[relation][0], PAIRS[relation][number != 1], number)
        for relation in RELATIONS
        if (number := counted[relation])
    )


def slot_of(linked: LinkedClaim) -> str:
    """What a claim answers, in words: two claims with the same are held against each other."""
    claim = linked.claim
    if not isinstance(claim.value, Count):
        return label(claim.attribute)
    whose = actors(linked) or (f"side {claim.side} of the box" if claim.side else "of whom is not said")
    scope = ", ".join(filter(None, (told(claim.period) if claim.period else "", claim.phase)))
    return f"{whose}: {counts(claim.counted)}" + (f" ({scope})" if scope else "")


def _rest() -> set[str]:
    """The attributes that no group names."""
    return set(ATTRIBUTES) - {attribute for _, group in _GROUPS for attribute in group}


class _Collation:
    """The claims of an event by slot and account."""

    def __init__(
        self,
        claims: Sequence[LinkedClaim],
        accounts: Accounts,
        lines: Lines,
        pairs: Mapping[frozenset[str], Comparison],
    ) -> None:
        self._accounts, self._lines, self._pairs = accounts, lines, pairs
        self._known = {linked.claim.id: linked for linked in claims}
        self._slots: dict[tuple[str, str], dict[str, list[LinkedClaim]]] = defaultdict(lambda: defaultdict(list))
        for linked in claims:
            slot = linked.claim.attribute, slot_of(linked)
            self._slots[slot][accounts.of(linked).siglum].append(linked)

    def groups(self, shown: Sequence[str]) -> list[tuple[str, tuple[Row, ...]]]:
        """The slots that one of the shown accounts fills, in the order of the vocabulary."""
        order = {code: place for place, code in enumerate(ATTRIBUTES)}
        slots = sorted(self._slots, key=lambda slot: (order.get(slot[0], len(order)), slot[1]))
        filled = [slot for slot in slots if set(shown) & set(self._slots[slot])]
        return [
            (title, tuple(self._row(slot, shown) for slot in filled if slot[0] in (group or _rest())))
            for title, group in _GROUPS
        ]

    def differences(self) -> tuple[Difference, ...]:
        """Every pair that does not simply agree, the gravest first."""
        found = sorted(
            (pair for pair in self._pairs.values() if pair.relation is not Relation.AGREE),
            key=lambda pair: (_GRAVITY[pair.relation], slot_of(self._known[pair.a]), pair.a, pair.b),
        )
        return tuple(self._difference(pair) for pair in found)

    def _difference(self, pair: Comparison) -> Difference:
        one, other = self._known[pair.a], self._known[pair.b]
        sign, name = RELATIONS[pair.relation]
        slot = slot_of(one) if one.claim.attribute in ("loss", "strength") else label(one.claim.attribute)
        return Difference(slot, sign, name, pair.why, self._accounts.voice(one), self._accounts.voice(other))

    def _row(self, slot: tuple[str, str], shown: Sequence[str]) -> Row:
        held = self._slots[slot]
        base = held.get(shown[0], [])
        return Row(slot[1], tuple(self._cell(siglum, held.get(siglum, []), base) for siglum in shown))

    def _cell(self, siglum: str, claims: list[LinkedClaim], base: list[LinkedClaim]) -> Cell:
        account = self._accounts.by_siglum(siglum)
        said = tuple(self._said(shown, group) for shown, group in readings_of(claims, self._accounts))
        met = [
            self._pairs[pair]
            for one in claims
            for other in base
            if one is not other and (pair := frozenset((one.claim.id, other.claim.id))) in self._pairs
        ]
        if claims is base or not met:
            return Cell(account, said)
        gravest = min(met, key=lambda pair: _GRAVITY[pair.relation])
        return Cell(account, said, *RELATIONS[gravest.relation], gravest.why)

    def _said(self, shown: str, group: Sequence[LinkedClaim]) -> Said:
        first = group[0]
        voice = self._accounts.voice(first)
        plain = shown.partition(": ")[2] or shown if isinstance(first.claim.value, Count) else shown
        root = self._lines.root(first, self._known)
        if root is not None and isinstance(first.claim.value, Count) and self._accounts.of(root) != voice.account:
            reason = self._lines.echo(first, self._accounts).reason
            return Said(plain, voice.href, voice.words, folded=self._accounts.voice(root), reason=reason)
        echoes = tuple(
            self._lines.echo(one, self._accounts)
            for one in self._lines.repeated_by(first, self._known)
            if self._accounts.of(one) != voice.account
        )
        return Said(plain, voice.href, voice.words, echoes)
