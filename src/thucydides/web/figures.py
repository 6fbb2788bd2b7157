"""Which figures are claimed, of whom, by whom, and where do they stand on one axis?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thucydides.desk import Record
from thucydides.vocabulary import CONCEPTS, Attestation, Basis, Count, LinkedClaim, Stance
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.dating import told
from thucydides.web.drawing import Dot, LogAxis, Tick
from thucydides.web.echoes import Echo, Lines
from thucydides.web.margin import Margin
from thucydides.web.wording import ARCHIVE, STANCES, actors, counts, figure, inferences, readable

_ORDER = {code: place for place, code in enumerate(CONCEPTS)}
_OWN_RECORDS = {Basis.ARCHIVAL: ("archival", ARCHIVE), Basis.ROLL: ("roll", "roll of names")}


@dataclass(frozen=True, slots=True)
class Mark:
    """The shape that says where the claimant stands, and its name."""

    shape: str
    name: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One claimed figure. `aside`: the time it covers, what it disputes or repeats; `inferred`: field and rule.

    `echoes`: the claims that say the same and go back to the same account.
    """

    counted: str
    mark: Mark
    voice: Voice
    dot: Dot
    shown: str
    aside: tuple[str, ...]
    inferred: tuple[str, ...]
    notes: tuple[str, ...]
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures about one actor, or several together, and how many witnesses speak in them."""

    whose: str
    rows: tuple[FigureRow, ...]
    claims: int
    attestation: Attestation


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures on one logarithmic axis. `marks`: the shapes that occur."""

    ticks: tuple[Tick, ...]
    groups: tuple[FigureGroup, ...]
    marks: tuple[Mark, ...]
    claims: int


def mark_of(linked: LinkedClaim) -> Mark:
    """Own records published later have a shape of their own; else the stance decides."""
    if linked.stance is Stance.OWN and linked.claim.attribution.basis in _OWN_RECORDS:
        return Mark(*_OWN_RECORDS[linked.claim.attribution.basis])
    return Mark(linked.stance.value, STANCES[linked.stance])


def figures_of(claims: Iterable[LinkedClaim], record: Record, accounts: Accounts, margin: Margin) -> Figures | None:
    """The counts among the claims, by whom they are about; None if there are none."""
    held = [linked for linked in claims if isinstance(linked.claim.value, Count)]
    if not held:
        return None
    lines = Lines(record.lineages)
    axis = LogAxis(bound for linked in held for bound in _bounds(linked))
    known = {linked.claim.id: linked for linked in held}
    whose: dict[str, list[LinkedClaim]] = {}
    for linked in held:
        whose.setdefault(_whose(linked), []).append(linked)
    return Figures(
        ticks=axis.ticks,
        groups=tuple(
            FigureGroup(
                name,
                tuple(
                    _row(first, axis, accounts, margin, known, tuple(lines.echo(one, accounts) for one in echoes))
                    for first, echoes in lines.folded(sorted(group, key=_place))
                ),
                len(group),
                record.attestation(group),
            )
            for name, group in whose.items()
        ),
        marks=tuple(dict.fromkeys(mark_of(linked) for linked in held)),
        claims=len(held),
    )


def _whose(linked: LinkedClaim) -> str:
    side = f"side {linked.claim.side} of the box, not named" if linked.claim.side else "of whom is not said"
    return actors(linked) or side


def _bounds(linked: LinkedClaim) -> Sequence[float]:
    count = linked.claim.value
    return [bound for bound in (count.low, count.high) if bound] if isinstance(count, Count) else []


def _place(linked: LinkedClaim) -> tuple[int, str, float]:
    first = linked.claim.counted.concept.partition("+")[0]
    return _ORDER.get(first, len(_ORDER)), linked.claim.counted.concept, -max(_bounds(linked), default=0)


def _row(
    linked: LinkedClaim, axis: LogAxis, accounts: Accounts, margin: Margin, known: dict[str, LinkedClaim],
    echoes: tuple[Echo, ...],
) -> FigureRow:  # fmt: skip
    claim = linked.claim
    assert isinstance(claim.value, Count)
    return FigureRow(
        counted=counts(claim.counted),
        mark=mark_of(linked),
        voice=accounts.voice(linked),
        dot=axis.dot(claim.value),
        shown=figure(claim.value),
        aside=tuple(filter(None, (told(claim.period) if claim.period else "", claim.phase, _relation(linked, known)))),
        inferred=inferences([linked]),
        notes=margin.keys([linked]),
        echoes=echoes,
    )


def _relation(linked: LinkedClaim, known: dict[str, LinkedClaim]) -> str:
    other = known.get(linked.claim.relates_to)
    if not linked.claim.relation or other is None or not isinstance(other.claim.value, Count):
        return readable(linked.claim.relation)
    return f"{readable(linked.claim.relation)} {figure(other.claim.value)}"
