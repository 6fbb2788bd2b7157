"""What is estimated from a ledger's rival figures, and why does an estimate come out as it does?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thucydides.desk.answers import Ambiguous, NotFound
from thucydides.desk.reports import CONCEPT_OF, Told, account_of, reports_of
from thucydides.desk.reviewing import in_use
from thucydides.desk.tracing import traced_together
from thucydides.ledger import Ledger
from thucydides.linking import Dependence
from thucydides.reconciling import HoldOut, Reconciliation, hold_out, reconcile, snapshot
from thucydides.vocabulary import Estimate, Event, Lineage, LinkedClaim, Report, folded

MOST_AT_ONCE = 2_000
"""So many figures of losses are reconciled in a second or so; of more, a page does not wait for the estimates."""
NOTHING_KNOWN = Dependence()
MOVED = 1.1
"""By how much the anchor is moved, to show what hangs on it."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """All estimates of a ledger with the reports and claims behind them, and the lineages of its figures.

    `dependence`: what is known beside the lineages of who has it from whom.
    """

    result: Reconciliation
    told: Told
    lineages: tuple[Lineage, ...]
    dependence: Dependence = NOTHING_KNOWN

    def of(self, event: str) -> tuple[Estimate, ...]:
        """The estimates of one event, by id."""
        return tuple(estimate for estimate in self.result.estimates if estimate.event == event)

    def target(self, estimate: Estimate) -> str:
        """The party's name, or the names of several."""
        names = self._names()
        return " + ".join(names.get(party, party) for party in estimate.party.split(" + "))

    def report(self, identity: str) -> Report:
        """A report by its id."""
        return next(report for report in self.told.reports if report.id == identity)

    def _names(self) -> Mapping[str, str]:
        return {actor.id: actor.name for linked in self.told.claims.values() for actor in linked.targets}


@dataclass(frozen=True, slots=True)
class Pull:
    """One claim's part in an estimate.

    `percent`: by how much the estimate is higher for it. `repeats`: whom it repeats. `alone`: nothing else bears on the
    estimate; without the claim it would only be what is usual in other events.
    """

    linked: LinkedClaim
    report: Report
    account: str
    percent: float
    gain: float
    repeats: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """An estimate with the claims behind it, and why it comes out so, in sentences."""

    target: str
    estimate: Estimate
    pulls: tuple[Pull, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """An estimate with everything that made it. `moved`: its median if the anchor were off by MOVED."""

    event: Event
    target: str
    estimate: Estimate
    pulls: tuple[Pull, ...]
    moved: float
    paragraph: str


def estimates_of(ledger: Ledger) -> Estimates:
    """Reconcile all figures of losses in a ledger together."""
    found = traced_together(ledger)
    return replace(_estimates(_told(ledger), found.lineages, 1.0), dependence=found.dependence)


def _told(ledger: Ledger) -> Told:
    dated = (linked for name in ("start_date", "date", "end_date") for linked in ledger.linked.claims(attribute=name))
    return reports_of(ledger.linked.claims(attribute="loss"), dated, in_use(ledger).decisions)


def held_out(ledger: Ledger) -> HoldOut:
    """Leave out each lineage of the figures of losses, and foretell it."""
    told = _told(ledger)
    return hold_out(told.reports, traced_together(ledger).lineages)


def _estimates(told: Told, lineages: tuple[Lineage, ...], moved: float) -> Estimates:
    constants = snapshot().with_anchor_moved(moved)
    return Estimates(reconcile(told.reports, lineages, constants=constants), told, lineages)


def statuses_of(known: Estimates) -> Mapping[str, tuple[str, ...]]:
    """How the estimates of each event stand."""
    found: dict[str, list[str]] = {}
    for estimate in known.result.estimates:
        found.setdefault(estimate.event, []).append(estimate.status.value)
    return {event: tuple(dict.fromkeys(statuses)) for event, statuses in found.items()}


def why(event: Event, slot: str, known: Estimates) -> Why:
    """Why one estimate of an event comes out as it does. Raises NotFound or Ambiguous for the slot."""
    estimate = slot_meant(event, slot, known)
    other = _estimates(known.told, known.lineages, MOVED).result.estimates
    moved = next(each.median for each in other if _slot(each) == _slot(estimate))
    pulls = tuple(pulls_of(estimate, known))
    target = known.target(estimate)
    return Why(event, target, estimate, pulls, moved, _paragraph(target, estimate, pulls, moved))


def slot_meant(event: Event, slot: str, known: Estimates) -> Estimate:
    """The estimate that a person means by `Japan killed`, `total of Japan` or the like."""
    wanted = set(_words(slot))
    found = [estimate for estimate in known.of(event.id) if wanted <= set(_words(_label(estimate, known))) | {"of"}]
    if direct := [estimate for estimate in found if estimate.direct]:
        found = direct
    if exact := [estimate for estimate in found if wanted - {"of"} == set(_words(_label(estimate, known)))]:
        found = exact
    if not found:
        raise NotFound(f"nothing is estimated of {slot!r} in {event.label}; name a party and a kind of loss")
    if len(found) > 1:
        names = tuple(_label(estimate, known) for estimate in found)
        raise Ambiguous(f"{slot!r} may be {len(found)} estimates of {event.label}; name one", names)
    return found[0]


def _label(estimate: Estimate, known: Estimates) -> str:
    return f"{known.target(estimate)} {estimate.category}"


def _words(said: str) -> Iterator[str]:
    same = {"dead": "killed", "casualties": "total", "and": "", "or": "", "+": "", ",": ""}
    for word in folded(said).replace("_", " ").replace(",", " ").replace("+", " ").split():
        if same.get(word, word):
            yield same.get(word, word)


def _slot(estimate: Estimate) -> tuple[str, str, str]:
    return estimate.event, estimate.party, estimate.category


def pulls_of(estimate: Estimate, known: Estimates) -> Iterator[Pull]:
    """The claims behind an estimate, the strongest first; copies after what they repeat."""
    reports = {report.id: report for report in known.told.reports}
    copies = {each.report for each in estimate.influences if each.repeats}
    witnesses = set(estimate.accounts) - copies
    for each in estimate.influences:
        linked, report = known.told.claims[each.report], reports[each.report]
        repeats = account_of(known.told.claims[each.repeats]) if each.repeats in known.told.claims else ""
        alone = witnesses == {each.report}
        yield Pull(linked, report, _account(linked), (10**each.pull - 1) * 100, each.gain, repeats, alone)


def _account(linked: LinkedClaim) -> str:
    return f"{linked.claimant}, in {linked.document_name}" if linked.claimant else linked.document_name


def explained(event: str, known: Estimates) -> Iterator[Explained]:
    """The direct estimates of an event, each with the claims behind it and the reasons."""
    for estimate in known.of(event):
        if estimate.direct:
            pulls = tuple(pulls_of(estimate, known))
            yield Explained(known.target(estimate), estimate, pulls, tuple(_sentences(estimate, pulls)))


def _paragraph(target: str, estimate: Estimate, pulls: Sequence[Pull], moved: float) -> str:
    """The whole in words."""
    first = f"{target}, {estimate.category.replace('_', ' ')}: {estimate}."
    last = f"If they were all 10 % too high, the estimate would be {moved:,.0f} instead."
    return " ".join((first, *_sentences(estimate, pulls), last))


def _sentences(estimate: Estimate, pulls: Sequence[Pull]) -> Iterator[str]:
    """Why it comes out so; the assumption on which it rests last."""
    if estimate.reasons:
        yield f"It is {estimate.status}, since {' and '.join(estimate.reasons)}."
    yield _witnesses(estimate, pulls)
    if strongest := _strongest(pulls):
        yield strongest
    yield f"{estimate.prior_share:.0%} of it comes from what is usual in other events."
    yield from _sides(estimate)
    yield estimate.anchor


def _witnesses(estimate: Estimate, pulls: Iterable[Pull]) -> str:
    copies = sum(bool(pull.repeats) for pull in pulls)
    claims, accounts = _counted(len(estimate.accounts), "claim"), _counted(estimate.lineages, "account")
    speak = f"It rests on {claims}, going back to {accounts}"
    return f"{speak}; {copies} only repeat others, and add nothing." if copies else f"{speak}."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _strongest(pulls: Sequence[Pull]) -> str:
    moving = [pull for pull in pulls if pull.alone or (not pull.repeats and abs(pull.percent) >= 0.5)]
    if not moving:
        return ""
    first = moving[0]
    if first.alone:
        return f"All rests on {first.account} ({first.linked.claim.quote}): nothing else is said of it."
    way = "higher" if first.percent > 0 else "lower"
    return (
        f"The strongest pull is that of {first.account} ({first.linked.claim.quote}): {abs(first.percent):.0f} % {way}."
    )


_SPEAK = {
    "self": "What the party says of itself",
    "adversary": "What its enemy says",
    "ally": "What its allies say",
}


def _sides(estimate: Estimate) -> Iterator[str]:
    for standpoint, words in _SPEAK.items():
        if standpoint in estimate.exaggeration:
            factor, low, high = estimate.exaggeration[standpoint]
            yield f"{words} seems to be {factor:.1f} times the truth here ({low:.1f} to {high:.1f})."


def concept_of(category: str) -> str:
    """The category's code in the claims table."""
    return CONCEPT_OF.get(category, category)
